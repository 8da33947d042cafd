#!/bin/sh
# Stands in for each of Fabric's binaries and for Java: writes down what it was asked, and does what the script waits for.
set -eu
name=$(basename "$0")
here=$(dirname "$0")
echo "$name $*" | sed "s|$FABRIC_DATA|DATA|g" >>"$RECORD"
if [ -e "$here/$name.fails" ] && echo "$*" | grep -q -e "$(cat "$here/$name.fails")"; then
  echo "$name refuses, as the test wants" >&2
  exit 1
fi
listen() { exec "$REAL_JAVA" -cp "$LISTENER_CLASSES" io.smartblocks.ledger.fabric.FakeListener "$@"; }
case "$name $*" in
  "cryptogen generate"*)
    for host in ordererOrganizations/orderer.example/orderers/orderer0.orderer.example \
      peerOrganizations/esco.example/peers/peer0.esco.example peerOrganizations/owner.example/peers/peer0.owner.example; do
      mkdir -p "$FABRIC_DATA/crypto/$host/tls"
      echo ca >"$FABRIC_DATA/crypto/$host/tls/ca.crt"
    done
    ;;
  "configtxgen"*) echo block >"$FABRIC_DATA/channel.block" ;;
  "java -jar"*" package "*)
    echo "smartblocks_1:0000000000000000000000000000000000000000000000000000000000000000"
    ;;
  "java "*) listen "${CHAINCODE_SERVER_ADDRESS##*:}" ;;
  "orderer "*) listen "$FABRIC_PORT" "$((FABRIC_PORT + 1))" "$((FABRIC_PORT + 2))" ;;
  "peer node start")
    port=$(sed -n 's/^  listenAddress: .*:\([0-9]*\)$/\1/p' "$FABRIC_CFG_PATH/core.yaml" | head -n 1)
    listen "$port" "$((port + 1))" "$((port + 2))"
    ;;
  "peer channel getinfo"*) echo 'Blockchain info: {"height":4,"currentBlockHash":"x"}' ;;
  "peer chaincode query"*) echo "{\"rules\":\"test\"}${RULES_OF_OWNER:+$CORE_PEER_LOCALMSPID}" ;;
esac

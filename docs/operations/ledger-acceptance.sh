#!/usr/bin/env bash
# Tries what the ledger promises: kill -9 under load, flipped bits, a full disk, mutated transactions.
# Every build runs the same tests in their short form; this runs the long one, or with "short" what a build runs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tests=KillTests,DamageTests,TornTailTests,FullDiskTests,FailingDiskTests,ClockTests
tests+=,LedgerCopiesTests,CopyFuzzTests,BesideWritersTests,RefusedTransactionsTests,HonestStoryTests,FuzzTests

case "${1:-long}" in
  long | short) form=${1:-long} ;;
  --list) tr ',' '\n' <<<"$tests"; exit ;;
  *) echo "usage: $0 [long|short|--list]" >&2; exit 2 ;;
esac
mvn -q -B test -pl ledger-adapter/embedded-ledger -am -Dtest="$tests" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dacceptance="$form" ${SEED:+-Dseed="$SEED"}

#!/usr/bin/env bash
# Rehearses the loss of a ledger, also beside a running server: backs it up, restores the backup elsewhere, verifies that,
# and checks a proof of the newest transaction against the restored headers. SMARTBLOCKS names the program.
set -euo pipefail
if (($# != 2)); then
  echo "usage: $0 DATA BACKUP" >&2
  exit 2
fi
data=$1 backup=$2
smartblocks=${SMARTBLOCKS:-$(dirname "${BASH_SOURCE[0]}")/../smartblocks}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

head_of() { sed -n 's/^Height [0-9]*, hash of the last block //p' "$1"; }

$smartblocks ledger backup --data "$data" --to "$backup" | tee "$scratch/backup.txt"
$smartblocks ledger restore --from "$backup" --to "$scratch/restored" >"$scratch/restore.txt"
head=$(head_of "$scratch/restore.txt")
if [[ $(head_of "$scratch/backup.txt") != "$head" ]]; then
  echo "the restored ledger does not end in the block that was backed up" >&2
  exit 1
fi
$smartblocks ledger verify --data "$scratch/restored" --head "$head"
$smartblocks ledger headers --data "$scratch/restored" --out "$scratch/headers"
newest=$(cat "$scratch"/restored/ledger/blocks/*.blocks | grep -ao '"id":"[0-9a-f]\{64\}","signature"' | tail -n 1 | cut -c7-70)
$smartblocks ledger proof "$newest" --data "$data" --out "$scratch/proof.json"
$smartblocks ledger check-proof "$scratch/proof.json" --headers "$scratch/headers" --head "$head"
echo "The backup in $backup can be restored."

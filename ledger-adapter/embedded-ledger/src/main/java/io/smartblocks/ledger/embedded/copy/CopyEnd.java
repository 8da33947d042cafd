package io.smartblocks.ledger.embedded.copy;

import io.smartblocks.ledger.proof.Hash;

/** The last line of a copy: how many blocks it holds, and the SHA-256 of all lines before. */
record CopyEnd(long blocks, Hash sha256) {}

package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.proof.InclusionPath;

/**
 * An Ed25519 signature over the root of a tree of transaction ids, and the way from one transaction to that root; so one
 * signature can stand for many transactions, and each still proves itself alone.
 *
 * @param value Base64 of the signature's 64 bytes
 * @param path from the transaction's id to the signed root; of size 1 for a transaction signed alone
 */
public record Signature(String value, InclusionPath path) {}

package io.smartblocks.ledger.transaction;

/** Why a period cannot be settled: a code for programs and a sentence for people. */
public record HoldReason(String code, String message) {}

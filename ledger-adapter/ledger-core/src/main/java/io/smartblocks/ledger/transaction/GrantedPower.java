package io.smartblocks.ledger.transaction;

/** The power to terminate that a statement finds a party to have under a clause. */
public record GrantedPower(String clause, String party) {}

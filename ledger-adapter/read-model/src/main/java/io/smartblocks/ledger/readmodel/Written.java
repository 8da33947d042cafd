package io.smartblocks.ledger.readmodel;

/** That a block wrote the state under a key. */
public record Written(String key, long block) {}

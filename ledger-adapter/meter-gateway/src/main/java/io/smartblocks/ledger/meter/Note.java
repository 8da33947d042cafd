package io.smartblocks.ledger.meter;

/** Something a reader of the import should know that is no mistake, such as missing readings of a day. */
public record Note(String code, String text) {}

package io.smartblocks.portal.account;

/** A reader was asked for the password once more and gave another one. */
public record ConfirmationRefused(Account reader) {}

package io.smartblocks.dsl.agreement;

/** What can happen to an obligation of a clause. */
public enum ClauseEvent {
    BREACHED,
    PERFORMED,
    PAID,
    DISPUTED
}

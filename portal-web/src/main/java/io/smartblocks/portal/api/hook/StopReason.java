package io.smartblocks.portal.api.hook;

/** Why a webhook is told nothing any more. */
public enum StopReason {
    /** Its owner's people stopped it. */
    BY_HAND,
    /** Its receiver answered 410, which means that it wants no more. */
    GONE,
    /** A message was not taken in a whole day of tries. */
    NOT_TAKEN,
    /** Its owner may not sign in any more, acts for another organisation, or has a role that may have none. */
    OWNER
}

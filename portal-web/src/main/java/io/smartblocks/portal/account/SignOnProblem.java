package io.smartblocks.portal.account;

import java.util.Locale;

/** Why a sign-on elsewhere did not let somebody in. */
enum SignOnProblem {
    /** It refused, or what it said cannot be trusted. */
    FAILED,
    /** It does not answer. */
    AWAY,
    /** None of the person's roles is one of the portal. */
    ROLE,
    /** The person's account here is closed. */
    CLOSED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.state.AgreementState.Ended;
import java.util.Locale;

/** How the messages name the ways in which an agreement ends. */
final class Ends {

    private Ends() {}

    /** {@code expired}, {@code terminated} or {@code replaced}. */
    static String key(Ended ended) {
        return ended.ending().name().toLowerCase(Locale.ROOT);
    }
}

package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.SiteId;
import java.util.List;
import java.util.Optional;

/** Finds sites for the commands that name them. */
final class Sites {

    private Sites() {}

    /** The id of the site that is meant by the words with which a meter names it. */
    static SiteId named(String words) {
        return LedgerStatement.typed(() -> SiteId.of(words));
    }

    /** The registered site that is meant by the words with which a meter names it. */
    static Optional<SiteState> meantBy(String words, StateView ledger) {
        try {
            return registered(SiteId.of(words), ledger);
        } catch (IllegalArgumentException tooLongForAnId) {
            return Optional.empty();
        }
    }

    static SiteId id(String written) {
        return LedgerStatement.typed(() -> new SiteId(written));
    }

    static Optional<SiteState> registered(SiteId site, StateView ledger) {
        return ledger.state(StateKey.site(site), SiteState.class);
    }

    static SiteState required(SiteId site, StateView ledger) {
        return registered(site, ledger)
                .orElseThrow(() -> new InputRefused(
                        "There is no site '%s' on this ledger; 'smartblocks site list' shows those there are."
                                .formatted(site)));
    }

    /** All sites in the order of their ids. */
    static List<SiteState> all(StateView ledger) {
        return ledger.states("site/").stream()
                .map(entry -> (SiteState) entry.state())
                .toList();
    }
}

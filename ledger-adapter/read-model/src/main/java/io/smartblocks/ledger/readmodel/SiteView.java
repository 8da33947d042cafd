package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.SiteId;
import java.util.List;
import java.util.Optional;

/** The registered sites. */
public final class SiteView {

    private final StandingStates states;

    SiteView(Database database) {
        this.states = new StandingStates(database);
    }

    /** All sites by id. */
    public List<SiteState> sites() {
        return states.under("site/", Long.MAX_VALUE, SiteState.class).stream()
                .map(Recorded::state)
                .toList();
    }

    /** The sites that an organisation owns, by id. */
    public List<SiteState> ofOwner(MemberId organisation) {
        return sites().stream()
                .filter(site -> site.owner().equals(organisation))
                .toList();
    }

    /** One site as it stands now. */
    public Optional<SiteState> site(SiteId id) {
        return site(id, Long.MAX_VALUE).map(Recorded::state);
    }

    /** One site as it stood after a block. */
    public Optional<Recorded<SiteState>> site(SiteId id, long asOfBlock) {
        return states.at(StateKey.site(id), asOfBlock, SiteState.class);
    }
}

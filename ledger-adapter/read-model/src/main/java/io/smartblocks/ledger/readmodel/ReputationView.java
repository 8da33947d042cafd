package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.ReputationEvent;
import java.util.List;

/** What speaks for and against organisations, event by event, as of any block. */
public final class ReputationView {

    private final StandingStates states;

    ReputationView(Database database) {
        this.states = new StandingStates(database);
    }

    /** All events about an organisation in the order of their keys; each as it was said last. */
    public List<Recorded<ReputationEvent>> of(MemberId organisation, long asOfBlock) {
        return states.under("reputation/" + organisation + "/", asOfBlock, ReputationEvent.class);
    }

    /** All events about an organisation as they stand now. */
    public List<Recorded<ReputationEvent>> of(MemberId organisation) {
        return of(organisation, Long.MAX_VALUE);
    }
}

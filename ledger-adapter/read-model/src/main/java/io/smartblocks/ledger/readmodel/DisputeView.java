package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementId;
import java.util.List;

/** What parties dispute, as of any block, and what is open now. */
public final class DisputeView {

    private final StandingStates states;

    DisputeView(Database database) {
        this.states = new StandingStates(database);
    }

    /** All disputes under an agreement, period after period, ended ones among them. */
    public List<Recorded<DisputeState>> of(AgreementId agreement, long asOfBlock) {
        return states.under("dispute/" + agreement + "/", asOfBlock, DisputeState.class);
    }

    /** The disputes of one settlement by organisation, ended ones among them. */
    public List<Recorded<DisputeState>> of(SettlementId settlement, long asOfBlock) {
        return states.under(StateKey.disputes(settlement), asOfBlock, DisputeState.class);
    }
}

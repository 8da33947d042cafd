package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.SettlementId;
import java.util.List;

/** What parties dispute, as of any block, and what is open now. */
public final class DisputeView {

    private final Database database;
    private final StandingStates states;

    DisputeView(Database database) {
        this.database = database;
        this.states = new StandingStates(database);
    }

    /** All disputes under an agreement, period after period, ended ones among them. */
    public List<Recorded<DisputeState>> of(AgreementId agreement, long asOfBlock) {
        return states.under("dispute/" + agreement + "/", asOfBlock, DisputeState.class);
    }

    /** The disputes of one settlement by organisation, ended ones among them. */
    public List<Recorded<DisputeState>> of(SettlementId settlement, long asOfBlock) {
        return states.under(PaymentView.under("dispute", settlement), asOfBlock, DisputeState.class);
    }

    /** The disputes that are open now anywhere, the one that changed last first. */
    public List<DisputeState> open(int limit) {
        return database.read(c -> Sql.list(
                c,
                "select content from dispute where is_open = true order by changed_in desc, agreement_id, period_name,"
                        + " from_day, revision, organisation" + Sql.first(limit),
                row -> CanonicalJson.read(row.getString("content"), DisputeState.class)));
    }
}

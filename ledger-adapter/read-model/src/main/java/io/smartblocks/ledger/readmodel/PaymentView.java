package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementId;
import java.util.List;

/** The payments that payees say they received, those taken back among them, as of any block. */
public final class PaymentView {

    private final StandingStates states;

    PaymentView(Database database) {
        this.states = new StandingStates(database);
    }

    /** All payments under an agreement, period after period and document after document. */
    public List<Recorded<PaymentState>> of(AgreementId agreement, long asOfBlock) {
        return states.under("payment/" + agreement + "/", asOfBlock, PaymentState.class);
    }

    /** All payments for the period of a settlement, under any of its revisions. */
    public List<Recorded<PaymentState>> ofPeriod(SettlementId settlement, long asOfBlock) {
        return states.under(StateKey.payments(settlement), asOfBlock, PaymentState.class);
    }

    /** The payments under one settlement, document after document. */
    public List<Recorded<PaymentState>> of(SettlementId settlement, long asOfBlock) {
        return states.under(StateKey.payments(settlement) + settlement.revision() + "/", asOfBlock, PaymentState.class);
    }

    /** The payments of one document of a settlement. */
    public List<Recorded<PaymentState>> of(SettlementId settlement, int document, long asOfBlock) {
        return states.under(StateKey.payments(settlement, document), asOfBlock, PaymentState.class);
    }
}

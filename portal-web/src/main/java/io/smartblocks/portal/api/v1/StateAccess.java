package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.SettledState;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import org.springframework.stereotype.Component;

/** Decides who may read what stands on the ledger, as the pages do for what was asked for. */
@Component
class StateAccess {

    private final Access access;

    StateAccess(Access access) {
        this.access = access;
    }

    boolean mayRead(Account reader, StateKey key, State state) {
        if (reader.role().seesEverything()) {
            return true;
        }
        if (state instanceof ReadingsState readings) {
            return maySee(reader, readings.page().meter());
        }
        if (state instanceof PredictionState prediction) {
            return maySee(reader, prediction.page().meter());
        }
        if (state instanceof DocumentState) {
            // a text is read with its agreement, which knows its parties
            return false;
        }
        return !isOfAgreement(state) || access.maySee(reader, agreement(key));
    }

    private static boolean isOfAgreement(State state) {
        return state instanceof AgreementState
                || state instanceof StatementState
                || state instanceof SettlementState
                || state instanceof SettledState
                || state instanceof VerificationState
                || state instanceof DisputeState
                || state instanceof PaymentState
                || state instanceof HoldState;
    }

    /** The keys of all these states name their agreement after the first stroke. */
    private static AgreementId agreement(StateKey key) {
        return new AgreementId(key.value().split("/")[1]);
    }

    private boolean maySee(Account reader, MeterId meter) {
        return access.meters(reader).stream().anyMatch(known -> known.meter().equals(meter));
    }
}

package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.MeterState;
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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Decides what of the ledger one reader may see, as the pages do for what was asked for; made anew for each request. */
final class StateAccess implements BiPredicate<StateKey, State> {

    private final Access access;
    private final Account reader;
    private final Map<AgreementId, Boolean> agreements = new HashMap<>();
    private Optional<Set<MeterId>> meters = Optional.empty();

    StateAccess(Access access, Account reader) {
        this.access = access;
        this.reader = reader;
    }

    @Override
    public boolean test(StateKey key, State state) {
        if (reader.role().seesEverything()) {
            return true;
        }
        if (state instanceof ReadingsState readings) {
            return maySee(readings.page().meter());
        }
        if (state instanceof PredictionState prediction) {
            return maySee(prediction.page().meter());
        }
        if (state instanceof DocumentState) {
            // a text is read with its agreement, which knows its parties
            return false;
        }
        return !isOfAgreement(state) || agreements.computeIfAbsent(agreement(key), id -> access.maySee(reader, id));
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

    /** Which meters are seen follows from the texts of all agreements of the reader: asked once. */
    private boolean maySee(MeterId meter) {
        Set<MeterId> seen = meters.orElseGet(
                () -> access.meters(reader).stream().map(MeterState::meter).collect(Collectors.toSet()));
        meters = Optional.of(seen);
        return seen.contains(meter);
    }
}

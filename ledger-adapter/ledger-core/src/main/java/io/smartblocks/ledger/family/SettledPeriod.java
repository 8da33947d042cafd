package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.OpenItems;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.SettledState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A settled period with all payments for it, whichever of its revisions they named. */
final class SettledPeriod {

    private final SettledState state;
    private final Map<StateKey, PaymentState> payments = new TreeMap<>();

    private SettledPeriod(SettledState state) {
        this.state = state;
    }

    /** The period of a settlement that was committed. */
    static SettledPeriod of(SettlementId id, Request request) {
        SettledPeriod period = new SettledPeriod(newest(id, request).orElseThrow());
        request.view()
                .states(StateKey.payments(id))
                .forEach(entry -> period.payments.put(entry.key(), (PaymentState) entry.state()));
        return period;
    }

    /** What stands of the newest settlement of a period. */
    static Optional<SettledState> newest(SettlementId id, Request request) {
        return request.view().state(StateKey.settled(id), SettledState.class);
    }

    BigDecimal open(Payable payable) {
        return items(payments).open(payable.document());
    }

    /** What it says of the payers when a payment is recorded or taken back. */
    List<StateEntry> reputationWith(StateKey key, PaymentState changed, Committed committed, Request request) {
        Map<StateKey, PaymentState> then = new TreeMap<>(payments);
        then.put(key, changed);
        OpenItems before = items(payments);
        OpenItems after = items(then);
        ZoneId zone = committed.agreement().terms().zone();
        LocalDate today = LocalDate.ofInstant(request.now(), zone);
        List<StateEntry> events = new ArrayList<>();
        for (Payable payable : state.summary().payables()) {
            boolean wasPaid = before.paidOn(payable.document()).isPresent();
            Optional<LocalDate> paidOn = after.paidOn(payable.document());
            LocalDate due = due(payable, zone);
            if (!wasPaid && paidOn.isPresent()) {
                ReputationOf.payment(committed, payable, due, paidOn.get(), request)
                        .ifPresent(events::add);
            } else if (wasPaid && paidOn.isEmpty() && today.isAfter(due)) {
                ReputationOf.payment(committed, payable, due, today, request).ifPresent(events::add);
            }
        }
        return events;
    }

    // nobody can pay in time what was settled after it was due
    private LocalDate due(Payable payable, ZoneId zone) {
        LocalDate settledOn = LocalDate.ofInstant(state.committedAt(), zone);
        return payable.due().isAfter(settledOn) ? payable.due() : settledOn;
    }

    private OpenItems items(Map<StateKey, PaymentState> counted) {
        return OpenItems.of(state.newest(), state.summary().payables(), counted.values());
    }
}

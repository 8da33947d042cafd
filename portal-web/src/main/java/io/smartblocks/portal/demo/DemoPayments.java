package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lets the parties pay what became due, mostly some days early, and the payees say so. */
final class DemoPayments {

    private static final String PERIOD = "Billing Month";
    private static final List<AgreementId> AGREEMENTS =
            Stream.concat(DemoAgreements.ALL.stream(), Stream.of(DemoHome.HEAT)).toList();
    private static final int DAYS_LATE = 9;

    private final DemoLedger ledger;
    private final YearMonth firstMonth;
    private final Chance chance;
    private final Set<SettlementId> paid = new HashSet<>();

    DemoPayments(DemoLedger ledger, YearMonth firstMonth, Chance chance) {
        this.ledger = ledger;
        this.firstMonth = firstMonth;
        this.chance = chance;
    }

    /** Records what was paid by today and has not been recorded. */
    void record(LocalDate today) {
        for (YearMonth month = firstMonth; month.isBefore(YearMonth.from(today)); month = month.plusMonths(1)) {
            for (AgreementId agreement : AGREEMENTS) {
                record(newest(new SettlementId(agreement, PERIOD, month.atDay(1), 0)), today);
            }
        }
    }

    private SettlementId newest(SettlementId id) {
        SettlementId next = revision(id, id.revision() + 1);
        return ledger.states().state(StateKey.settlement(next)).isPresent() ? newest(next) : id;
    }

    private static SettlementId revision(SettlementId id, int number) {
        return new SettlementId(id.agreement(), id.period(), id.from(), number);
    }

    private void record(SettlementId id, LocalDate today) {
        if (paid.contains(id)) {
            return;
        }
        ledger.states().state(StateKey.settlement(id), SettlementState.class).ifPresent(state -> {
            List<Payable> payables = state.settlement().summary().payables();
            payables.forEach(payable -> record(id, payable, today));
            if (payables.stream().noneMatch(payable -> paidOn(id, payable).isAfter(today))) {
                paid.add(id);
            }
        });
    }

    private void record(SettlementId id, Payable payable, LocalDate today) {
        LocalDate paidOn = paidOn(id, payable);
        boolean known = IntStream.rangeClosed(0, id.revision())
                .anyMatch(number -> !ledger.states()
                        .states(StateKey.payments(revision(id, number), payable.document()))
                        .isEmpty());
        if (known || paidOn.isAfter(today)) {
            return;
        }
        String reference = id.agreement() + "/" + YearMonth.from(id.from()) + "/" + payable.document();
        ledger.state(
                payee(id, payable.payee()),
                "payment/" + reference,
                new RecordPayment(id, payable.document(), payable.amount(), paidOn, reference));
    }

    private static DemoMember payee(SettlementId id, String term) {
        if (id.agreement().equals(DemoHome.HEAT)) {
            return DemoHome.payee(term);
        }
        return term.equals("Client") ? DemoMember.NIMBUS_SIGNATORY : DemoMember.HARBOUR_RUNTIME;
    }

    /** The electricity of the second month is paid late. */
    private LocalDate paidOn(SettlementId id, Payable payable) {
        boolean late = id.agreement().equals(DemoAgreements.ELECTRICITY)
                && id.from().equals(firstMonth.plusMonths(1).atDay(1));
        return late
                ? payable.due().plusDays(DAYS_LATE)
                : payable.due().minusDays(chance.of(70).below(5, id.from().toEpochDay() + payable.document()));
    }
}

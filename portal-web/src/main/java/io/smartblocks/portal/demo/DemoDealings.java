package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What the two parties say to each other under the agreement on heat and power, each on its day. */
record DemoDealings(DemoLedger ledger, YearMonth firstMonth) {

    private static final String PERIOD = "Billing Month";

    /** Says what was to be said by today and has not been. */
    void goOn(LocalDate today) {
        YearMonth second = firstMonth.plusMonths(1);
        YearMonth third = firstMonth.plusMonths(2);
        YearMonth fourth = firstMonth.plusMonths(3);
        StateFact outage = outage(firstMonth, 6, "pump exchanged on the 14th, from 08:00 to 14:00");
        StateFact another = outage(fourth, 3, "no hot water on the 22nd, from 06:30 to 09:30");
        if (reached(today, second.atDay(2))) {
            state(outage);
        }
        if (reached(today, second.atDay(3))) {
            confirm(outage);
        }
        if (reached(today, second.atDay(18))) {
            rate(firstMonth);
        }
        if (reached(today, second.atDay(16))) {
            dispute(firstMonth, "1.1", "the register counted on while the engine stood still");
        }
        if (reached(today, second.atDay(21))) {
            resolve(
                    firstMonth,
                    DemoMember.NIMBUS_SIGNATORY,
                    Verdict.WITHDRAWN,
                    "the heat store was discharged in those hours; the register is right");
        }
        if (reached(today, third.atDay(15))) {
            dispute(second, "1.2", "the engine was tested on the 9th, and its power went to the grid");
        }
        if (reached(today, third.atDay(24))) {
            resolve(
                    second,
                    DemoMember.HARBOUR_SIGNATORY,
                    Verdict.UPHELD,
                    "the test report shows it; the power of that day is not charged");
        }
        if (reached(today, fourth.atDay(24))) {
            state(another);
        }
    }

    private static boolean reached(LocalDate today, LocalDate day) {
        return !today.isBefore(day);
    }

    private static StateFact outage(YearMonth month, int hours, String note) {
        return new StateFact(DemoAgreements.HEAT_AND_POWER, "Outage", month.atDay(1), BigDecimal.valueOf(hours), note);
    }

    private void state(StateFact fact) {
        if (ledger.states().state(StateKey.statement(fact.place())).isEmpty()) {
            ledger.state(DemoMember.NIMBUS_SIGNATORY, "outage/" + fact.from(), fact);
        }
    }

    private void confirm(StateFact fact) {
        ledger.states()
                .state(StateKey.statement(fact.place()), StatementState.class)
                .flatMap(StatementState::pending)
                .ifPresent(pending -> ledger.state(
                        DemoMember.HARBOUR_SIGNATORY,
                        "outage/" + fact.from() + "/confirm",
                        new ConfirmStatement(fact.place(), pending.transaction())));
    }

    private void dispute(YearMonth month, String clause, String reason) {
        SettlementId id = settlement(month);
        boolean known = ledger.states()
                .state(StateKey.dispute(id, DemoMember.NIMBUS.id()))
                .isPresent();
        if (!known && isSettled(id)) {
            ledger.state(
                    DemoMember.NIMBUS_SIGNATORY,
                    "dispute/" + month,
                    new DisputeSettlement(id, List.of(clause), reason));
        }
    }

    private void resolve(YearMonth month, DemoMember by, Verdict verdict, String reason) {
        SettlementId id = settlement(month);
        ledger.states()
                .state(StateKey.dispute(id, DemoMember.NIMBUS.id()), DisputeState.class)
                .filter(DisputeState::open)
                .ifPresent(open -> ledger.state(
                        by,
                        "dispute/" + month + "/end",
                        new ResolveDispute(id, DemoMember.NIMBUS.id(), verdict, reason)));
    }

    private void rate(YearMonth month) {
        boolean unrated = ledger.states()
                .states("reputation/" + DemoMember.HARBOUR.id() + "/rating/")
                .isEmpty();
        if (unrated && isSettled(settlement(month))) {
            ledger.state(
                    DemoMember.NIMBUS_SIGNATORY,
                    "rating/" + month,
                    new RateMember(
                            DemoMember.HARBOUR.id(),
                            DemoAgreements.HEAT_AND_POWER,
                            PERIOD,
                            month.atDay(1),
                            4,
                            "warm all month but for one morning, and that was announced"));
        }
    }

    private boolean isSettled(SettlementId id) {
        return ledger.states().state(StateKey.settlement(id)).isPresent();
    }

    private static SettlementId settlement(YearMonth month) {
        return new SettlementId(DemoAgreements.HEAT_AND_POWER, PERIOD, month.atDay(1), 0);
    }
}

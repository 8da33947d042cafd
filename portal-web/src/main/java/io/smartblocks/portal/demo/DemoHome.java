package io.smartblocks.portal.demo;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;

/** The heat of one flat: a utility delivers it, a bank pays it from the wallet that the resident tops up. */
record DemoHome(DemoLedger ledger, YearMonth firstMonth, ZoneId zone) {

    static final AgreementId HEAT = new AgreementId("cedar-house-flat-12-heat");

    private static final String TEXT = "cedar-house.esco";
    private static final String VERSION = "1.0";
    private static final String NEXT = "1.1";
    private static final LocalTime EVENING = LocalTime.of(19, 10);

    /** What the resident pays into the wallet each month, in EUR. */
    private static final BigDecimal TOP_UP = BigDecimal.valueOf(60);

    /** Concludes the agreement when the site is founded; a site that was founded without a flat goes on without one. */
    void conclude(LocalDate today) {
        if (!today.isAfter(firstMonth.atDay(1))) {
            deal().conclude(VERSION, text(VERSION, "0.1180"));
        }
    }

    /** Says what was to be said by today and has not been. */
    void goOn(LocalDate today) {
        if (ledger.states().state(StateKey.agreement(HEAT, VERSION)).isEmpty()) {
            return;
        }
        for (YearMonth month = firstMonth; today.isAfter(month.atDay(3)); month = month.plusMonths(1)) {
            topUp(month);
        }
        if (!today.isBefore(firstMonth.plusMonths(3).atDay(20))) {
            String head =
                    DemoText.inPlaceOf(NEXT, VERSION, firstMonth.plusMonths(6).atDay(1));
            deal().propose(NEXT, text(head, "0.1095"));
        }
    }

    private void topUp(YearMonth month) {
        String reference = "flat-12-" + month;
        ReportEvent event = new ReportEvent(
                HEAT,
                "Top-Up",
                month.atDay(3).atTime(EVENING).atZone(zone).toInstant(),
                reference,
                Map.of("Top-Up Amount", TOP_UP));
        if (ledger.states().state(StateKey.statement(event.place())).isEmpty()) {
            ledger.state(DemoMember.BANK_SIGNATORY, "top-up/" + month, event);
        }
    }

    /** Who says that a payment under the agreement has come: whoever acts for its payee. */
    static DemoMember payee(String term) {
        return term.equals("Bank") ? DemoMember.BANK_SIGNATORY : DemoMember.DISTRICT_HEAT_RUNTIME;
    }

    private DemoDeal deal() {
        return new DemoDeal(
                ledger,
                HEAT,
                "Supplier",
                DemoMember.DISTRICT_HEAT_SIGNATORY,
                Map.of("Resident", DemoMember.FLAT_SIGNATORY, "Bank", DemoMember.BANK_SIGNATORY));
    }

    private String text(String version, String price) {
        return new DemoText(firstMonth).of(TEXT, version, price);
    }
}

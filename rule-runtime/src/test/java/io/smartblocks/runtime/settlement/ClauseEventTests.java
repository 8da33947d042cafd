package io.smartblocks.runtime.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.evidence.SettledLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClauseEventTests {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 22);
    private final SettlementEngine engine = new SettlementEngine();
    private final Agreement agreement = MonthFixture.agreement("""
            Late Interest is 10 % per year of the amount due by Client under clause 1.1 with VAT * the time clause 1.1 is late.
            clause 1.1 "Energy":
              Client shall pay Energy Used * 0.10 EUR per kWh to Supplier within 14 days after settlement.
            VAT at 20 % is added to clause 1.1.
            clause 2.1 "Interest":
              when clause 1.1 is breached,
              Client shall pay Late Interest to Supplier within 14 days after clause 1.1 is paid.
            clause 2.2 "Reminder":
              when clause 1.1 is breached,
              Client shall pay 15 EUR to Supplier at settlement.
            clause 2.3 "End":
              when clause 1.1 is breached for more than 60 days,
              Supplier may terminate on 30 days notice.
            """);

    @Test
    void the_end_of_a_period_makes_only_what_no_event_brings() {
        assertThat(descriptions(engine.settle(MonthFixture.month(agreement, MARCH, 1))))
                .containsExactly("Energy");
    }

    @Test
    void a_late_payment_makes_a_document_of_its_own() {
        Outcome outcome = happened(ClauseEvent.PAID, DUE.plusDays(73), List.of());

        assertThat(descriptions(outcome)).containsExactly("Interest", "Reminder");
        Line interest = ((Outcome.Settled) outcome).settlement().lines().get(0);
        assertThat(interest.net()).isEqualTo(new BigDecimal("1.78"));
        assertThat(interest.due()).isEqualTo("2026-07-20");
        assertThat(((Outcome.Settled) outcome).settlement().statement().powers())
                .containsExactly("Supplier may terminate on 30 days notice");
    }

    @Test
    void a_payment_in_time_brings_nothing() {
        assertThat(descriptions(happened(ClauseEvent.PAID, DUE, List.of()))).isEmpty();
    }

    @Test
    void what_was_said_at_the_breach_is_not_said_again_at_the_payment() {
        Occurrence breach = new Occurrence("1.1", ClauseEvent.BREACHED, MARCH, DUE.plusDays(1));

        assertThat(descriptions(happened(ClauseEvent.BREACHED, DUE.plusDays(1), List.of())))
                .containsExactly("Reminder");
        assertThat(descriptions(happened(ClauseEvent.PAID, DUE.plusDays(10), List.of(breach))))
                .containsExactly("Interest");
    }

    private Outcome happened(ClauseEvent event, LocalDate on, List<Occurrence> before) {
        Evidence.Builder evidence = MonthFixture.evidence(agreement, MARCH, 1)
                .earlier(new SettledLine(
                        "Billing Month",
                        MARCH,
                        "1.1",
                        "Client",
                        "Supplier",
                        new BigDecimal("74.30"),
                        Exact.parse("0.2"),
                        DUE));
        before.forEach(evidence::occurrence);
        Case month = MonthFixture.of(agreement, MARCH, evidence.build());
        return engine.settle(
                new Case(agreement, month.period(), month.evidence(), new Trigger.ClauseHappened("1.1", event, on)));
    }

    private static List<String> descriptions(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Settled.class);
        return ((Outcome.Settled) outcome)
                .settlement().lines().stream().map(Line::description).toList();
    }
}

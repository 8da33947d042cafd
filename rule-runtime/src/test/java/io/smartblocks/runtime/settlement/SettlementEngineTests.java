package io.smartblocks.runtime.settlement;

import static io.smartblocks.runtime.settlement.MonthFixture.agreement;
import static io.smartblocks.runtime.settlement.MonthFixture.month;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SettlementEngineTests {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final String PRICED = """
            clause 1.1 "Energy":
              Client shall pay Energy Used * %s EUR per kWh to Supplier within 14 days after settlement.
            clause 1.2 "Large use":
              when Energy Used is above %s kWh,
              Client shall pay 10 EUR to Supplier within 14 days after settlement.
            """;

    private final SettlementEngine engine = new SettlementEngine();

    @Test
    void agreements_that_differ_in_constants_share_their_rules_and_not_their_results() {
        Outcome cheap = engine.settle(month(agreement(PRICED.formatted("0.10", "1,000")), MARCH, 1));
        Outcome dear = engine.settle(month(agreement(PRICED.formatted("0.30", "500")), MARCH, 1));

        assertThat(engine.shapes()).isEqualTo(1);
        assertThat(nets(cheap)).containsExactly("74.30");
        assertThat(nets(dear)).containsExactly("222.90", "10.00");
    }

    @Test
    void guards_that_differ_in_a_constant_only_are_not_taken_for_one() {
        Agreement agreement = agreement("""
                clause 1.1 "Low":
                  when Energy Used is above 700 kWh,
                  Client shall pay 1 EUR to Supplier within 14 days after settlement.
                clause 1.2 "High":
                  when Energy Used is above 800 kWh,
                  Client shall pay 2 EUR to Supplier within 14 days after settlement.
                """);

        assertThat(nets(engine.settle(month(agreement, MARCH, 1)))).containsExactly("1.00");
    }

    @Test
    void many_at_once_settle_as_one_by_one_in_any_order() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 1_203; i++) {
            Agreement agreement = agreement(PRICED.formatted("0." + (100 + i % 7), 700 + i % 5));
            cases.add(month(agreement, MARCH.plusMonths(i % 3), 1 + i % 4));
            i += i > 20 ? 100 : 0;
        }
        List<String> alone = cases.stream()
                .map(each -> bytes(new SettlementEngine().settle(each)))
                .toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(3));

        List<Outcome> together = engine.settleAll(order.stream().map(cases::get).toList());

        for (int i = 0; i < order.size(); i++) {
            assertThat(bytes(together.get(i))).isEqualTo(alone.get(order.get(i)));
        }
    }

    @Test
    void a_session_takes_no_more_than_five_hundred_and_loses_none() {
        Case one = month(agreement(PRICED.formatted("0.10", "1,000")), MARCH, 1);

        List<Outcome> outcomes = engine.settleAll(Collections.nCopies(1_100, one));

        assertThat(outcomes)
                .hasSize(1_100)
                .allSatisfy(outcome -> assertThat(nets(outcome)).containsExactly("74.30"));
    }

    @Test
    void a_statement_reads_back_from_its_bytes() {
        Outcome outcome = engine.settle(month(agreement(PRICED.formatted("0.10", "700")), MARCH, 1));
        Settlement settlement = ((Outcome.Settled) outcome).settlement();

        Statement read = Settlement.fromJson(settlement.canonicalJson());

        assertThat(read).isEqualTo(settlement.statement());
        assertThat(settlement.sha256()).hasSize(64);
        assertThat(read.settledOn()).isEqualTo("2026-04-08");
        assertThat(read.trace().get(1).guards())
                .containsExactly(new LineTrace.GuardValue("Energy Used (743 kWh) is above 700 kWh", true));
        assertThat(read.trace().get(1).rules()).containsExactly("term Energy Used", "clause 1.2, sentence 1");
        assertThat(read.trace().get(0).readings())
                .singleElement()
                .satisfies(used -> assertThat(used.actual()).isEqualTo(743));
    }

    @Test
    void without_set_off_each_debtor_has_a_document_to_each_creditor() {
        String both = """
                clause 1.1 "Energy":
                  Client shall pay Energy Used * 0.10 EUR per kWh to Supplier within 14 days after settlement.
                clause 1.2 "Refund":
                  for each Billing Month, Supplier shall pay 80 EUR to Client at settlement.
                """;

        List<Document> apart = documents(engine.settle(month(agreement(both), MARCH, 1)));
        List<Document> together = documents(
                engine.settle(month(agreement("payments of one settlement are set off.\n" + both), MARCH, 1)));

        assertThat(apart).hasSize(2);
        assertThat(together).singleElement().satisfies(document -> {
            assertThat(document.payer()).isEqualTo("Supplier");
            assertThat(document.gross()).isEqualByComparingTo("5.70");
            assertThat(document.entries())
                    .extracting(Document.Entry::amount)
                    .containsExactly(new BigDecimal("-74.30"), new BigDecimal("80.00"));
        });
    }

    @Test
    void a_payment_that_rounds_to_zero_is_no_line() {
        Agreement agreement = agreement("""
                clause 1.1 "Crumb":
                  Client shall pay Energy Used * 0.000001 EUR per kWh to Supplier at settlement.
                """);

        assertThat(nets(engine.settle(month(agreement, MARCH, 1)))).isEmpty();
    }

    @Test
    void a_negative_payment_is_refused_in_the_name_of_its_clause() {
        Agreement agreement = agreement("""
                clause 4.2 "Balance":
                  Client shall pay (Energy Used - 800 kWh) * 1 EUR per kWh to Supplier at settlement.
                """);

        assertRefused(engine.settle(month(agreement, MARCH, 1)), "negative-payment", "clause 4.2");
    }

    @Test
    void division_by_zero_is_refused_in_the_name_of_its_term_and_other_values_are_told() {
        Agreement agreement = agreement("""
                Night Energy is the total of Import Meter from 23:00 to 08:00 over Billing Month.
                Night Share is Night Energy / Energy Used.
                clause 1.1 "Energy":
                  when Night Share is above 10 %,
                  Client shall pay 5 EUR to Supplier at settlement.
                """);

        Outcome outcome = engine.settle(month(agreement, MARCH, 0));

        assertRefused(outcome, "division-by-zero", "Night Share");
        assertThat(outcome.values())
                .extracting(TermValue::name)
                .containsExactlyInAnyOrder("Energy Used", "Night Energy");
    }

    @Test
    void what_holds_for_a_part_of_the_period_only_is_refused() {
        Agreement agreement = agreement("""
                clause 1.1 "Energy":
                  when it is a working day and Energy Used is above 10 kWh,
                  Client shall pay 5 EUR to Supplier at settlement.
                """);

        assertRefused(engine.settle(month(agreement, MARCH, 1)), "partly", "clause 1.1");
        assertThat(nets(engine.settle(month(agreement, MARCH, 0)))).isEmpty();
    }

    @Test
    void what_starts_somewhere_starts_in_the_first_period_only() {
        Agreement agreement = agreement("""
                Running is the previous Running + Energy Used, starting at 0 kWh.
                clause 1.1 "Energy":
                  Client shall pay Running * 0.10 EUR per kWh to Supplier at settlement.
                """);
        LocalDate january = LocalDate.of(2026, 1, 1);
        Evidence told = MonthFixture.evidence(agreement, MARCH, 1)
                .previous("Running", Exact.of(1_000))
                .build();

        assertThat(nets(engine.settle(month(agreement, january, 1)))).containsExactly("74.40");
        assertRefused(engine.settle(month(agreement, MARCH, 1)), "no-previous", "Running");
        assertThat(nets(engine.settle(MonthFixture.of(agreement, MARCH, told)))).containsExactly("174.30");
    }

    @Test
    void missing_readings_hold_the_settlement_and_name_whom_to_tell() {
        Agreement agreement = agreement(PRICED.formatted("0.10", "700"));
        Case whole = month(agreement, MARCH, 1);
        MeterColumn column = whole.evidence().columns().get("Import Meter");
        Evidence gap = Evidence.asOf(7)
                .column(
                        "Import Meter",
                        column.edit().put(30, 0, Quality.MISSING).build())
                .build();

        Outcome outcome = engine.settle(new Case(agreement, whole.period(), gap));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Held.class, held -> {
            assertThat(held.reasons()).singleElement().asString().contains("Import Meter", "2026-03-02T06:00");
            assertThat(held.notified()).containsExactly("Client", "Supplier");
        });
    }

    @Test
    void readings_in_another_unit_or_interval_are_refused() {
        Agreement agreement = agreement(PRICED.formatted("0.10", "700"));
        Case whole = month(agreement, MARCH, 1);
        MeterColumn column = whole.evidence().columns().get("Import Meter");
        Evidence other = Evidence.asOf(7)
                .column("Import Meter", MeterColumn.of(column.grid(), "MWh", 0).build())
                .build();

        assertRefused(engine.settle(new Case(agreement, whole.period(), other)), "wrong-unit", "Energy Used");
    }

    @Test
    void days_without_an_index_value_are_one_reason_for_each_gap() {
        Agreement agreement = agreement("""
                index Power Price is published in EUR per kWh every 1 day by "Exchange".
                Average Price is the average of Power Price over Billing Month.
                clause 1.1 "Energy":
                  Client shall pay Energy Used * Average Price to Supplier within 14 days after settlement.
                """);
        Evidence.Builder evidence = MonthFixture.evidence(agreement, MARCH, 1);

        assertThat(held(engine.settle(MonthFixture.of(agreement, MARCH, evidence.build()))))
                .containsExactly("Power Price has no published value from 2026-03-01 to 2026-03-31");

        IndexValue week =
                IndexValue.ofDays(MARCH.plusDays(1), MARCH.plusDays(8), ZoneId.of("Europe/Dublin"), Exact.of(1));
        evidence.index("Power Price", List.of(week));
        assertThat(held(engine.settle(MonthFixture.of(agreement, MARCH, evidence.build()))))
                .containsExactly(
                        "Power Price has no published value for 2026-03-01",
                        "Power Price has no published value from 2026-03-09 to 2026-03-31");
    }

    @Test
    void the_bytes_depend_on_the_evidence() {
        Agreement agreement = agreement(PRICED.formatted("0.10", "700"));

        String one = bytes(engine.settle(month(agreement, MARCH, 1)));

        assertThat(bytes(engine.settle(month(agreement, MARCH, 1)))).isEqualTo(one);
        assertThat(bytes(engine.settle(month(agreement, MARCH, 2)))).isNotEqualTo(one);
    }

    private static void assertRefused(Outcome outcome, String code, String where) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.where()).isEqualTo(where);
            assertThat(refused.message()).isNotBlank();
        });
    }

    private static List<String> held(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Held.class);
        return ((Outcome.Held) outcome).reasons();
    }

    private static List<String> nets(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Settled.class);
        return ((Outcome.Settled) outcome)
                .settlement().lines().stream()
                        .map(line -> line.net().toPlainString())
                        .toList();
    }

    private static List<Document> documents(Outcome outcome) {
        return ((Outcome.Settled) outcome).settlement().documents();
    }

    private static String bytes(Outcome outcome) {
        return new String(((Outcome.Settled) outcome).settlement().canonicalJson(), StandardCharsets.UTF_8);
    }
}

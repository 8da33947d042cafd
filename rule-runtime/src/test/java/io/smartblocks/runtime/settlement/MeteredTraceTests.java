package io.smartblocks.runtime.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.explain.Explaining;
import io.smartblocks.runtime.explain.ExplanationText;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.metering.RegisterAdvance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind a line: the stands of a register and the events; and what a register advanced up to a lost stand. */
class MeteredTraceTests {

    private static final SettlementEngine ENGINE = new SettlementEngine();

    private static final String TEXT = """
            contract "Traced" version 1.0.
            in force from 1 January 2027 to 31 December 2028.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Register registers MWh every 1 day from "meter/register", rolls over at 1,000 MWh.
            event Outage has Outage Length in hours, reported by Supplier.
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Register are missing:
              for up to 10 days, use RULE;
              for longer, hold settlement, notify Client.
            Heat is the total of Register over Month.
            Credit is 5 EUR for each full 2 hours of Outage Length.
            clause 1 "Heat": Client shall pay Heat * 10 EUR per MWh to Supplier at settlement.
            clause 2 "Outages":
              when the number of Outage over Month is above 0,
              Supplier shall pay the total of Credit over Month to Client at settlement.
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a straight line between the readings on either side",
                "the average of the previous 7 days",
                "0.5 MWh",
                "the average of the last 3 like days"
            })
    void an_estimate_at_a_lost_stand_keeps_to_what_the_register_advanced_around_it(String rule) {
        Statement january = settled(rule, 1, stands(100, 26, Map.of(35, 165)));
        Statement february = settled(rule, 2, stands(100, 26, Map.of(35, 165)));

        Exact first = january.values().get(0).value();
        Exact second = february.values().get(0).value();
        assertThat(first.plus(second)).isEqualTo(Exact.parse("89000"));
        assertThat(first.compareTo(Exact.parse("26000"))).isPositive();
        if (!rule.endsWith("like days")) {
            assertThat(first).isEqualTo(Exact.parse("49000"));
        }
        assertThat(january.trace().get(0).readings().get(0).estimated()).isEqualTo(6);
    }

    @Test
    void a_lost_stand_for_longer_holds_the_settlement() {
        assertThat(outcome("0.5 MWh", 1, stands(100, 10, Map.of(35, 165)))).isNotInstanceOf(Outcome.Settled.class);
    }

    @Test
    void stands_and_events_are_told_behind_a_line() {
        Case january = monthOf("0.5 MWh", 1, stands(990, 31, Map.of(31, 21)));
        Statement statement =
                ((Outcome.Settled) ENGINE.settle(january)).settlement().statement();

        LineTrace heat = statement.trace().get(0);
        assertThat(heat.readings().get(0).stands())
                .containsExactly(
                        new LineTrace.StandUsed(LocalDate.of(2027, 1, 1), "990.0", "MWh", false),
                        new LineTrace.StandUsed(LocalDate.of(2027, 2, 1), "21.0", "MWh", false));
        assertThat(heat.events()).isEmpty();
        assertThat(statement.trace().get(1).events())
                .containsExactly(
                        new LineTrace.EventUsed(
                                "Outage", LocalDateTime.of(2027, 1, 4, 18, 30), List.of("Outage Length 3 hours")),
                        new LineTrace.EventUsed(
                                "Outage", LocalDateTime.of(2027, 1, 31, 23, 59), List.of("Outage Length 1.5 hours")));
        assertThat(ExplanationText.of(Explaining.of(ENGINE, january, statement, Optional.empty())))
                .contains("Register stood at 990.0 MWh on 2027-01-01")
                .contains("Outage on 2027-01-04 at 18:30: Outage Length 3 hours");
    }

    @Test
    void a_statement_with_stands_and_events_is_read_as_it_was_written() {
        Outcome.Settled outcome = (Outcome.Settled) outcome("0.5 MWh", 1, stands(990, 31, Map.of(31, 21)));

        assertThat(Settlement.fromJson(outcome.settlement().canonicalJson()))
                .isEqualTo(outcome.settlement().statement());
    }

    private static Statement settled(String rule, int month, MeterColumn stands) {
        Outcome outcome = outcome(rule, month, stands);
        assertThat(outcome).isInstanceOf(Outcome.Settled.class);
        return ((Outcome.Settled) outcome).settlement().statement();
    }

    private static Outcome outcome(String rule, int month, MeterColumn stands) {
        return ENGINE.settle(monthOf(rule, month, stands));
    }

    private static Case monthOf(String rule, int month, MeterColumn stands) {
        Agreement agreement = SharedFiles.compiled("traced", TEXT.replace("RULE", rule));
        SettlementPeriod period = ENGINE.periods(agreement).periods("Month").get(month - 1);
        MeterColumn advance = RegisterAdvance.of(agreement.meters().get(0), stands, LocalDate.of(2027, 3, 2));
        Evidence evidence = Evidence.asOf(7)
                .column("Register", advance)
                .events(
                        "Outage",
                        List.of(
                                outage("2027-01-04T18:30:00Z", "3"),
                                outage("2027-01-31T23:59:00Z", "1.5"),
                                outage("2027-03-01T00:00:00Z", "4")))
                .build();
        return new Case(agreement, period, evidence);
    }

    private static ReportedEvent outage(String at, String hours) {
        return new ReportedEvent(Instant.parse(at), new TreeMap<>(Map.of("Outage Length", Exact.parse(hours))));
    }

    /** One MWh each day from the first stand on, stands lost from a day on, and others later. */
    private static MeterColumn stands(int first, int lost, Map<Integer, Integer> later) {
        Grid grid = new Grid(
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 3, 2),
                ZoneId.of("Europe/Dublin"),
                new TimeSpan(1, TimeSpan.Unit.DAY));
        MeterColumn.Builder column = MeterColumn.of(grid, "MWh", 1);
        for (int day = 0; day < lost; day++) {
            column.put(day, Math.floorMod(10L * (first + day), 10_000L), Quality.ACTUAL);
        }
        int last = new TreeMap<>(later).lastKey();
        later.forEach((day, stand) -> column.put(day, 10L * stand, Quality.ACTUAL));
        int after = later.get(last);
        for (int day = last + 1; day < grid.size(); day++) {
            column.put(day, 10L * (after + day - last), Quality.ACTUAL);
        }
        return column.build();
    }
}

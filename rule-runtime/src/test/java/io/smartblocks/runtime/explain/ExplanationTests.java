package io.smartblocks.runtime.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTests {

    private static final String TEXT = """
            contract "Small" version 1.0.
            in force from 1 January 2026 to 31 December 2027.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 day from "meter/IE-1/import".
            period Billing Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            when readings of Import Meter are missing, use a straight line between the readings on either side.
            Energy Used is the total of Import Meter over Billing Month.
            clause 1.1 "Energy":
              when Energy Used is above 100 kWh,
              Client shall pay Energy Used * 0.20 EUR per kWh to Supplier within 14 days after settlement.
            VAT at 9 % is added to clause 1.1.
            """;

    @Test
    void a_line_is_explained_from_its_clause_down_to_its_readings() {
        List<String> words = Explanation.of(statement(), 0, Optional.of(TEXT));

        assertThat(words.get(0))
                .isEqualTo("Client pays Supplier 62.00 EUR for \"Energy\" under clause 1.1, due on 2026-04-22.");
        assertThat(words)
                .contains("VAT at 9 % is added to it, once for all lines of that rate.")
                .contains("Note: 1 of 31 readings of Import Meter are estimated.")
                .contains("Asked whether Energy Used (310 kWh) is above 100 kWh: yes.")
                .contains("Energy Used is 310 kWh.")
                .contains("Rules that fired: term Energy Used; clause 1.1, sentence 1.")
                .anySatisfy(line -> assertThat(line)
                        .startsWith("The agreement says: ")
                        .contains("Client shall pay Energy Used * 0.20 EUR per kWh to Supplier"))
                .anySatisfy(line -> assertThat(line).contains("1 of them estimated, the first for 2026-03-10"));
    }

    private static Statement statement() {
        Agreement agreement = SharedFiles.compiled("small", TEXT);
        SettlementEngine engine = new SettlementEngine();
        LocalDate march = LocalDate.of(2026, 3, 1);
        Grid grid = new Grid(
                march,
                march.plusMonths(1),
                agreement.settings().zone(),
                agreement.meters().get(0).every());
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 0);
        for (int i = 0; i < grid.size(); i++) {
            column.put(i, 10, i == 9 ? Quality.MISSING : Quality.ACTUAL);
        }
        Outcome outcome = engine.settle(new Case(
                agreement,
                engine.periods(agreement).starting("Billing Month", march).orElseThrow(),
                Evidence.asOf(3)
                        .column("Import Meter", column.build())
                        .previous("Unused", Exact.ONE)
                        .build()));
        return ((Outcome.Settled) outcome).settlement().statement();
    }
}

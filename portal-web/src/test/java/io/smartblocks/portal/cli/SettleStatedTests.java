package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dry runs on facts, adjustments and baselines. */
class SettleStatedTests {

    private static final String AGREEMENT = """
            contract "Hotel savings" version 1.0.
            in force from 1 January 2026 to 31 December 2028.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party ESCO is "Corrib Energy Ltd".
            party Client is "Harbour Hotel Ltd".
            meter Main Meter reads kWh every 1 day from "meter/IE-1".
            meter Outdoor reads °C every 1 day from "weather/IE-1".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            baseline Main Baseline of Main Meter is fitted by "CalTRACK daily" from 1 January 2025 to 31 December 2025 with Outdoor.
            adjustment Server Room in kWh per day, proposed by ESCO, confirmed by Client.
            adjustment Single Change in kWh, proposed by ESCO, confirmed by Client.
            fact Heated Area in m2 is 100 m2, stated by Client, confirmed by ESCO.
            fact Outage in hours each Month is 0 hours unless ESCO states and Client confirms another value.
            when readings of Main Meter, Outdoor are missing, hold settlement, notify ESCO.
            Changes is the total of Server Room over Month + the total of Single Change over Month.
            Saved is the total of Main Baseline over Month + Changes - the total of Main Meter over Month.
            clause 1 "Savings": Client shall pay Saved * 0.10 EUR per kWh * Heated Area / 100 m2 to ESCO at settlement.
            clause 2 "Outage": ESCO shall pay Outage * 1 EUR per hour to Client at settlement.
            """;

    @TempDir
    private Path dir;

    @Test
    void takes_facts_adjustments_and_baselines_as_figures() {
        Run run = settle(
                "--baseline", "Main Baseline=3,100 kWh",
                "--adjustment", "Server Room=10 kWh per day from 22 January 2026",
                "--adjustment", "Single Change=-40 kWh over 30 January 2026 to 2 February 2026",
                "--fact", "Heated Area=110 m2",
                "--fact", "Outage=7.5 hours");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Server Room, 2026-01-22 to 2026-01-31")
                .contains("Single Change, 2026-01-30 to 2026-01-31")
                // (3,100 + 100 - 20 - 1,550) kWh * 0.10 EUR * 1.1 = 179.30 EUR, less 7.50 EUR
                .contains("Client pays ESCO 171.80 EUR");
    }

    @Test
    void takes_them_from_files() {
        Path baseline = file("baseline.csv", days(100));
        Path room = file("room.csv", "from,to,value\n2026-01-01,,5\n2026-01-22,,10\n");
        Path single = file("single.csv", "from,to,value\n2026-01-30,2026-02-03,-40\n");
        Path area = file("area.csv", "from,value\n2026-01-15,110\n2026-02-01,300\n");
        Run run = settle(
                "--baseline", "Main Baseline=" + baseline,
                "--adjustment", "Server Room=" + room,
                "--adjustment", "Single Change=" + single,
                "--fact", "Heated Area=" + area);
        assertThat(run.err()).isEmpty();
        // (3,100 + 21 * 5 + 100 - 20 - 1,550) kWh * 0.10 EUR * 1.1
        assertThat(run.out()).contains("Client pays ESCO 190.85 EUR");
    }

    @Test
    void holds_what_needs_a_baseline_that_is_not_given() {
        Run run = settle();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("The settlement is held")
                .contains("Main Baseline has no values from 2026-01-01 to 2026-01-31")
                .contains("settlement waits for the fit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --adjustment | Server Room=10 kWh             | `Server Room` is in kWh per day
            --adjustment | Server Hall=10 kWh per day     | `Server Hall` has no meaning
            --adjustment | Single Change=5 kWh from 1 January 2026 | nothing says which days this amount
            --baseline   | Main Meter Baseline=5 kWh      | `Main Meter Baseline` has no meaning
            --baseline   | Main Baseline=5 EUR            | `Main Baseline` is in kWh
            --fact       | Heated Area=5 kWh              | `Heated Area` is in m2
            """)
    void refuses_what_does_not_fit(String option, String figure, String message) {
        Run run = settle(option, figure);
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refuses_a_single_amount_without_an_end() {
        Path single = file("single.csv", "from,to,value\n2026-01-30,,-40\n");
        Run run = settle("--adjustment", "Single Change=" + single);
        assertThat(run.err()).contains("single.csv:2: the amount has no end; expected the day after its last");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private Run settle(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "settle",
                file("hotel.esco", AGREEMENT).toString(),
                "--period",
                "2026-01-01",
                "--readings",
                "Main Meter=" + file("main.csv", days(50))));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    private Path file(String name, String content) {
        return DocumentedExample.written(dir.resolve(name), content);
    }

    private static String days(int value) {
        StringBuilder rows = new StringBuilder("start,value\n");
        for (int day = 1; day <= 31; day++) {
            rows.append("2026-01-%02dT00:00:00Z,%d%n".formatted(day, value));
        }
        return rows.toString();
    }
}

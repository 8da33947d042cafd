package io.smartblocks.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.SharedFiles;
import java.util.List;

/** Runs the scenarios of a text, each of which must hold. */
final class Told {

    private Told() {}

    static void assertMet(String text) {
        Agreement agreement = SharedFiles.compiled("told", text);
        List<ScenarioResult> results = ScenarioRunner.run(agreement);
        assertThat(results)
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.steps()).isNotEmpty());
        assertThat(results.stream().flatMap(result -> result.failures().stream()))
                .isEmpty();
    }

    /** The settings and parties of a small supply in a time zone and a currency, with working days of a calendar. */
    static String supply(String zone, String money, String calendar) {
        return """
                contract "Told" version 1.0.
                in force from 1 January 2027 to 31 December 2028.
                time zone "%s".
                working days follow "%s".
                due dates roll to the next working day.
                money is rounded half up to %s.
                payments of one settlement are set off.
                party Supplier is "Supplier Ltd".
                party Client is "Client Ltd".
                """.formatted(zone, calendar, money);
    }

    static String supply() {
        return supply("Europe/Dublin", "0.01 EUR", "Ireland");
    }
}

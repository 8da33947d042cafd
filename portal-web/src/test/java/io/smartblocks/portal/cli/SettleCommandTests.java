package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettleCommandTests {

    private static final String PRICE = "Heat Price=0.11 EUR per kWh";

    @TempDir
    private Path dir;

    @Test
    void settles_a_period_from_a_file_of_readings() {
        Run run = settle("--readings", "Heat Meter=" + january(), "--index", PRICE);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Billing Month, 2026-01-01 to 2026-01-31")
                .contains("Client pays Supplier 341.00 EUR, due 2026-02-23")
                .contains("2.1 heat")
                .contains("Heat Used");
    }

    @Test
    void finds_the_period_by_any_of_its_days_and_the_meter_by_its_id() {
        Run run = settle("--period", "2026-01-17", "--readings", "meter/IE-9200/heat=" + january(), "--index", PRICE);
        assertThat(run.out()).contains("341.00 EUR");
    }

    @Test
    void finds_the_meter_in_a_column_of_the_file() throws IOException {
        String rows = Files.readString(january())
                .lines()
                .map(line -> line.startsWith("start") ? line + ",meter" : line + ",IE-9200/heat")
                .collect(joining("\n"));
        Run run = settle(
                "--readings",
                DocumentedExample.written(dir.resolve("all.csv"), rows).toString(),
                "--index",
                PRICE);
        assertThat(run.out()).contains("341.00 EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "fr-FR", "pt-PT", "ar-EG-u-nu-arab", "tr-TR"})
    void gives_the_same_bytes_on_a_machine_of_any_language(String language) {
        Locale before = Locale.getDefault();
        Run english = settle("--readings", "Heat Meter=" + january(), "--index", PRICE, "--json");
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            Run other = settle("--readings", "Heat Meter=" + january(), "--index", PRICE, "--json");

            assertThat(other.out()).as(other.err()).isEqualTo(english.out()).contains("341.00");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void prints_the_bytes_that_would_be_committed_as_json() {
        Run run = settle("--readings", "Heat Meter=" + january(), "--index", PRICE, "--json");
        JsonNode statement = new JsonMapper().readTree(run.out());
        assertThat(statement.get("period").asString()).isEqualTo("Billing Month");
        assertThat(run.out()).doesNotContain("\n ");
    }

    @Test
    void holds_a_settlement_when_readings_are_missing_for_long() {
        Run run = settle("--index", PRICE);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("held").contains("Heat Meter").doesNotContain("Values");
    }

    @Test
    void writes_nothing_anywhere() throws IOException {
        settle("--readings", "Heat Meter=" + january(), "--index", PRICE);
        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("bakery.esco", "january.csv");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Cold Meter=january.csv  | The agreement has no meter 'Cold Meter'; it has Heat Meter.",
                "Heat Meter=nowhere.csv  | there is no such file",
                "Heat Meter=doubled.csv  | stands in line 2 already",
                "Heat Meter=local.csv    | has no offset, so it names no instant",
                "Heat Meter=money.csv    | its registered unit kWh",
                "unknown.csv             | the meter 'IE-1' is not registered"
            })
    void refuses_readings_that_cannot_be_used(String option, String message) {
        january();
        String january = "start,value\n2026-01-01T00:00:00Z,100\n";
        DocumentedExample.written(dir.resolve("doubled.csv"), january + "2026-01-01T00:00:00Z,100\n");
        DocumentedExample.written(dir.resolve("local.csv"), january + "2026-01-02T00:00:00,100\n");
        DocumentedExample.written(dir.resolve("money.csv"), "start,value,unit\n2026-01-01T00:00:00Z,100,EUR\n");
        DocumentedExample.written(dir.resolve("unknown.csv"), "start,value,meter\n2026-01-01T00:00:00Z,1,IE-1\n");
        int sign = option.indexOf('=');
        Run run = settle(
                "--readings",
                option.substring(0, sign + 1) + dir.resolve(option.substring(sign + 1)),
                "--index",
                PRICE);
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--index    | Heat Price=0.11 EUR       | 'Heat Price=0.11 EUR' cannot be used",
                "--index    | Cold Price=1 EUR per kWh  | 'Cold Price=1 EUR per kWh' cannot be used",
                "--previous | Recovered=0 EUR           | 'Recovered=0 EUR' cannot be used",
                "--fact     | Outage=3 hours            | 'Outage=3 hours' cannot be used"
            })
    void refuses_figures_that_the_agreement_does_not_know(String option, String figure, String message) {
        Run run = settle("--readings", "Heat Meter=" + january(), option, figure);
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "from,value;2026-01-01,dear        | prices.csv:2: 'dear' is not a number",
                "from,value;1 January 2026,0.11    | prices.csv:2: '1 January 2026' is not a day",
                "day,price;2026-01-01,0.11         | prices.csv:1: the header is 'day,price'",
                "from,to,value;2026-01-02,2026-01-01,1 | an end after the start"
            })
    void refuses_index_files_that_cannot_be_read(String content, String message) {
        Path file = DocumentedExample.written(dir.resolve("prices.csv"), content.replace(';', '\n'));
        Run run = settle("--readings", "Heat Meter=" + january(), "--index", "Heat Price=" + file);
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void refuses_a_day_outside_the_agreement() {
        Run run = settle("--period", "2031-01-01");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("2031-01-01").contains("2026-01-01 to 2028-12-31");
    }

    @Test
    void refuses_a_period_that_the_agreement_does_not_have() {
        Run run = settle("--of", "Billing Week");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("The agreement has no period 'Billing Week'; it has Billing Month.");
    }

    @Test
    void a_figure_without_a_name_is_wrong_usage() {
        Run run = settle("--index", "0.11");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not of the form NAME=VALUE");
    }

    @Test
    void a_period_that_is_no_date_is_wrong_usage() {
        Run run = Run.of("settle", DocumentedExample.agreementIn(dir), "--period", "January");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--period").contains("January");
    }

    private Run settle(String... options) {
        List<Object> arguments = new ArrayList<>(List.of("settle", DocumentedExample.agreementIn(dir)));
        if (!List.of(options).contains("--period")) {
            arguments.addAll(List.of("--period", "2026-01-01"));
        }
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray());
    }

    /** 31 days of 100 kWh: 3,100 kWh at 0.11 EUR are 341.00 EUR. */
    private Path january() {
        String rows = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2026, 2, 1))
                .map(day -> day + "T00:00:00Z,100\n")
                .collect(joining());
        return DocumentedExample.written(dir.resolve("january.csv"), "start,value\n" + rows);
    }
}

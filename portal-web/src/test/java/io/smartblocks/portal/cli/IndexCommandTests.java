package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.IndexPageState;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexCommandTests {

    private static final IndexId SPOT = new IndexId("exchange/spot");

    @TempDir
    private Path dir;

    private MemberSite site = new MemberSite(Path.of(""));

    @BeforeEach
    void begin() {
        site = MemberSite.in(dir);
        site.admit("exchange", "index-publisher");
    }

    @Test
    void an_index_is_registered_before_it_has_values_for_another_by_a_registrar() {
        Run run = site.done(
                "registrar",
                "index register --name Spot --by Exchange --publisher exchange --every PT1H --zone Europe/Dublin",
                "--unit",
                "EUR per MWh");
        assertThat(run.out())
                .isEqualTo("Index exchange/spot, published by exchange in EUR per MWh, stands in block 4; a value holds"
                        + " for PT1H.\n");
        assertThat(site.ledger(ledger -> ledger.state(StateKey.index(SPOT), IndexState.class))
                        .orElseThrow()
                        .zone())
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:00:00Z, 23, PT1H",
        "2026-03-28T00:00:00Z, 24, PT1H",
        "2025-10-25T23:00:00Z, 25, PT1H",
        "2025-10-25T23:00:00Z, 100, PT15M"
    })
    void a_file_of_hours_fills_days_of_23_24_and_25_hours(Instant start, int count, String every) {
        hourly(every);

        Run run = publish(values(start, count, every));

        assertThat(run.out()).isEqualTo(count + " values of exchange/spot in block 5.\n");
        assertThat(run.err()).isEmpty();
        assertThat(page(start).page().values()).hasSize(count).doesNotContainNull();
    }

    @Test
    void missing_values_are_told_and_filled_in_later_without_repeating_what_stands() {
        hourly("PT1H");
        Run first = publish(values(Instant.parse("2026-03-29T00:00:00Z"), 20, "PT1H"));
        assertThat(first.err()).isEqualTo("note: 2026-03-29 has 20 of 23 values.\n");
        assertThat(publish(values(Instant.parse("2026-03-29T00:00:00Z"), 23, "PT1H"))
                        .out())
                .isEqualTo("3 values of exchange/spot in block 6.\n");
        assertThat(publish(values(Instant.parse("2026-03-29T00:00:00Z"), 23, "PT1H"))
                        .out())
                .startsWith("Nothing is new: all values of exchange/spot");
    }

    @Test
    void a_value_that_stands_changes_only_by_a_correction() {
        hourly("PT1H");
        publish("start,value\n2026-03-29T00:00:00Z,80.5\n2026-03-29T01:00:00Z,81\n");
        String other = "start,value\n2026-03-29T00:00:00Z,80.5\n2026-03-29T01:00:00Z,-4.25\n";
        assertThat(publish(other).err()).contains("send a correction with its reason");

        assertThat(correct(other).out()).isEqualTo("1 value of exchange/spot corrected in block 6.\n");

        assertThat(page(Instant.parse("2026-03-29T01:00:00Z")).page().valueAt(1).orElseThrow())
                .isEqualByComparingTo("-4.25");
        assertThat(page(Instant.parse("2026-03-29T01:00:00Z")).reason()).isEqualTo("typing error");
        assertThat(correct(other).out()).startsWith("Nothing changes: all values of exchange/spot");
    }

    @Test
    void a_value_for_days_is_corrected_for_exactly_its_range() {
        site.done("exchange", "index register --name Spot --by Exchange --unit EUR");
        publish("from,to,value\n2026-01-01,2026-02-01,0.1080\n2026-02-01,2026-03-01,0.11\n");
        assertThat(correct("from,to,value\n2026-01-01,2026-02-01,0.1080\n2026-02-01,2026-03-01,0.12\n")
                        .out())
                .isEqualTo("1 value of exchange/spot corrected in block 6.\n");
        assertThat(correct("from,to,value\n2026-02-01,2026-02-15,0.2\n").err())
                .contains("has no value for exactly 2026-02-01 to 2026-02-15");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from,to,value/2026-01-01,2026-02-01,1                            | prices.csv:1: the header is 'from,to,value'; expected start,value.
            start,value/2026-03-29T00:00:00,1                                | prices.csv:2: '2026-03-29T00:00:00' names no instant; expected an ISO time with Z or its offset
            start,value/2026-03-29T00:30:00Z,1                               | prices.csv:2: the value starts 2026-03-29T00:30:00Z, between those of the index; expected a start every PT1H
            start,value/2026-03-29T00:00:00Z,1/2026-03-29T01:00:00+01:00,2   | prices.csv:3: a value for 2026-03-29T00:00:00Z stands in an earlier line already
            start,value/2026-03-29T00:00:00Z,dear                            | prices.csv:2: 'dear' is not a number
            start,value/2026-03-29T00:00:00Z                                 | prices.csv:2: the row has 1 field; expected as many as in the header
            start,value/2026-03-29T00:00:00Z,                                | no row of the file has a value
            start,value                                                      | the file has a header and no values
            """, quoteCharacter = '"')
    void a_faulty_file_names_the_line_and_leaves_nothing(String lines, String message) {
        hourly("PT1H");
        Run run = publish(lines.replace("/2026", "\n2026"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(message);
        assertThat(site.ledger(Ledger::height)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            index register --name Spot --by Exchange                            | say with --unit in which unit its values are
            index register --name Spot --by Exchange --unit EUR --every PT1H    | --every and --zone belong together
            index register --name Spot --by Exchange --unit EUR --every P1D --zone UTC | the interval P1D is no part of a day
            index register --name ! --by Exchange --unit EUR                    | '!' gives no id: expected at least one letter or digit
            """, quoteCharacter = '"')
    void what_is_no_index_is_not_registered(String command, String message) {
        Run run = site.runAs("exchange", command);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(message);
        assertThat(site.ledger(Ledger::height)).isEqualTo(4);
    }

    @Test
    void what_was_registered_otherwise_is_told() {
        hourly("PT1H");
        Run run = publish("start,value\n2026-03-29T00:00:00Z,1\n", "--unit", "GBP per MWh");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("--unit says 'GBP per MWh', but index 'exchange/spot' is registered with 'EUR per MWh'");
    }

    @Test
    void nothing_is_corrected_of_an_index_that_there_is_not() {
        Run run = correct("start,value\n2026-03-29T00:00:00Z,1\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no index 'exchange/spot' on this ledger");
    }

    private void hourly(String every) {
        site.done(
                "exchange",
                "index register --name Spot --by Exchange --zone Europe/Dublin --every " + every,
                "--unit",
                "EUR per MWh");
    }

    private static String values(Instant start, int count, String every) {
        long seconds = Duration.parse(every).toSeconds();
        return IntStream.range(0, count)
                .mapToObj(number -> start.plusSeconds(seconds * number) + ",8" + number + ".5\n")
                .collect(Collectors.joining("", "start,value\n", ""));
    }

    private Run publish(String text, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = site.file("prices.csv", text);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return site.runAs("exchange", "index publish --name Spot --by Exchange", arguments);
    }

    private Run correct(String text) {
        return site.runAs(
                "exchange",
                "index correct --name Spot --by Exchange",
                site.file("prices.csv", text),
                "--reason",
                "typing error");
    }

    private IndexPageState page(Instant start) {
        LocalDate day = start.atZone(ZoneId.of("Europe/Dublin")).toLocalDate();
        return site.ledger(ledger -> ledger.state(StateKey.indexPage(SPOT, day), IndexPageState.class))
                .orElseThrow();
    }
}

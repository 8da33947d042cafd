package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.PredictionPage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionRecordCommandTests {

    private static final LocalDate AUTUMN = LocalDate.of(2170, 10, 28);
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    @TempDir
    private Path dir;

    private MemberSite site = new MemberSite(Path.of(""));

    @BeforeEach
    void begin() {
        site = MemberSite.in(dir);
        site.admit("weather", "predictor");
        site.done("operator", "meter predictor IE-1/heat --appoint weather");
    }

    @Test
    void a_day_to_come_is_stated_once_and_may_be_stated_anew() {
        String first = "start,value,margin\n2170-01-05T00:00:00Z,101.5,2.25\n";
        assertThat(record(first, "--margin-column", "margin").out())
                .isEqualTo("Predictions for meter IE-1/heat on 1 day stand in block 5, 0 there before.\n");
        assertThat(record(first, "--margin-column", "margin").out())
                .isEqualTo("Nothing is new: 1 day stated exactly so before.\n");
        record("start,value\n2170-01-05T00:00:00Z,99\n2170-01-06T00:00:00Z,98\n");

        PredictionPage page = page(LocalDate.of(2170, 1, 5)).page();
        assertThat(page.valueAt(0)).isEqualByComparingTo("99");
        assertThat(page.model()).isEqualTo("like days");
        assertThat(page(LocalDate.of(2170, 1, 5)).revision()).isEqualTo(1);
        assertThat(site.run("meter show IE-1/heat").out())
                .contains("predictions   2 days from 2170-01-05 to 2170-01-06, 1 of them stated more than once");
    }

    @Test
    void the_expected_error_keeps_its_digits() {
        record("start,value,margin\n2170-01-05T00:00:00Z,101.5,2.25\n", "--margin-column", "margin");
        PredictionPage page = page(LocalDate.of(2170, 1, 5)).page();
        assertThat(page.valueAt(0)).isEqualByComparingTo("101.5");
        assertThat(page.marginAt(0).orElseThrow()).isEqualByComparingTo("2.25");
    }

    @Test
    void a_day_of_25_hours_has_25_values() {
        site.done(
                "operator",
                "meter register IE-1/hour --energy heat --unit kWh --every PT1H --zone Europe/Dublin --label H --site S");
        site.done("operator", "meter predictor IE-1/hour --appoint weather");

        Run whole = recordFor("IE-1/hour", hours(25));
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        Run short24 = recordFor("IE-1/hour", hours(24));
        assertThat(short24.exitCode()).isEqualTo(1);
        assertThat(short24.err())
                .contains("1 of the 25 values of meter IE-1/hour on 2170-10-28 are missing, the first at"
                        + " 2170-10-28T23:00:00Z; a prediction holds for the whole day");
    }

    @Test
    void days_that_have_begun_are_refused_with_what_to_do() {
        String file = "start,value\n2026-01-05T00:00:00Z,1\n2170-01-05T00:00:00Z,2\n";
        Run late = record(file);
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.err())
                .contains("too late for 1 day: 2026-01-05 began at 2026-01-05T00:00:00Z.")
                .contains("--skip-begun", "'smartblocks meter import'");
        assertThat(site.ledger(Ledger::height)).isEqualTo(5);

        Run rest = record(file, "--skip-begun");
        assertThat(rest.exitCode()).as(rest.err()).isZero();
        assertThat(rest.err())
                .isEqualTo("note: too late for 1 day, not stated: 2026-01-05 began at 2026-01-05T00:00:00Z.\n");
        assertThat(page(LocalDate.of(2170, 1, 5)).page().valueAt(0)).isEqualByComparingTo("2");
    }

    @Test
    void a_faulty_file_names_its_lines_and_leaves_nothing() {
        assertThat(record("start,value\n2170-01-05T00:00:00Z,much\n").err()).contains("heat.csv:2:", "much");
        assertThat(record("start,value\n2170-01-05,1\n").err()).contains("heat.csv:2:");
        assertThat(record("start,value\n").err()).contains("a header and at least one reading");
        assertThat(record("start,value,margin\n2170-01-05T00:00:00Z,1,\n", "--margin-column", "margin")
                        .err())
                .contains("no margin is stated for 2170-01-05");
        assertThat(site.ledger(Ledger::height)).isEqualTo(5);
    }

    @Test
    void who_was_not_appointed_and_what_is_no_meter_are_refused() {
        Run stranger = site.runAs(
                "operator",
                "prediction record --meter IE-1/heat --model guess",
                site.file("heat.csv", "start,value\n2170-01-05T00:00:00Z,1\n"));
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.err()).contains("the role predictor, appointed for meter 'IE-1/heat'");
        assertThat(recordFor("IE-9", "start,value\n").err()).contains("There is no meter 'IE-9' on this ledger");
    }

    private static String hours(int count) {
        return IntStream.range(0, count)
                .mapToObj(hour -> AUTUMN.atStartOfDay(DUBLIN).toInstant().plusSeconds(3600L * hour) + ",1.5\n")
                .collect(Collectors.joining("", "start,value\n", ""));
    }

    private Run record(String text, Object... more) {
        return recordFor("IE-1/heat", text, more);
    }

    private Run recordFor(String meter, String text, Object... more) {
        Object[] arguments = new Object[more.length + 5];
        System.arraycopy(
                new Object[] {site.file("heat.csv", text), "--meter", meter, "--model", "like days"},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return site.runAs("weather", "prediction record", arguments);
    }

    private PredictionState page(LocalDate day) {
        return site.ledger(ledger ->
                        ledger.state(StateKey.prediction(new MeterId("IE-1/heat"), day), PredictionState.class))
                .orElseThrow();
    }
}

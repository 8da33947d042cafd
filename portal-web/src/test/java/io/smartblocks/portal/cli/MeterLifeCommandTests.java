package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterLifeCommandTests {

    private static final String REGISTER =
            "meter register IE-2/heat --energy heat --unit kWh --every P1D --label Heat --zone ";

    @TempDir
    private Path dir;

    private MemberSite site = new MemberSite(Path.of(""));

    @BeforeEach
    void begin() {
        site = MemberSite.in(dir);
    }

    @Test
    void a_meter_belongs_to_the_registered_site_that_its_words_mean() {
        Run before = site.done("operator", REGISTER + "UTC", "--site", "North Campus");
        assertThat(before.out()).isEqualTo("Meter IE-2/heat stands in block 3.\n");
        assertThat(before.err())
                .isEqualTo("note: no site is registered as 'north-campus'; when one is, the meter belongs to it:"
                        + " 'smartblocks site register north-campus' does it.\n");
        assertThat(site.run("meter list").out()).containsPattern("IE-2/heat +Heat +North Campus \\(not registered\\)");

        site.done("registrar", "site register north-campus --zone UTC --owner operator", "--name", "The Campus");
        Run after = site.done(
                "operator",
                "meter register IE-3/heat --energy heat --unit kWh --every P1D --label Heat --zone UTC",
                "--site",
                "north-campus");
        assertThat(after.out()).isEqualTo("Meter IE-3/heat stands in block 5, at The Campus of operator.\n");
        assertThat(after.err()).isEmpty();
        assertThat(site.run("meter list").out())
                .containsPattern("IE-2/heat +Heat +North Campus \\(north-campus\\) +heat in kWh +P1D")
                .containsPattern("IE-3/heat +Heat +north-campus  +heat in kWh +P1D");
    }

    @Test
    void a_meter_is_moved_to_a_registered_site_only() {
        Run unknown = site.runAs("operator", "meter move IE-1/heat --site Annex");
        assertThat(unknown.err()).contains("There is no site 'annex' on this ledger");
        site.done("registrar", "site register annex --zone UTC --owner operator --name Annex");
        assertThat(site.done("operator", "meter move IE-1/heat --site Annex").out())
                .isEqualTo("Meter IE-1/heat is at Annex since block 4.\n");
    }

    @Test
    void a_retired_meter_takes_no_later_readings() {
        site.done("operator", "meter retire IE-1/heat --last-day 2026-01-01 --reason replaced");
        Run later = site.runAs(
                "operator",
                "meter import",
                site.file("heat.csv", "start,value\n2026-01-02T00:00:00Z,1\n"),
                "--meter",
                "IE-1/heat");
        assertThat(later.exitCode()).isEqualTo(1);
        assertThat(later.err()).contains("reads until 2026-01-01");
        assertThat(site.run("meter show IE-1/heat").out()).containsPattern("service +until 2026-01-01");
    }

    @Test
    void a_meter_is_shown_with_the_days_of_its_readings() {
        site.done(
                "operator",
                "meter import",
                site.file("heat.csv", "start,value\n2026-01-01T00:00:00Z,1\n2026-01-02T00:00:00Z,2\n"),
                "--meter",
                "IE-1/heat");
        assertThat(site.run("meter show IE-1/heat").out()).isEqualTo("""
                        meter         IE-1/heat
                        label         Heat
                        site          Bakery (not registered)
                        measures      heat in kWh, every P1D
                        values        what flowed in each interval
                        zone          Europe/Dublin
                        operator      operator
                        predictors    none
                        service       in service
                        readings      2 days from 2026-01-01 to 2026-01-02, 0 of them stated more than once
                        predictions   none
                        """);
        assertThat(site.run("meter show IE-1/heat --json").out()).contains("\"days\" : 2");
    }

    @Test
    void a_predictor_is_appointed_and_dismissed() {
        Run appointed = site.done("operator", "meter predictor IE-1/heat --appoint registrar");
        assertThat(appointed.out()).isEqualTo("registrar may state predictions for meter IE-1/heat since block 3.\n");
        assertThat(site.run("meter show IE-1/heat").out()).containsPattern("predictors +registrar");
        assertThat(site.done("operator", "meter predictor IE-1/heat --dismiss registrar")
                        .out())
                .isEqualTo("registrar states no more predictions for meter IE-1/heat since block 4.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            meter retire IE-9 --last-day 2026-01-01 --reason gone | there is no meter 'IE-9' on this ledger
            meter predictor IE-1/heat --appoint nobody            | 'nobody' is no member of this ledger
            meter predictor IE-1/heat --dismiss registrar         | 'registrar' is no predictor of meter 'IE-1/heat'
            meter register IE-2 --energy heat --unit kWh --every P1D --label H --site S --zone Dublin | 'Dublin' is no time zone
            meter register IE-2 --energy heat --unit kWh --every daily --label H --site S --zone UTC | 'daily' is not a reading interval: expected
            meter register IE-2 --energy heat --unit kWh --every P1D --label H --site ! --zone UTC | '!' gives no id: expected at least one letter or digit
            meter show IE-9                                       | There is no meter 'IE-9' on this ledger; 'smartblocks meter list'
            """, quoteCharacter = '"')
    void what_cannot_be_done_is_refused_and_leaves_nothing(String command, String message) {
        Run run = command.contains(" show ") ? site.run(command) : site.runAs("operator", command);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(message);
        assertThat(site.ledger(Ledger::height)).isEqualTo(3);
    }

    @Test
    void to_appoint_and_to_dismiss_at_once_is_wrong_usage() {
        assertThat(site.runAs("operator", "meter predictor IE-1/heat").exitCode())
                .isEqualTo(2);
        assertThat(site.runAs("operator", "meter predictor IE-1/heat --appoint a --dismiss b")
                        .exitCode())
                .isEqualTo(2);
    }
}

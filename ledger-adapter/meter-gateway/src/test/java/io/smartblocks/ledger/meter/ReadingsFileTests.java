package io.smartblocks.ledger.meter;

import static io.smartblocks.ledger.meter.ReadingsFileFixture.DAYS;
import static io.smartblocks.ledger.meter.ReadingsFileFixture.MONTHS;
import static io.smartblocks.ledger.meter.ReadingsFileFixture.QUARTER_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.meter.validation.Flag;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsFileTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"2026-03-29, 92", "2026-06-01, 96", "2026-10-25, 100"})
    void a_complete_local_day_has_as_many_places_as_quarter_hours(LocalDate day, int quarters) {
        ReadFile.Pages read = read(ColumnChoice.ofMeter(QUARTER_HOURS), quarterHours(day, quarters));

        assertThat(read.pages()).singleElement().satisfies(page -> {
            assertThat(page.day()).isEqualTo(day);
            assertThat(page.values()).hasSize(quarters).doesNotContainNull();
        });
        assertThat(read.notes()).isEmpty();
    }

    @Test
    void a_missing_reading_leaves_its_place_empty_and_is_noted() {
        List<String> lines = quarterHours(LocalDate.parse("2026-06-01"), 96);
        lines.remove(10);
        lines.set(20, lines.get(20).replaceAll(",.*", ","));

        ReadFile.Pages read = read(ColumnChoice.ofMeter(QUARTER_HOURS), lines);

        assertThat(read.readings()).isEqualTo(94);
        assertThat(read.pages().get(0).values().get(9)).isNull();
        assertThat(read.pages().get(0).quality()).startsWith("AAAAAAAAA-A").hasSize(96);
        assertThat(read.pages().get(0).missing()).isEqualTo(2);
        assertThat(read.notes())
                .extracting(Note::text)
                .containsExactly("IE-9001/import: 2 readings are missing on 2026-06-01");
    }

    @Test
    void the_rest_of_a_day_that_is_no_whole_number_of_intervals_has_no_place() {
        Path file = ReadingsFileFixture.file(
                folder, "howe.csv", List.of("start,meter,value", "2026-10-04T12:30:00Z,howe,1"));
        RegisteredMeters howe = ReadingsFileFixture.only("howe", "kWh", "PT1H", "Australia/Lord_Howe");

        ReadFile read = new ReadingsFile(howe, ReadingsFileFixture.NOW).read(file, ColumnChoice.fromHeader());

        assertThat(read)
                .isInstanceOfSatisfying(
                        ReadFile.Refused.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly("off-grid"));
    }

    @Test
    void days_without_any_reading_are_noted_and_have_no_page() {
        ReadFile.Pages read = read(
                ColumnChoice.ofMeter(DAYS),
                List.of("start,value", "2026-01-01T00:00Z,1", "2026-01-02T00:00Z,", "2026-01-04T00:00Z,2"));

        assertThat(read.pages())
                .extracting(ReadingsPage::day)
                .containsExactly(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-04"));
        assertThat(read.notes()).extracting(Note::code).containsExactly("missing-readings", "missing-days");
    }

    @Test
    void one_file_may_hold_several_meters_with_quality_end_and_unit() {
        ReadFile.Pages read = read(
                ColumnChoice.fromHeader(),
                List.of(
                        "meter;start;end;value;unit;quality",
                        "meter/IE-9001/import;2026-06-01 00:00:00+01:00;2026-06-01 00:15:00+01:00;250;Wh;E",
                        "IE-9001/daily;2026-06-01T00:00:00+0100;2026-06-02T00:00:00+01;0.0125;MWh;",
                        "",
                        "IE-9001/bill;2026-06-01T00:00:00+01:00;2026-07-01T00:00:00+01:00;1e2;kWh;A"));

        assertThat(read.pages()).extracting(ReadingsPage::meter).containsExactly(MONTHS, DAYS, QUARTER_HOURS);
        assertThat(read.pages())
                .extracting(page -> page.valueAt(0).orElseThrow().toPlainString())
                .containsExactly("100", "12.5", "0.25");
        assertThat(read.pages().get(2).quality()).startsWith("E-");
        assertThat(read.pages().get(2).start()).isEqualTo(Instant.parse("2026-05-31T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "value kWh", "value (kWh)", "Value [kWh]", "eload", "consumption (kWh)"})
    void the_value_column_is_found_by_name_or_as_the_only_column_of_numbers(String name) {
        ReadFile.Pages read =
                read(ColumnChoice.ofMeter(DAYS), List.of("note,time," + name, "first,2026-01-01T00:00:00Z,1.250"));

        assertThat(read.pages().get(0).valueAt(0))
                .hasValueSatisfying(value -> assertThat(value).hasToString("1.25"));
    }

    @Test
    void the_caller_may_name_columns_and_unit() {
        ReadFile.Pages read = read(
                ColumnChoice.ofMeter(DAYS).timeIn("when").valueIn("a").in("MWh"),
                List.of("when,a,b", "2026-01-01T00:00:00Z,1,2"));

        assertThat(read.pages().get(0).valueAt(0).orElseThrow()).isEqualByComparingTo("1000");
    }

    @Test
    void all_pages_of_a_meter_share_the_scale_that_its_finest_reading_needs() {
        ReadFile.Pages read = read(
                ColumnChoice.ofMeter(DAYS),
                List.of(
                        "start,value",
                        "2026-01-01T00:00Z,7",
                        "2026-01-02T00:00Z,0.123456789",
                        "2026-01-03T00:00Z,1.0"));

        assertThat(read.pages()).extracting(ReadingsPage::scale).containsOnly(9);
        assertThat(read.pages())
                .extracting(page -> page.values().get(0))
                .containsExactly(7_000_000_000L, 123_456_789L, 1_000_000_000L);
    }

    @Test
    void negative_readings_are_taken_and_flagged() {
        ReadFile.Pages read = read(ColumnChoice.ofMeter(DAYS), List.of("start,value", "2026-01-01T00:00Z,-4.5"));

        assertThat(read.pages().get(0).values()).containsExactly(-45L);
        assertThat(read.pages().get(0).flags()).contains("N");
        assertThat(read.found().counts()).containsExactly(Map.entry(Flag.NEGATIVE, 1));
    }

    @Test
    void a_packed_file_with_a_byte_order_mark_reads_like_a_plain_one() {
        List<String> lines = List.of("\uFEFFstart,value", "2026-01-01T00:00Z,3");
        Path file = ReadingsFileFixture.packed(folder, "readings.csv.gz", lines);

        ReadFile read = reader().read(file, ColumnChoice.ofMeter(DAYS));

        assertThat(read)
                .isInstanceOfSatisfying(
                        ReadFile.Pages.class,
                        pages -> assertThat(pages.readings()).isEqualTo(1));
    }

    private static List<String> quarterHours(LocalDate day, int quarters) {
        List<String> lines = new ArrayList<>(List.of("start,value"));
        Instant start = day.atStartOfDay(ReadingsFileFixture.DUBLIN).toInstant();
        for (int i = 0; i < quarters; i++) {
            lines.add(start.plusSeconds(900L * i) + ",0.25");
        }
        return lines;
    }

    private ReadFile.Pages read(ColumnChoice choice, List<String> lines) {
        ReadFile read = reader().read(ReadingsFileFixture.file(folder, "readings.csv", lines), choice);
        assertThat(read).as(() -> ((ReadFile.Refused) read).text()).isInstanceOf(ReadFile.Pages.class);
        return (ReadFile.Pages) read;
    }

    private static ReadingsFile reader() {
        return new ReadingsFile(ReadingsFileFixture.meters(), ReadingsFileFixture.NOW);
    }
}

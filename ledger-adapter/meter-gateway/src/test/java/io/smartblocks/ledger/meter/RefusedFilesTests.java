package io.smartblocks.ledger.meter;

import static io.smartblocks.ledger.meter.ReadingsFileFixture.DAYS;
import static io.smartblocks.ledger.meter.ReadingsFileFixture.QUARTER_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedFilesTests {

    private static final ColumnChoice QUARTERS = ColumnChoice.ofMeter(QUARTER_HOURS);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "no-offset|2026-06-01T00:00:00,1|'2026-06-01T00:00:00' has no offset, so it names no instant",
                "no-offset|2026-06-01,1|'2026-06-01' has no offset, so it names no instant",
                "not-a-time|yesterday,1|'yesterday' is not a time",
                "not-a-time|2026-02-30T00:00:00Z,1|'2026-02-30T00:00:00Z' is not a time",
                "not-a-number|2026-06-01T00:00:00Z,many|'many' is not a number",
                "off-grid|2026-06-01T00:07:00Z,1|the reading starts 2026-06-01T00:07:00Z, between the meter's readings",
                "in-the-future|2026-11-21T12:00:00Z,1"
                        + "|the reading from 2026-11-21T12:00:00Z ends 2026-11-21T12:15:00Z, which is still to come",
                "too-many-decimals|2026-06-01T00:00:00Z,0.1234567890123456"
                        + "|the value 0.1234567890123456 has 16 decimals in kWh",
                "too-many-digits|2026-06-01T00:00:00Z,123456789.123456789"
                        + "|with the 9 decimals of this file the value 123456789.123456789 has too many digits",
                "row-too-long|2026-06-01T00:00:00Z,1,5|the row has 3 fields",
                "row-too-short|2026-06-01T00:00:00Z|the row has 1 field"
            })
    void a_bad_row_is_named_with_its_line(String code, String row, String found) {
        ReadFile.Refused refused = refused(QUARTERS, "start,value", "2026-05-31T00:00:00Z,1", row);

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.found()).isEqualTo(found);
            assertThat(problem.text()).startsWith("readings.csv:3: " + found + "; expected ");
        });
    }

    @Test
    void a_decimal_comma_is_recognised() {
        ReadFile.Refused refused = refused(QUARTERS, "start;value", "2026-06-01T00:00:00Z;1,5");

        assertThat(refused.problems().get(0).mend()).contains("after a point, not after a comma");
    }

    @ParameterizedTest
    @CsvSource({"1.50, duplicate, stands in line 3 already", "1.6, conflicting, is 1.6 here and 1.5 in line 3"})
    void two_readings_of_one_interval_are_refused_with_both_lines(String second, String code, String words) {
        ReadFile.Refused refused = refused(
                QUARTERS,
                "start,value",
                "2026-06-01T00:00:00Z,1",
                "2026-06-01T00:15:00Z,1.5",
                "2026-06-01T01:15:00+01:00," + second);

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.found()).contains(words);
            assertThat(problem.mend()).isEqualTo("Keep one of lines 3 and 4.");
        });
    }

    @Test
    void two_stamps_in_one_local_day_of_a_daily_meter_are_refused() {
        ReadFile.Refused refused =
                refused(ColumnChoice.ofMeter(DAYS), "start,value", "2026-06-01T00:00:00Z,1", "2026-06-01T01:00:00Z,2");

        assertThat(refused.problems())
                .extracting(Problem::code, Problem::found)
                .containsExactly(
                        Tuple.tuple("conflicting", "the reading of local day 2026-06-01 is 2 here and 1 in line 2"));
    }

    @Test
    void overlapping_intervals_are_refused_with_both_lines() {
        ReadFile.Refused refused = refused(
                ColumnChoice.ofMeter(DAYS),
                "start,end,value",
                "2026-06-01T00:00:00Z,2026-06-02T00:30:00Z,1",
                "2026-06-02T00:00:00Z,2026-06-03T00:00:00Z,1");

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("overlap");
            assertThat(problem.found())
                    .isEqualTo("the reading from 2026-06-02T00:00:00Z begins before the one of line 2 ends at"
                            + " 2026-06-02T00:30:00Z");
        });
    }

    @Test
    void readings_longer_than_the_meters_interval_overlap_and_do_not_fit() {
        ReadFile.Refused refused = refused(
                QUARTERS,
                "start,interval,value",
                "2026-06-01T00:00:00Z,PT30M,1",
                "2026-06-01T00:15:00Z,PT15M,1",
                "2026-06-01T00:30:00Z,soon,1");

        assertThat(refused.problems())
                .extracting(Problem::line, Problem::code)
                .containsExactly(tuple(2, "wrong-interval"), tuple(3, "overlap"), tuple(4, "not-an-interval"));
    }

    @Test
    void a_reading_that_ends_before_it_starts_is_refused() {
        ReadFile.Refused refused = refused(QUARTERS, "start,end,value", "2026-06-01T00:15:00Z,2026-06-01T00:00:00Z,1");

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("ends-before-start");
    }

    @Test
    void an_unknown_meter_is_named_once() {
        ReadFile.Refused refused = refused(
                ColumnChoice.fromHeader(),
                "meter,start,value",
                "IE-9001/import,2026-06-01T00:00:00Z,1",
                "IE-9999,2026-06-01T00:00:00Z,1",
                "IE-9999,2026-06-01T00:15:00Z,1",
                "not a meter,2026-06-01T00:15:00Z,1");

        assertThat(refused.problems())
                .extracting(Problem::line, Problem::found)
                .containsExactly(
                        tuple(3, "the meter 'IE-9999' is not registered"),
                        tuple(5, "the meter 'not a meter' is not registered"));
    }

    @Test
    void a_unit_that_does_not_convert_is_named_once() {
        ReadFile.Refused refused =
                refused(QUARTERS, "start,value (m3)", "2026-06-01T00:00:00Z,1", "2026-06-01T00:15:00Z,1");

        assertThat(refused.problems())
                .extracting(Problem::text)
                .containsExactly("readings.csv:2: the readings of meter IE-9001/import are in 'm3'; expected its"
                        + " registered unit kWh, or one that converts to it exactly. Name the right unit in the header"
                        + " or when importing, or import to another meter.");
    }

    @Test
    void every_missing_column_is_named() {
        assertThat(refused(ColumnChoice.fromHeader(), "meter,unit", "a,b").problems())
                .extracting(Problem::code)
                .containsExactly("no-time-column", "no-value-column");
        ReadFile.Refused refused = refused(ColumnChoice.fromHeader(), "day,a,b", "2026-06-01T00:00:00Z,x,y");

        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly("no-time-column", "several-value-columns", "no-meter");
    }

    @Test
    void columns_that_cannot_be_told_apart_are_refused() {
        ReadFile.Refused refused = refused(QUARTERS, "start,time,a,b", "2026-06-01T00:00:00Z,2026-06-01T00:00:00Z,1,2");

        assertThat(refused.problems())
                .extracting(Problem::code)
                .containsExactly("several-time-columns", "several-value-columns");
    }

    @Test
    void a_header_that_contradicts_the_caller_is_refused() {
        assertThat(refused(QUARTERS.in("Wh"), "start,value (kWh)", "2026-06-01T00:00:00Z,1")
                        .problems())
                .extracting(Problem::code)
                .containsExactly("units-differ");
        assertThat(refused(QUARTERS, "meter,start,value", "IE-9001/daily,2026-06-01T00:00:00Z,1")
                        .problems())
                .extracting(Problem::found)
                .containsExactly("the file holds readings of meter 'IE-9001/daily'");
    }

    @Test
    void an_unknown_quality_is_refused() {
        ReadFile.Refused refused = refused(QUARTERS, "start,value,quality", "2026-06-01T00:00:00Z,1,good");

        assertThat(refused.problems()).extracting(Problem::found).containsExactly("'good' is not a quality");
    }

    @Test
    void an_empty_file_and_one_without_readings_are_refused() {
        assertThat(refused(QUARTERS).problems()).extracting(Problem::found).containsExactly("the file is empty");
        assertThat(refused(QUARTERS, "start,value").problems())
                .extracting(Problem::found)
                .containsExactly("the file has a header and no readings");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        assertThat(refused(folder.resolve("nowhere.csv")))
                .extracting(Problem::code)
                .containsExactly("no-such-file");
    }

    @Test
    void text_that_is_not_utf_8_is_refused_at_its_line() throws IOException {
        Path file = folder.resolve("readings.csv");
        Files.write(file, "start,value\n2026-06-01T00:00:00Z,1 \u00e4\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused(file)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.found()).isEqualTo("the byte 0xE4 is not UTF-8");
        });
    }

    @Test
    void a_broken_gzip_file_is_refused() throws IOException {
        List<String> lines = IntStream.range(0, 500)
                .mapToObj(i -> "2026-06-01T00:00:00Z," + i * 7919)
                .toList();
        Path whole = ReadingsFileFixture.packed(folder, "whole.csv.gz", lines);
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        Path noGzip = ReadingsFileFixture.file(folder, "plain.csv.gz", lines);

        assertThat(refused(cut)).extracting(Problem::code).containsExactly("gzip-broken");
        assertThat(refused(noGzip)).extracting(Problem::code).containsExactly("gzip-broken");
    }

    @Test
    void an_open_quotation_mark_is_refused() {
        ReadFile.Refused refused = refused(QUARTERS, "start,value", "\"2026-06-01T00:00:00Z,1");

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("not-csv");
    }

    @Test
    void all_problems_are_counted_and_the_first_fifty_named() {
        String[] lines = Stream.concat(
                        Stream.of("start,value"), IntStream.range(0, 120).mapToObj(i -> "2026-06-01T00:00:00,x"))
                .toArray(String[]::new);

        ReadFile.Refused refused = refused(QUARTERS, lines);

        assertThat(refused.problems()).hasSize(50);
        assertThat(refused.further()).isEqualTo(190);
        assertThat(refused.text()).endsWith("\nand 190 more of them");
    }

    private static Tuple tuple(long line, String second) {
        return Tuple.tuple(line, second);
    }

    private ReadFile.Refused refused(ColumnChoice choice, String... lines) {
        return read(ReadingsFileFixture.file(folder, "readings.csv", List.of(lines)), choice);
    }

    private List<Problem> refused(Path file) {
        return read(file, QUARTERS).problems();
    }

    private static ReadFile.Refused read(Path file, ColumnChoice choice) {
        ReadFile read = new ReadingsFile(ReadingsFileFixture.meters(), ReadingsFileFixture.NOW).read(file, choice);
        assertThat(read).isInstanceOf(ReadFile.Refused.class);
        return (ReadFile.Refused) read;
    }
}

package io.smartblocks.ledger.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.meter.validation.Flag;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealFilesTests {

    @ParameterizedTest
    @CsvSource({
        "nmecr/data_eload_daily_kWh.csv, kWh, UTC, 2012-03-01, 2015-02-28",
        "nmecr/data_eload_daily_kWh.csv, kWh, Europe/Dublin, 2012-03-01, 2015-02-28",
        "nmecr/data_eload_daily_kWh.csv, kWh, America/Los_Angeles, 2012-02-29, 2015-02-27",
        "nmecr/data_temp_daily_degF.csv, °F, UTC, 2012-03-01, 2015-02-28"
    })
    void daily_stamps_that_jump_to_one_o_clock_in_summer_neither_lose_nor_double_a_day(
            String name, String unit, String zone, LocalDate first, LocalDate last) throws IOException {
        Path file = SharedCases.file(name);

        ReadFile.Pages read = pages(file, unit, "P1D", zone);

        Set<LocalDate> days = new HashSet<>();
        read.pages().forEach(page -> days.add(page.day()));
        assertThat(days).hasSize(1095);
        assertThat(read.pages()).hasSize(1095);
        assertThat(read.pages().get(0).day()).isEqualTo(first);
        assertThat(read.pages().get(1094).day()).isEqualTo(last);
        assertThat(total(read.pages())).isEqualByComparingTo(sumOfSecondColumn(file));
        assertThat(read.notes()).extracting(Note::code).containsExactly("floored");
    }

    @Test
    void the_note_counts_the_stamps_that_were_floored() {
        ReadFile.Pages read = pages(SharedCases.file("nmecr/data_eload_daily_kWh.csv"), "kWh", "P1D", "UTC");

        assertThat(read.notes().get(0).text())
                .isEqualTo("real: 662 of 1095 stamps do not stand at midnight in UTC"
                        + " and count for the local day they fall in");
    }

    @Test
    void an_hourly_meter_keeps_the_short_and_the_long_day() throws IOException {
        Path file = SharedCases.file("eemeter-samples/il-electricity-cdd-hdd-hourly.csv.gz");

        ReadFile.Pages read = pages(file, "kWh", "PT1H", "America/Chicago");

        assertThat(read.readings()).isEqualTo(19417);
        assertThat(read.pages()).hasSize(810);
        assertThat(total(read.pages())).isEqualByComparingTo(sumOfSecondColumn(file));
        assertThat(page(read, "2016-03-13").values()).hasSize(23).doesNotContainNull();
        assertThat(page(read, "2016-11-06").values()).hasSize(25).doesNotContainNull();
        assertThat(page(read, "2016-11-06").values().subList(0, 4)).containsExactly(106L, 37L, 27L, 89L);
        assertThat(page(read, "2018-02-08").missing()).isEqualTo(23);
        assertThat(read.notes()).extracting(Note::text).containsExactly("real: 23 readings are missing on 2018-02-08");
    }

    @ParameterizedTest
    @CsvSource({
        "eemeter-samples/il-electricity-cdd-hdd-daily.csv.gz, kWh, P1D",
        "eemeter-samples/il-electricity-cdd-hdd-billing_monthly.csv.gz, kWh, P1M",
        "eemeter-samples/il-tempF.csv.gz, °F, PT1H"
    })
    void other_real_files_come_in_with_their_exact_total(String name, String unit, String interval) throws IOException {
        Path file = SharedCases.file(name);

        ReadFile.Pages read = pages(file, unit, interval, "America/Chicago");

        assertThat(total(read.pages())).isEqualByComparingTo(sumOfSecondColumn(file));
    }

    @ParameterizedTest
    @CsvSource({
        "eemeter-samples/il-electricity-cdd-hdd-hourly.csv.gz, kWh, PT1H, 78",
        "eemeter-samples/il-electricity-cdd-hdd-daily.csv.gz, kWh, P1D, 0",
        "eemeter-samples/il-tempF.csv.gz, °F, PT1H, 0",
        "nmecr/data_eload_daily_kWh.csv, kWh, P1D, 0"
    })
    void few_readings_of_a_meter_without_faults_are_flagged(String name, String unit, String interval, int spikes) {
        ReadFile.Pages read = pages(SharedCases.file(name), unit, interval, "America/Chicago");

        assertThat(read.found().counts()).isEqualTo(spikes == 0 ? Map.of() : Map.of(Flag.SPIKE, spikes));
    }

    @Test
    void a_real_file_without_offsets_is_refused_as_a_whole() {
        Path file = SharedCases.file("eemeter-samples/uk-electricity-hdd-only-hourly-sample-2.csv.gz");

        ReadFile read = reader("kWh", "PT30M", "Europe/London").read(file, ColumnChoice.ofMeter(new MeterId("real")));

        assertThat(read).isInstanceOfSatisfying(ReadFile.Refused.class, refused -> {
            assertThat(refused.problems()).hasSize(50).allMatch(p -> p.code().equals("no-offset"));
            assertThat(refused.problems().get(0).line()).isEqualTo(2);
            assertThat(refused.further()).isPositive();
        });
    }

    private static ReadFile.Pages pages(Path file, String unit, String interval, String zone) {
        ReadFile read = reader(unit, interval, zone).read(file, ColumnChoice.ofMeter(new MeterId("real")));
        assertThat(read).as(() -> ((ReadFile.Refused) read).text()).isInstanceOf(ReadFile.Pages.class);
        return (ReadFile.Pages) read;
    }

    private static ReadingsFile reader(String unit, String interval, String zone) {
        return new ReadingsFile(ReadingsFileFixture.only("real", unit, interval, zone), ReadingsFileFixture.NOW);
    }

    private static ReadingsPage page(ReadFile.Pages read, String day) {
        return read.pages().stream()
                .filter(page -> page.day().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal total(List<ReadingsPage> pages) {
        return pages.stream()
                .flatMap(page -> IntStream.range(0, page.values().size()).mapToObj(page::valueAt))
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sumOfSecondColumn(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1)[1])
                    .filter(value -> !value.isEmpty() && !value.equals("nan"))
                    .map(BigDecimal::new)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}

package io.smartblocks.ledger.meter;

import static io.smartblocks.ledger.meter.ReadingsFileFixture.DUBLIN;
import static io.smartblocks.ledger.meter.ReadingsFileFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.meter.validation.Counting;
import io.smartblocks.ledger.meter.validation.Thresholds;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that is read twice, and the hourly meter whose amounts it sums. */
class CheckedMeterTests {

    private static final MeterId AMOUNTS = new MeterId("IE-9001/hours");
    private static final MeterId REGISTER = new MeterId("IE-9001/register");
    private static final Map<MeterId, RegisteredMeter> METERS = Map.of(
            AMOUNTS, new RegisteredMeter(AMOUNTS, "kWh", new Interval("PT1H"), DUBLIN),
            REGISTER,
                    new RegisteredMeter(
                            REGISTER,
                            "kWh",
                            new Interval("P1D"),
                            DUBLIN,
                            new Counting(Measure.REGISTER, Optional.of(new BigDecimal("1000"))),
                            Optional.of(AMOUNTS)));

    @TempDir
    Path folder;

    private final List<String> rows = new ArrayList<>(List.of("meter,start,value"));

    @Test
    void an_advance_that_is_the_sum_is_not_flagged() {
        // 25 hours: the clocks go back on 25 October
        stand("2026-10-24T23:00:00Z", "100");
        stand("2026-10-26T00:00:00Z", "112.5");
        hours(Instant.parse("2026-10-24T23:00:00Z"), 25);

        assertThat(read("0").found().counts()).isEmpty();
    }

    @Test
    void one_that_differs_by_more_than_is_tolerated_is_flagged_and_explained() {
        stand("2026-10-24T23:00:00Z", "100");
        stand("2026-10-26T00:00:00Z", "114");
        hours(Instant.parse("2026-10-24T23:00:00Z"), 25);

        assertThat(read("1.5").found().counts()).isEmpty();
        ReadFile.Pages read = read("1.49");
        assertThat(read.found().lines())
                .contains(
                        "1 reading flagged D: a register that advances by another amount than the meter that it checks")
                .anyMatch(line -> line.contains("the register advanced by 14 kWh since 2026-10-24T23:00:00Z, but the 25"
                        + " readings of IE-9001/hours sum up to 12.5, a difference of 1.5 where 1.49 is tolerated"));
        assertThat(page(read, "2026-10-26").flags()).contains("D");
        assertThat(page(read, "2026-10-25").flags()).isEmpty();
    }

    @Test
    void a_register_that_rolls_over_on_the_way_is_compared_by_its_advance() {
        stand("2026-10-24T23:00:00Z", "995");
        stand("2026-10-26T00:00:00Z", "7.5");
        hours(Instant.parse("2026-10-24T23:00:00Z"), 25);

        assertThat(read("0").found().counts().toString()).isEqualTo("{a register that rolls over or goes back=1}");
    }

    @Test
    void what_cannot_be_compared_is_said_and_not_flagged() {
        stand("2026-10-24T23:00:00Z", "100");
        stand("2026-10-26T00:00:00Z", "190");
        hours(Instant.parse("2026-10-24T23:00:00Z"), 20);

        ReadFile.Pages read = read("0");

        assertThat(read.found().counts()).isEmpty();
        assertThat(read.notes())
                .extracting(Note::text)
                .contains("IE-9001/register: 1 advance was not compared with the sum of IE-9001/hours: from"
                        + " 2026-10-24T23:00:00Z to 2026-10-26T00:00:00Z 5 of its 25 readings are missing, the first at"
                        + " 2026-10-25T19:00:00Z");
    }

    @Test
    void stands_and_amounts_that_the_ledger_has_count_as_those_of_the_file() {
        stand("2026-10-26T00:00:00Z", "114");
        Map<MeterId, List<ReadingsPage>> standing = Map.of(
                REGISTER, List.of(day(REGISTER, LocalDate.parse("2026-10-25"), "P1D", 100L)),
                AMOUNTS, List.of(day(AMOUNTS, LocalDate.parse("2026-10-25"), "PT1H", hours(25))));

        ReadFile.Pages read = read("1", standing);

        assertThat(page(read, "2026-10-26").flags()).contains("D");
        assertThat(read.notes()).extracting(Note::code).doesNotContain("not-compared");
    }

    private static Long[] hours(int count) {
        Long[] values = new Long[count];
        Arrays.fill(values, 1L);
        return values;
    }

    private static ReadingsPage day(MeterId meter, LocalDate day, String interval, Long... values) {
        return ReadingsPage.of(meter, day, DUBLIN, new Interval(interval), "kWh", 0, Arrays.asList(values));
    }

    private void stand(String instant, String value) {
        rows.add(REGISTER + "," + instant + "," + value);
    }

    private void hours(Instant from, int count) {
        for (int hour = 0; hour < count; hour++) {
            String value = hour == 24 ? "0.5" : hour % 2 == 0 ? "0.4" : "0.6";
            rows.add(AMOUNTS + "," + from.plusSeconds(3600L * hour) + "," + value);
        }
    }

    private ReadFile.Pages read(String tolerance) {
        return read(tolerance, Map.of());
    }

    private ReadFile.Pages read(String tolerance, Map<MeterId, List<ReadingsPage>> standing) {
        RegisteredMeters meters = new RegisteredMeters() {
            @Override
            public Optional<RegisteredMeter> find(MeterId id) {
                return Optional.ofNullable(METERS.get(id));
            }

            @Override
            public Optional<ReadingsPage> readings(MeterId id, LocalDate day) {
                return standing.getOrDefault(id, List.of()).stream()
                        .filter(page -> page.day().equals(day))
                        .findFirst();
            }
        };
        Thresholds thresholds = Thresholds.standard().withSumTolerance(new BigDecimal(tolerance));
        return (ReadFile.Pages) new ReadingsFile(meters, NOW, thresholds)
                .read(ReadingsFileFixture.file(folder, "readings.csv", rows), ColumnChoice.fromHeader());
    }

    private static ReadingsPage page(ReadFile.Pages read, String day) {
        return read.pages().stream()
                .filter(page -> page.meter().equals(REGISTER) && page.day().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }
}

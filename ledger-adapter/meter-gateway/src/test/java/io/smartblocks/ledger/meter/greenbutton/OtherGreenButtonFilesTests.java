package io.smartblocks.ledger.meter.greenbutton;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.meter.SharedCases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The real files whose readings nobody else has printed: what they hold was counted by hand. */
class OtherGreenButtonFilesTests {

    @Test
    void the_fixture_of_openespi_holds_a_meter_of_quarter_hours_with_costs_and_qualities() throws IOException {
        GreenButtonFile file = file("openespi/test_usage_data_01.xml");

        assertThat(file.contents().usagePoints()).singleElement().satisfies(point -> {
            assertThat(point.title()).isEqualTo("Front Electric Meter");
            assertThat(point.service()).isEqualTo("electricity");
            assertThat(point.localTime()).contains(new LocalTime(Duration.ofHours(-5), Duration.ofHours(1)));
            assertThat(point.summaries()).singleElement().satisfies(bill -> {
                assertThat(bill.start()).contains(Instant.parse("2012-03-01T05:00:00Z"));
                assertThat(bill.duration()).contains(Duration.ofSeconds(1_119_600));
                assertThat(bill.used()).contains(new BigDecimal("1298640"));
                assertThat(bill.bill()).contains(new BigDecimal("152.52000"));
            });
        });
        Series series = file.contents().series().get(0);
        assertThat(series.readings()).isEqualTo(96);
        assertThat(series.first()).contains(Instant.parse("2012-03-01T05:00:00Z"));
        assertThat(series.end()).contains(Instant.parse("2012-03-02T05:00:00Z"));
        assertThat(series.type().orElseThrow().intervalLength()).contains(Duration.ofMinutes(15));
        List<IntervalReading> readings = readings(file, series);
        assertThat(readings).hasSize(96).allSatisfy(r -> assertThat(r.fault()).isEmpty());
        assertThat(readings.get(0).quality()).contains(Quality.REFERENCE_DAY);
        assertThat(readings.get(1).quality()).contains(Quality.EDITED);
        assertThat(readings.get(2).quality()).isEmpty();
        assertThat(readings.get(0).cost()).contains(new BigDecimal("0.00974"));
        assertThat(file.contents().oddities())
                .containsExactly("1 entry is a ElectricPowerQualitySummary, which holds no readings and is not read");
    }

    @Test
    void the_bulk_file_of_sce_holds_one_meter_though_its_entries_stand_twice() throws IOException {
        GreenButtonFile file = file("verdigris/BulkSCEUsageSummaryAndIntervalBlock.xml");

        assertThat(file.contents().usagePoints()).singleElement().satisfies(point -> {
            assertThat(point.series()).hasSize(1);
            assertThat(point.summaries()).hasSize(7);
            assertThat(point.localTime()).contains(new LocalTime(Duration.ofHours(-8), Duration.ofHours(1)));
        });
        Series series = file.contents().series().get(0);
        assertThat(series.title()).isEqualTo("Monthly Electricity Consumption");
        assertThat(series.readings()).isEqualTo(3);
        assertThat(series.first()).contains(Instant.parse("2015-06-07T07:00:00Z"));
        assertThat(series.end()).contains(Instant.parse("2015-06-07T07:45:00Z"));
        assertThat(readings(file, series))
                .extracting(reading ->
                        series.type().orElseThrow().inUnit(reading.value().orElseThrow()))
                .containsExactly(new BigDecimal("210"), new BigDecimal("200"), new BigDecimal("210"));
        assertThat(file.contents().oddities())
                .singleElement()
                .satisfies(oddity -> assertThat(oddity).contains("ReadingType/1101NB6WRU", "the first"));
    }

    @Test
    void the_bills_of_pge_have_no_readings_and_a_usage_point_that_only_their_addresses_name() throws IOException {
        GreenButtonFile file = file("verdigris/PGEUsageSummaries.xml");

        assertThat(file.contents().series()).isEmpty();
        assertThat(file.contents().usagePoints()).singleElement().satisfies(point -> {
            assertThat(point.id()).isEqualTo("/GreenButtonConnect/espi/1_1/resource/Subscription/1/UsagePoint/1");
            assertThat(point.summaries())
                    .extracting(UsageSummary::used)
                    .extracting(Optional::orElseThrow)
                    .extracting(BigDecimal::toPlainString)
                    .containsExactly("146000.000", "128000.000", "55000.000");
            assertThat(point.summaries().get(0).start()).contains(Instant.parse("2015-06-11T07:00:00Z"));
            assertThat(point.summaries().get(0).duration()).contains(Duration.ofDays(29));
            assertThat(point.summaries().get(0).bill()).contains(new BigDecimal("233.64000"));
        });
    }

    @Test
    void the_local_time_of_pge_is_an_entry_without_a_feed() throws IOException {
        Contents contents = file("verdigris/PGELocalTimeParameters.xml").contents();

        assertThat(contents.usagePoints()).isEmpty();
        assertThat(contents.localTimes()).containsExactly(new LocalTime(Duration.ofHours(-8), Duration.ofHours(1)));
    }

    private static GreenButtonFile file(String name) throws IOException {
        Path file = SharedCases.file("greenbutton/" + name);
        return GreenButtonFile.of(() -> Files.newInputStream(file));
    }

    private static List<IntervalReading> readings(GreenButtonFile file, Series series) throws IOException {
        List<IntervalReading> readings = new ArrayList<>();
        file.readings(series, readings::add);
        return readings;
    }
}

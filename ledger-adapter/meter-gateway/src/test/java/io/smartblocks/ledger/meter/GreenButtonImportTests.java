package io.smartblocks.ledger.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.meter.validation.Counting;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreenButtonImportTests {

    private static final MeterId REAL = new MeterId("real");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ColumnChoice CHOICE = ColumnChoice.ofMeter(REAL);

    @TempDir
    Path folder;

    @Test
    void nine_real_days_of_hours_come_in_with_their_exact_total() {
        Path file = SharedCases.file("greenbutton/electricity/TestGBDataHourlyNineDaysBinnedDaily.xml");

        ReadFile.Pages read = pages(read(file, "kWh", "PT1H", NEW_YORK, CHOICE));

        assertThat(read.readings()).isEqualTo(216);
        assertThat(read.pages())
                .hasSize(9)
                .allSatisfy(page -> assertThat(page.missing()).isZero());
        assertThat(read.pages().get(0).day()).isEqualTo(LocalDate.parse("2014-01-01"));
        assertThat(read.pages().get(0).valueAt(0)).contains(new BigDecimal("0.273"));
        assertThat(read.aside()).isEqualTo(new ReadFile.Aside(216, 0, 0, List.of()));
        assertThat(read.notes()).extracting(Note::code).containsExactly("costs");
    }

    @Test
    void the_qualities_of_a_real_file_stand_on_its_page() {
        Path file = SharedCases.file("greenbutton/openespi/test_usage_data_01.xml");

        ReadFile.Pages read = pages(read(file, "Wh", "PT15M", NEW_YORK, CHOICE));

        ReadingsPage page = read.pages().get(0);
        assertThat(read.pages()).hasSize(1);
        assertThat(page.day()).isEqualTo(LocalDate.parse("2012-03-01"));
        assertThat(page.quality()).startsWith("ECAAA").hasSize(96);
        assertThat(page.flags().orElseThrow()).startsWith("V....").hasSize(96);
        assertThat(page.valueAt(95)).contains(new BigDecimal("324"));
    }

    @Test
    void a_zone_other_than_that_of_the_file_is_noted() {
        Path file = SharedCases.file("greenbutton/openespi/test_usage_data_01.xml");

        ReadFile.Pages read = pages(read(file, "Wh", "PT15M", ReadingsFileFixture.DUBLIN, CHOICE));

        assertThat(read.notes()).extracting(Note::code).contains("other-zone", "missing-readings");
        assertThat(read.pages()).hasSize(2);
    }

    @Test
    void bills_of_odd_periods_are_refused_each_with_its_value_and_period() {
        Path file = SharedCases.file("greenbutton/abridged/gas_direct.xml");

        ReadFile.Refused refused = refused(read(file, "therm", "P1M", NEW_YORK, CHOICE));

        assertThat(refused.problems())
                .hasSize(5)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("wrong-interval"));
        assertThat(refused.problems().get(0).text())
                .contains(
                        "the reading 37.000 lasts 35 days, from 2021-05-26T00:00:00Z to 2021-06-30T00:00:00Z",
                        "expected one month from local day to local day, in which meter real is registered to read");
        assertThat(refused.contents().orElseThrow().series())
                .singleElement()
                .satisfies(series -> assertThat(series.readings()).isEqualTo(5));
        assertThat(GreenButtonListing.readings(file, CHOICE, 2))
                .containsExactly(
                        "2021-05-26T00:00:00Z for PT840H: 37.000 therm, 51 USD",
                        "2021-06-30T00:00:00Z for PT672H: 14.000 therm, 24.93 USD",
                        "and 3 more readings");
    }

    @Test
    void of_three_years_of_bills_those_of_whole_months_are_recorded_and_the_others_put_aside() {
        Path file = SharedCases.file(
                "greenbutton/natural_gas/ngma_natural_gas_billing_billing_data_Service_1_1_2021-05-26_to_2024-04-25.xml");

        ReadFile.Pages read = pages(read(file, "therm", "P1M", ZoneId.of("UTC"), CHOICE.puttingAsideWhatDoesNotFit()));

        assertThat(read.readings() + read.aside().left()).isEqualTo(35);
        assertThat(read.pages())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(page.end())
                        .isEqualTo(page.day()
                                .plusMonths(1)
                                .atStartOfDay(ZoneId.of("UTC"))
                                .toInstant()));
        assertThat(read.pages()).extracting(ReadingsPage::day).contains(LocalDate.parse("2022-04-27"));
        assertThat(read.readings()).isEqualTo(3);
        assertThat(read.aside().problems().stream()
                        .filter(problem -> problem.code().equals("wrong-interval")))
                .hasSize(32);
    }

    @Test
    void the_bulk_file_of_sce_comes_in() {
        Path file = SharedCases.file("greenbutton/verdigris/BulkSCEUsageSummaryAndIntervalBlock.xml");

        ReadFile.Pages read = pages(read(file, "kWh", "PT15M", ZoneId.of("America/Los_Angeles"), CHOICE));

        assertThat(read.pages()).singleElement().satisfies(page -> {
            assertThat(page.day()).isEqualTo(LocalDate.parse("2015-06-07"));
            assertThat(page.valueAt(0)).contains(new BigDecimal("0.21"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "verdigris/PGEUsageSummaries.xml, 'the file holds no readings, only 3 summaries of bills'",
        "verdigris/PGELocalTimeParameters.xml, the file holds no readings"
    })
    void a_file_without_readings_says_what_it_holds_instead(String name, String found) {
        ReadFile.Refused refused =
                refused(read(SharedCases.file("greenbutton/" + name), "kWh", "PT15M", NEW_YORK, CHOICE));

        assertThat(refused.problems()).extracting(Problem::found).containsExactly(found);
    }

    @Test
    void a_file_with_several_readings_lists_them_until_one_is_chosen() {
        Path file = FeedFixture.twoReadings(folder);

        ReadFile.Refused refused = refused(read(file, "kWh", "PT1H", NEW_YORK, CHOICE));

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("several-readings");
            assertThat(problem.found())
                    .contains(
                            "reading 1: Import, Wh, delivered, 2 readings",
                            "reading 2: Export, Wh, received, 1 reading");
        });
        for (String name : List.of("2", "Export", "/UsagePoint/1/MeterReading/2")) {
            assertThat(pages(read(file, "kWh", "PT1H", NEW_YORK, CHOICE.ofReading(name)))
                            .readings())
                    .isEqualTo(1);
        }
        assertThat(refused(read(file, "kWh", "PT1H", NEW_YORK, CHOICE.atUsagePoint("none")))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("no-such-reading");
    }

    @Test
    void stands_go_to_a_register_and_amounts_do_not() {
        Path stands = FeedFixture.stands(folder);
        RegisteredMeter register = new RegisteredMeter(
                REAL,
                "kWh",
                new Interval("P1D"),
                NEW_YORK,
                new Counting(Measure.REGISTER, Optional.of(new BigDecimal("1000"))));

        ReadFile.Pages read =
                pages(new ReadingsFile(id -> Optional.of(register), ReadingsFileFixture.NOW).read(stands, CHOICE));

        assertThat(read.pages()).hasSize(3);
        assertThat(read.pages().get(2).flags()).contains("R");
        assertThat(refused(read(stands, "kWh", "P1D", NEW_YORK, CHOICE)).problems())
                .extracting(Problem::code)
                .containsExactly("counts-otherwise");
        Path amounts = FeedFixture.twoReadings(folder);
        assertThat(refused(new ReadingsFile(id -> Optional.of(register), ReadingsFileFixture.NOW)
                                .read(amounts, CHOICE.ofReading("1")))
                        .problems())
                .extracting(Problem::code)
                .containsExactly("counts-otherwise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not-xml          | <feed xmlns='http://www.w3.org/2005/Atom'><entry>",
                "not-xml          | <feed xmlns='http://www.w3.org/2005/Atom'></entry>",
                "not-green-button | <html><body/></html>",
                "definitions      | <!DOCTYPE feed [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><feed xmlns='http://www.w3.org/2005/Atom'/>",
                "definitions      | <feed xmlns='http://www.w3.org/2005/Atom'><entry><title>&a;</title></entry></feed>",
                "no-readings      | <feed xmlns='http://www.w3.org/2005/Atom'/>"
            })
    void what_is_no_green_button_file_is_refused(String code, String text) {
        Path file = ReadingsFileFixture.file(folder, "feed.csv", List.of(text));

        assertThat(refused(read(file, "kWh", "PT1H", NEW_YORK, CHOICE)).problems())
                .extracting(Problem::code)
                .containsExactly(code);
    }

    @Test
    void depth_and_length_are_bounded() {
        String deep = IntStream.range(0, 100).mapToObj(i -> "<a>").reduce("", String::concat);
        Path file = ReadingsFileFixture.file(
                folder, "deep.xml", List.of("<feed xmlns='http://www.w3.org/2005/Atom'>" + deep));
        Path wide = ReadingsFileFixture.file(
                folder,
                "wide.xml",
                List.of("<feed xmlns='http://www.w3.org/2005/Atom' a='" + "x".repeat(3 << 20) + "'/>"));

        assertThat(refused(read(file, "kWh", "PT1H", NEW_YORK, CHOICE)).problems())
                .extracting(Problem::found)
                .containsExactly("the elements stand more than 24 deep in each other");
        assertThat(refused(read(wide, "kWh", "PT1H", NEW_YORK, CHOICE)).problems())
                .extracting(Problem::code)
                .containsExactly("not-green-button");
    }

    @Test
    void a_zip_archive_is_to_be_unpacked_first() {
        Path file = ReadingsFileFixture.file(folder, "bill.zip", List.of("PK\u0003\u0004 and so on"));

        assertThat(refused(read(file, "kWh", "PT1H", NEW_YORK, CHOICE)).problems())
                .extracting(Problem::code)
                .containsExactly("packed");
    }

    private static ReadFile read(Path file, String unit, String interval, ZoneId zone, ColumnChoice choice) {
        return new ReadingsFile(ReadingsFileFixture.only("real", unit, interval, zone.getId()), ReadingsFileFixture.NOW)
                .read(file, choice);
    }

    private static ReadFile.Pages pages(ReadFile read) {
        assertThat(read).as(() -> ((ReadFile.Refused) read).text()).isInstanceOf(ReadFile.Pages.class);
        return (ReadFile.Pages) read;
    }

    private static ReadFile.Refused refused(ReadFile read) {
        assertThat(read).isInstanceOf(ReadFile.Refused.class);
        return (ReadFile.Refused) read;
    }
}

package io.smartblocks.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.words.Words;
import io.smartblocks.templates.Templates;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@PortalSite
class TypedReadingsTests {

    private static final String SUPPLY =
            Templates.find("time-of-use-supply").orElseThrow().sample();
    private static final String CHARGING =
            Templates.find("ev-charging").orElseThrow().sample();
    private static final String HEAT =
            Templates.find("heat-delivery").orElseThrow().sample();

    private static final List<String> METERS = IntStream.range(0, 250)
            .mapToObj(number -> "Feeder " + (char) ('A' + number / 26) + (char) ('a' + number % 26))
            .toList();

    @Autowired
    private Words say;

    @Test
    void a_line_gives_a_figure_of_a_month_a_day_or_an_interval() {
        assertThat(read(SUPPLY, """
                        Import Meter, 2026-10, 12800
                        Import Meter; 2026-10-14; 412.5 kWh
                        Export Meter\t2026-10-14 17:15\t3.25
                        """).steps())
                .satisfiesExactly(
                        month -> assertThat(month).isInstanceOfSatisfying(Scenario.GivenTotal.class, total -> {
                            assertThat(total.over().to()).isEqualTo(LocalDate.of(2026, 10, 31));
                            assertThat(total.value()).hasToString("12800");
                        }),
                        day -> assertThat(day)
                                .isInstanceOfSatisfying(
                                        Scenario.GivenTotal.class,
                                        total -> assertThat(total.value()).hasToString("412.5")),
                        reading -> assertThat(reading)
                                .isInstanceOfSatisfying(
                                        Scenario.GivenEach.class,
                                        each -> assertThat(each.hours()
                                                        .orElseThrow()
                                                        .to())
                                                .hasToString("17:30")));
    }

    @Test
    void a_table_gives_one_figure_for_each_name_and_time() {
        TypedReadings.Read read =
                read(SUPPLY, "Day, Import Meter, Export Meter\n2026-10-01, 412, 30\n2026-10-02, 398, \n# a remark\n");

        assertThat(read.problems()).isEmpty();
        assertThat(read.steps())
                .extracting(step -> ((Scenario.GivenTotal) step).meter())
                .containsExactly("Import Meter", "Export Meter", "Import Meter");
    }

    @Test
    void sentences_of_the_language_do_too() {
        assertThat(read(SUPPLY, "given no readings of Import Meter over 14 October 2026 to 15 October 2026")
                        .steps())
                .hasOnlyElementsOfType(Scenario.GivenGap.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Import Metre, 2026-10, 12800            | Line 2: “Import Metre” is no name of this text. It has Import Meter, Export Meter.
            Import Meter, October, 12800            | Line 2: “October” is no time.
            Import Meter, 2026-13, 12800            | Line 2: “2026-13” is no time.
            Import Meter, 2026-10, twelve           | Line 2: Import Meter: “twelve” is no figure. Enter one such as 1250.5.
            Import Meter, 2026-10, 12, 800          | Line 2: Import Meter takes one figure, and “12, 800” are several.
            Import Meter, 2026-10                   | Line 2: “Import Meter, 2026-10” has less than three parts.
            given Import Meter totals 5 EUR over 1 October 2026 to 31 October 2026. | Line 2:
            given Import Meter weighs 5 kWh.        | Line 2:
            """)
    void a_wrong_line_is_told_by_its_number(String line, String problem) {
        TypedReadings.Read read =
                read(SUPPLY, "Export Meter, 2026-10, 1500\n" + line + "\nExport Meter, 2026-10-01, 5");

        assertThat(read.steps()).isEmpty();
        assertThat(read.problems()).singleElement().asString().startsWith(problem);
    }

    @Test
    void nothing_and_too_much_are_told() {
        assertThat(read(SUPPLY, " \n# nothing yet").problems())
                .containsExactly("Line 1: Nothing is given. Enter a name, a time and a figure.");
        assertThat(read(SUPPLY, "Export Meter, 2026-10, 1500\n".repeat(4_001)).problems())
                .singleElement()
                .asString()
                .startsWith("4,001 lines are too many.");
    }

    @Test
    void registers_take_stands_and_events_their_figures() {
        String register = agreement(HEAT).meters().stream()
                .filter(meter -> meter.register())
                .findFirst()
                .orElseThrow()
                .name();
        assertThat(read(HEAT, register + ", 2026-10-01, 9950.5").steps())
                .hasOnlyElementsOfType(Scenario.GivenStand.class);
        assertThat(read(HEAT, register + ", 2026-10, 9950.5").problems())
                .singleElement()
                .asString()
                .contains("counts on: enter what it shows at the start of a day");

        var event = agreement(CHARGING).events().get(0);
        String figures = ", 22.5".repeat(event.figures().size());
        assertThat(read(CHARGING, event.name() + ", 2026-10-03 18:30" + figures).steps())
                .hasOnlyElementsOfType(Scenario.GivenOccurrence.class);
        assertThat(read(CHARGING, event.name() + ", 2026-10-03, 1").problems())
                .singleElement()
                .asString()
                .contains("happens at a moment");
        assertThat(read(CHARGING, event.name() + ", 2026-10-03 18:30, 1, 2, 3, 4, 5, 6, 7")
                        .problems())
                .singleElement()
                .asString()
                .contains("Enter each of them, in this order");
    }

    @Test
    void each_day_of_a_month_of_hundreds_of_meters_is_read_and_what_is_too_much_is_told() {
        String text = withMeters(SUPPLY);
        String head = "Day, " + String.join(", ", METERS);

        TypedReadings.Read month = read(text, head + table(31));
        assertThat(month.problems()).isEmpty();
        assertThat(month.steps()).hasSize(31 * METERS.size());

        assertThat(read(text, head + table(100)).problems())
                .containsExactly("25,000 figures are too many. Enter at most 10,000, or longer spans such as months.");
        assertThat(read(text, "Nobody, 2026-10, 1").problems())
                .singleElement()
                .asString()
                .contains("It has Import Meter, Export Meter, Feeder Aa, ", " …")
                .hasSizeLessThan(1_000);
    }

    private static String withMeters(String text) {
        String more = METERS.stream()
                .map(name -> "\nmeter " + name + " reads kWh every 15 minutes from \"meter/" + Slug.of(name) + "\".")
                .collect(Collectors.joining());
        return text.replaceFirst("(?m)^meter Export Meter .*$", "$0" + more);
    }

    private static String table(int days) {
        return LocalDate.of(2026, 7, 1)
                .datesUntil(LocalDate.of(2026, 7, 1).plusDays(days))
                .map(day -> "\n" + day + ", 12.5".repeat(METERS.size()))
                .collect(Collectors.joining());
    }

    private TypedReadings.Read read(String text, String typed) {
        return TypedReadings.of(typed, text, agreement(text), say);
    }

    private static Agreement agreement(String text) {
        return AgreementCompiler.compile(new SourceText("sample", text))
                .agreement()
                .orElseThrow();
    }
}

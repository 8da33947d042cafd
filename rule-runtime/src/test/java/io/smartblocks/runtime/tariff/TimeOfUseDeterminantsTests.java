package io.smartblocks.runtime.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The months of a year by times of use that a peer counted, where the clock is changed in March and November. */
class TimeOfUseDeterminantsTests {

    private static final LocalDate YEAR = LocalDate.of(2019, 1, 1);

    record Filter(String name, JsonNode json) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Filter> filters() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(
                Files.newInputStream(Profiles.folder("golden/tariff-bellawatt/EnergyTimeOfUseData.json.gz")))) {
            List<Filter> filters = new ArrayList<>();
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .forEach(json -> filters.add(new Filter(json.get("name").stringValue(), json)));
            return filters.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void energy_of_a_time_of_use_is_that_of_the_local_clock(Filter filter) {
        Agreement agreement =
                SharedFiles.compiled("determinants", text(filter.json().get("filters")));
        SettlementEngine engine = new SettlementEngine();
        Evidence evidence = Evidence.asOf(7)
                .column("Load Meter", column(agreement, filter.json().get("inputLoadProfileData")))
                .build();
        for (int month = 0; month < 12; month++) {
            Outcome outcome = engine.settle(new Case(
                    agreement,
                    new PeriodCalendar(agreement)
                            .starting("Month", YEAR.plusMonths(month))
                            .orElseThrow(),
                    evidence));
            Exact counted = outcome.values().stream()
                    .filter(value -> value.name().equals("Counted"))
                    .findFirst()
                    .orElseThrow()
                    .value();
            assertThat(counted.toDecimal(6, RoundingMode.HALF_UP))
                    .as("month %d", month + 1)
                    .isCloseTo(
                            filter.json()
                                    .get("billingDeterminantsByMonth")
                                    .get(month)
                                    .decimalValue(),
                            within(new BigDecimal("0.001")));
        }
    }

    /** Months, days of the week, hours and days left out, as they are written in an agreement. */
    private static String text(JsonNode filters) {
        Seasons seasons = new Seasons();
        Set<Integer> months = whole(filters.get("months"));
        boolean weekdays = whole(filters.get("daysOfWeek")).equals(Set.of(1, 2, 3, 4, 5));
        assertThat(weekdays || filters.get("daysOfWeek").isEmpty()).isTrue();
        Set<Integer> hours = whole(filters.get("hourStarts"));
        String clock = hours.isEmpty()
                ? ""
                : "from %02d:00 to %02d:00".formatted(new TreeSet<>(hours).first(), new TreeSet<>(hours).last() + 1);
        String during = (weekdays ? "on weekdays " : "") + clock;
        String inMonths = months.isEmpty() ? "" : seasons.in(months).get(0);
        List<String> left = new ArrayList<>();
        StringBuilder days = new StringBuilder();
        filters.get("exceptForDays").forEach(day -> {
            LocalDate date = LocalDate.parse(day.stringValue());
            String name = "Day Off " + (left.size() + 1);
            String words = date.getDayOfMonth() + " "
                    + date.getMonth().getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH);
            days.append("season ")
                    .append(name)
                    .append(" is ")
                    .append(words)
                    .append(" to ")
                    .append(words)
                    .append(".\n");
            left.add("the total of Load Meter " + during + " in " + name + " over Month");
        });
        String counted = "the total of Load Meter " + during + " " + inMonths + " over Month"
                + String.join("", left.stream().map(each -> " - " + each).toList());
        return """
                contract "Determinants" version 1.0.
                in force from 1 January 2019 to 31 December 2019.
                time zone "America/Los_Angeles".
                working days follow "United States".
                due dates roll to the next working day.
                money is rounded half up to 0.01 USD.
                party Utility is "Utility Company".
                party Customer is "Customer".
                meter Load Meter reads kWh every 1 hour from "meter/load".
                when readings of Load Meter are missing, hold settlement.
                period Month is every 1 month from 1 January 2019.
                """ + String.join("\n", seasons.sentences()) + "\n" + days
                + "Counted is " + counted.replaceAll(" +", " ") + ".\n"
                + "clause 1 \"Energy\": Customer shall pay Counted * 1 USD per kWh to Utility at settlement.\n";
    }

    private static Set<Integer> whole(JsonNode node) {
        Set<Integer> numbers = new TreeSet<>();
        node.forEach(each -> numbers.add(each.intValue()));
        return numbers;
    }

    private static MeterColumn column(Agreement agreement, JsonNode values) {
        Grid grid = new Grid(YEAR, YEAR.plusYears(1), agreement.settings().zone(), new TimeSpan(1, TimeSpan.Unit.HOUR));
        MeterColumn.Builder column = MeterColumn.of(grid, "kWh", 6);
        assertThat(values.size()).isEqualTo(grid.size());
        for (int i = 0; i < grid.size(); i++) {
            column.put(
                    i, values.get(i).decimalValue().setScale(6).unscaledValue().longValueExact(), Quality.ACTUAL);
        }
        return column.build();
    }
}

package io.smartblocks.runtime.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Gate;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Method;
import io.smartblocks.dsl.agreement.Declaration.Baseline.Statistic;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** From readings to a fit: real buildings by UTC days as a peer has them and by local days, and what stands in the way. */
class BaselineFittingTests {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final TimeSpan DAY = new TimeSpan(1, TimeSpan.Unit.DAY);
    private static final TimeSpan HOUR = new TimeSpan(1, TimeSpan.Unit.HOUR);
    private static final TimeSpan MONTH = new TimeSpan(1, TimeSpan.Unit.MONTH);
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final LocalDate NEXT = LocalDate.of(2017, 1, 1);
    private static final IntPredicate NONE = day -> false;

    /** A year of days that use 20 kWh and 2 kWh for each degree below 55 °F, with some noise that repeats every week. */
    private static MeterColumn usage(IntPredicate lost) {
        MeterColumn.Builder column = MeterColumn.of(new Grid(FIRST, NEXT, CHICAGO, DAY), "kWh", 2);
        for (int i = 0; i < column.grid().size(); i++) {
            long degrees = Math.max(0, 5500 - temperature(i) * 100);
            column.put(i, 2000 + 2 * degrees + (i % 7) * 10, lost.test(i) ? Quality.MISSING : Quality.ACTUAL);
        }
        return column.build();
    }

    private static MeterColumn temperature(IntPredicate lost) {
        MeterColumn.Builder column = MeterColumn.of(new Grid(FIRST, NEXT, CHICAGO, DAY), "°F", 0);
        for (int i = 0; i < column.grid().size(); i++) {
            column.put(i, temperature(i), lost.test(i) ? Quality.MISSING : Quality.ACTUAL);
        }
        return column.build();
    }

    private static long temperature(int day) {
        return 20 + day * 37L % 61;
    }

    private static BaselineFitting.Result fit(Method method, MeterColumn usage, MeterColumn temperature) {
        return BaselineFitting.fit(method, FIRST, NEXT, usage, temperature);
    }

    private static String reason(BaselineFitting.Result result) {
        return ((BaselineFitting.Unfit) result).reason();
    }

    @ParameterizedTest
    @CsvSource({
        "il-electricity-cdd-hdd-daily, CALTRACK_DAILY",
        "il-gas-hdd-only-daily, CALTRACK_DAILY_GAS",
        "nmecr-commercial-daily, CALTRACK_DAILY"
    })
    void the_raw_readings_of_a_building_give_the_peers_model_by_days_of_utc(String id, Method method) {
        JsonNode peer = Peer.json(Peer.CALTRACK + "/" + id + ".json");
        boolean commercial = id.startsWith("nmecr");
        String file = commercial
                ? "/nmecr/data_eload_daily_kWh.csv"
                : "/eemeter-samples/" + peer.path("provenance").path("file").asString();
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
        for (Map<String, String> row : Peer.table(Peer.DATA + file)) {
            String stamp = commercial ? row.get("time") : row.get("start");
            BigDecimal value = Peer.number(row.get(commercial ? "eload" : "value"));
            if (value != null) {
                days.put(LocalDate.parse(stamp.substring(0, 10)), value);
            }
        }
        LocalDate from = LocalDate.parse(peer.path("baseline_start").asString().substring(0, 10));
        LocalDate to = LocalDate.parse(peer.path("baseline_end").asString().substring(0, 10));
        MeterColumn.Builder usage = MeterColumn.of(new Grid(from, to, ZoneOffset.UTC, DAY), "kWh", 8);
        for (int i = 0; i < usage.grid().size(); i++) {
            BigDecimal value = days.get(usage.grid().dayOf(i));
            usage.put(
                    i, value.setScale(8, RoundingMode.HALF_EVEN).unscaledValue().longValueExact(), Quality.ACTUAL);
        }

        Fit fit = (Fit) BaselineFitting.fit(
                method, from, to, usage.build(), hourly(Peer.temperatures(peer), from, to, ZoneOffset.UTC));

        JsonNode model = peer.path("model_params");
        assertThat(fit.curve().base().toDecimal(12, RoundingMode.HALF_EVEN).doubleValue())
                .isCloseTo(model.path("intercept").asDouble(), withinPercentage(1e-4));
        assertThat(fit.curve().pieces())
                .filteredOn(piece -> piece.side() == Curve.Side.BELOW)
                .singleElement()
                .satisfies(piece -> {
                    assertThat(piece.at())
                            .isEqualTo(Exact.of(BigDecimal.valueOf(
                                    model.path("heating_balance_point").asDouble())));
                    assertThat(piece.slope()
                                    .toDecimal(12, RoundingMode.HALF_EVEN)
                                    .doubleValue())
                            .isCloseTo(model.path("beta_hdd").asDouble(), withinPercentage(1e-4));
                });
        assertThat(fit.design().missing()).isZero();
    }

    @Test
    void days_of_the_home_and_days_of_utc_give_different_models_of_like_worth() {
        TreeMap<Instant, BigDecimal> hours = new TreeMap<>();
        for (Map<String, String> row :
                Peer.table(Peer.DATA + "/eemeter-samples/il-electricity-cdd-hdd-hourly.csv.gz")) {
            BigDecimal value = Peer.number(row.get("value"));
            if (value != null) {
                hours.put(Peer.instant(row.get("start")), value);
            }
        }
        NavigableMap<Instant, BigDecimal> weather =
                Peer.temperatures(Peer.json(Peer.CALTRACK + "/il-electricity-cdd-hdd-daily.json"));
        LocalDate from = LocalDate.of(2015, 12, 27);
        LocalDate to = LocalDate.of(2016, 12, 26);

        Fit utc = byDaysOf(ZoneOffset.UTC, hours, weather, from, to);
        Fit local = byDaysOf(CHICAGO, hours, weather, from, to);

        assertThat(local.curve()).isNotEqualTo(utc.curve());
        assertThat(local.metrics().r2().doubleValue())
                .isCloseTo(utc.metrics().r2().doubleValue(), withinPercentage(1));
    }

    private static Fit byDaysOf(
            ZoneId zone,
            NavigableMap<Instant, BigDecimal> hours,
            NavigableMap<Instant, BigDecimal> weather,
            LocalDate from,
            LocalDate to) {
        return (Fit) BaselineFitting.fit(
                Method.CALTRACK_DAILY, from, to, hourly(hours, from, to, zone, "kWh"), hourly(weather, from, to, zone));
    }

    private static MeterColumn hourly(NavigableMap<Instant, BigDecimal> of, LocalDate from, LocalDate to, ZoneId zone) {
        return hourly(of, from, to, zone, "°F");
    }

    private static MeterColumn hourly(
            NavigableMap<Instant, BigDecimal> of, LocalDate from, LocalDate to, ZoneId zone, String unit) {
        MeterColumn.Builder column = MeterColumn.of(new Grid(from, to, zone, HOUR), unit, 8);
        for (int i = 0; i < column.grid().size(); i++) {
            BigDecimal value = of.get(column.grid().startOf(i));
            if (value != null) {
                column.put(
                        i,
                        value.setScale(8, RoundingMode.HALF_EVEN)
                                .unscaledValue()
                                .longValueExact(),
                        Quality.ACTUAL);
            }
        }
        return column.build();
    }

    @Test
    void a_year_gives_its_model_back_and_says_how_it_was_found() {
        Fit fit = (Fit) fit(Method.CALTRACK_DAILY_GAS, usage(NONE), temperature(NONE));

        assertThat(fit.curve().pieces()).singleElement().satisfies(piece -> {
            assertThat(piece.side()).isEqualTo(Curve.Side.BELOW);
            assertThat(piece.at()).isEqualTo(Exact.of(55));
            assertThat(piece.slope().toDecimal(2, RoundingMode.HALF_EVEN)).isEqualTo("2.00");
        });
        assertThat(fit.fitted().tried()).isEqualTo(62);
        assertThat(fit.design().days()).isEqualTo(366);
        MeterColumn year = Counterfactual.over(new Grid(FIRST, NEXT, CHICAGO, MONTH), fit, temperature(NONE));
        assertThat(year.size()).isEqualTo(12);
        assertThat(year.isGapless()).isTrue();
    }

    @Test
    void a_tenth_of_the_days_may_be_missing_and_not_one_more() {
        assertThat(fit(Method.CALTRACK_DAILY, usage(day -> day < 37), temperature(NONE)))
                .isInstanceOf(Fit.class);
        assertThat(fit(Method.CALTRACK_DAILY, usage(day -> day < 20), temperature(day -> day >= 349)))
                .isInstanceOf(Fit.class);
        assertThat(reason(fit(Method.CALTRACK_DAILY, usage(day -> day < 20), temperature(day -> day >= 348))))
                .isEqualTo(
                        "the baseline period from 2016-01-01 to 2016-12-31 lacks 38 days: 20 without a reading, where zero"
                                + " and an estimate count as none, and 18 without a temperature; at most 37 of 366 may be missing"
                                + " (CalTRACK 2.2.1.2)");
    }

    @Test
    void less_than_a_year_is_no_baseline() {
        assertThat(reason(BaselineFitting.fit(
                        Method.CALTRACK_DAILY, FIRST, LocalDate.of(2016, 12, 1), usage(NONE), temperature(NONE))))
                .contains("has 335 days", "at least 365");
    }

    @Test
    void nothing_used_all_year_is_nothing_to_fit() {
        MeterColumn.Builder zero = MeterColumn.of(new Grid(FIRST, NEXT, CHICAGO, DAY), "kWh", 0);
        for (int i = 0; i < zero.grid().size(); i++) {
            zero.put(i, 0, Quality.ACTUAL);
        }

        assertThat(reason(fit(Method.CALTRACK_DAILY, zero.build(), temperature(NONE))))
                .contains("366 without a reading, where zero");
        assertThat(reason(fit(Method.CALTRACK_DAILY_GAS, zero.build(), temperature(NONE))))
                .contains("do not vary, or are zero");
    }

    @Test
    void a_meter_that_knows_no_weather_gets_no_slope() {
        MeterColumn.Builder same = MeterColumn.of(new Grid(FIRST, NEXT, CHICAGO, DAY), "kWh", 0);
        for (int i = 0; i < same.grid().size(); i++) {
            same.put(i, 100 + i % 2, Quality.ACTUAL);
        }

        assertThat(((Fit) fit(Method.CALTRACK_DAILY, same.build(), temperature(NONE)))
                        .curve()
                        .pieces())
                .isEmpty();
    }

    @Test
    void a_fit_that_explains_little_is_not_accepted_and_says_by_how_much() {
        JsonNode peer = Peer.json(Peer.CALTRACK + "/rmv2-sim-building-1-daily.json");
        assertThat(peer.path("r_squared_adj").asDouble()).isLessThan(0.04);
        MeterColumn.Builder noisy = MeterColumn.of(new Grid(FIRST, NEXT, CHICAGO, DAY), "kWh", 0);
        for (int i = 0; i < noisy.grid().size(); i++) {
            noisy.put(i, 1000 + i * 7919L % 600 + (60 - temperature(i)), Quality.ACTUAL);
        }
        Fit fit = (Fit) fit(Method.HDD, noisy.build(), temperature(NONE));

        List<String> objections = Acceptance.objections(
                fit,
                List.of(
                        gate(Statistic.R2, Relation.AT_LEAST, "0.60"),
                        gate(Statistic.NMBE, Relation.AT_MOST, "0.005"),
                        gate(Statistic.CVRMSE, Relation.BELOW, "0.10")));

        assertThat(objections).hasSize(2);
        assertThat(objections.get(0)).matches("R2 is \\d+\\.\\d+ %, and must be at least 60 %");
        assertThat(objections.get(1)).matches("CVRMSE is \\d+\\.\\d+ %, and must be below 10 %");
    }

    private static Gate gate(Statistic statistic, Relation relation, String limit) {
        return new Gate(statistic, relation, new Expr.Constant(Exact.parse(limit), Unit.of("%")));
    }

    @Test
    void months_are_weighed_by_their_days_and_an_estimate_counts_as_missing() {
        MeterColumn.Builder bills = MeterColumn.of(new Grid(FIRST, NEXT, CHICAGO, MONTH), "kWh", 0);
        MeterColumn daily = usage(NONE);
        for (int i = 0; i < 12; i++) {
            long sum = 0;
            for (int day = daily.grid().indexOf(bills.grid().dayOf(i));
                    day < daily.grid().indexOf(bills.grid().dayOf(i + 1));
                    day++) {
                sum += daily.value(day);
            }
            bills.put(i, sum / 100, i == 4 ? Quality.ESTIMATED : Quality.ACTUAL);
        }

        Fit fit = (Fit) fit(Method.CALTRACK_BILLING_GAS, bills.build(), temperature(NONE));

        assertThat(fit.metrics().rows()).as("May is part of June").isEqualTo(11);
        assertThat(fit.design().unread()).isEqualTo(31);
        MeterColumn two =
                bills.put(8, bills.build().value(8), Quality.ESTIMATED).build();
        assertThat(reason(fit(Method.CALTRACK_BILLING_GAS, two, temperature(NONE))))
                .contains("61 without a reading");
    }

    @Test
    void a_short_gap_in_a_day_is_bridged_and_half_a_day_is_lost() {
        LocalDate day = LocalDate.of(2016, 5, 1);
        MeterColumn.Builder hours = MeterColumn.of(new Grid(day, day.plusDays(2), CHICAGO, HOUR), "°C", 0);
        for (int i = 0; i < 48; i++) {
            hours.put(i, 10, i > 2 && i < 9 || i > 30 && i < 43 ? Quality.MISSING : Quality.ACTUAL);
        }

        DayTemperatures temperatures = new DayTemperatures(hours.build());

        assertThat(temperatures.of(day))
                .hasValueSatisfying(mean -> assertThat(mean).isEqualByComparingTo("50"));
        assertThat(temperatures.of(day.plusDays(1))).isEmpty();
        assertThat(temperatures.of(day.plusDays(2))).isEmpty();
    }
}

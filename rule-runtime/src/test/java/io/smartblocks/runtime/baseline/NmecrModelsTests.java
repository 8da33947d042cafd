package io.smartblocks.runtime.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.baseline.fitting.CurveFitting;
import io.smartblocks.runtime.baseline.fitting.Fitted;
import io.smartblocks.runtime.baseline.fitting.Metrics;
import io.smartblocks.runtime.baseline.fitting.Recipe;
import io.smartblocks.runtime.baseline.fitting.Row;
import io.smartblocks.runtime.baseline.fitting.Student;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The change-point and degree-day models of nmecr on a commercial building, and normalized savings on a normal year. */
class NmecrModelsTests {

    private static final BigDecimal CONFIDENCE = new BigDecimal("0.90");

    private static List<Row> rows(String file) {
        return Peer.table(Peer.NMECR + "/" + file).stream()
                .map(row -> new Row(
                        LocalDate.parse(row.get("time").substring(0, 10)),
                        1,
                        new BigDecimal(row.get("eload")),
                        List.of(new BigDecimal(row.get("temp")))))
                .toList();
    }

    private static Fitted fit(Recipe.Shape shape) {
        Recipe recipe = new Recipe(shape, true, false, 10, BigDecimal.ONE, false);
        return CurveFitting.fit(rows("baseline_df_Daily.csv"), recipe).orElseThrow();
    }

    private static Map<String, String> peer(String model) {
        return Peer.table(Peer.NMECR + "/nmecr_models.csv").stream()
                .filter(row -> row.get("model").equals(model))
                .findFirst()
                .orElseThrow();
    }

    /** The peer stops looking for a change point as soon as it moves little; a straight line has none to look for. */
    @ParameterizedTest
    @CsvSource({
        "SLR, LINE, 1e-7",
        "HDDonly, HDD, 1e-7",
        "ThreeParameterHeating, THREE_HEATING, 1e-4",
        "FourParameter, FOUR, 1e-4"
    })
    void a_model_is_the_peers(String name, Recipe.Shape shape, double percent) {
        Map<String, String> peer = peer(name);

        Fitted fitted = fit(shape);

        String[] coefficients = peer.get("coef").split(";");
        assertThat(fitted.curve().pieces()).hasSize(coefficients.length - 1);
        close(fitted.curve().base(), coefficients[0], percent);
        for (int piece = 0; piece < fitted.curve().pieces().size(); piece++) {
            close(fitted.curve().pieces().get(piece).slope(), coefficients[piece + 1], percent);
        }
        Metrics metrics = fitted.metrics();
        double r2 = Double.parseDouble(peer.get("R_squared"));
        assertThat(metrics.r2().doubleValue())
                .as("no worse than the peer's")
                .isGreaterThanOrEqualTo(r2 - 1e-12)
                .isCloseTo(r2, within(1e-9));
        assertThat(metrics.rows() - metrics.parameters()).isEqualTo(Integer.parseInt(peer.get("deg_of_freedom")));
        assertThat(percent(metrics.cvrmse())).isEqualByComparingTo(peer.get("CVRMSE %"));
        assertThat(metrics.nmbe().abs()).isLessThan(new BigDecimal("1e-9"));
    }

    @ParameterizedTest
    @CsvSource({
        "SLR, LINE, 1e-7",
        "HDDonly, HDD, 1e-7",
        "ThreeParameterHeating, THREE_HEATING, 1e-4",
        "FourParameter, FOUR, 1e-4"
    })
    void each_day_of_the_year_after_the_works_is_the_peers(String name, Recipe.Shape shape, double percent) {
        Fitted fitted = fit(shape);
        List<Map<String, String>> days = Peer.table(Peer.NMECR + "/pred_Daily_" + name + ".csv.gz");
        Exact total = Exact.ZERO;
        for (Map<String, String> day : days) {
            Exact use = fitted.curve().at(Exact.of(new BigDecimal(day.get("temp"))));
            assertThat(use.toDecimal(9, RoundingMode.HALF_EVEN).doubleValue())
                    .isCloseTo(Double.parseDouble(day.get("predictions")), withinPercentage(percent));
            total = total.plus(use);
        }
        assertThat(days).hasSize(365);
        assertThat(total.toDecimal(9, RoundingMode.HALF_EVEN).doubleValue())
                .isCloseTo(Double.parseDouble(peer(name).get("adjusted_baseline_use")), withinPercentage(percent));
    }

    /** t * alpha / (m * mean * F) * sqrt(MSE * (1 + 2/n) * m), with alpha by the length of the baseline. */
    @ParameterizedTest
    @CsvSource({"HDDonly, HDD", "ThreeParameterHeating, THREE_HEATING", "FourParameter, FOUR"})
    void what_the_peer_says_of_uncertainty_follows_from_our_statistics(String name, Recipe.Shape shape) {
        Metrics metrics = fit(shape).metrics();
        assertThat(metrics.autocorrelation()).isLessThan(new BigDecimal("0.5"));
        double n = metrics.rows();
        double months = n / 30;
        double alpha = -0.00024 * months * months + 0.03535 * months + 1.00286;
        double t = Student.within(CONFIDENCE, metrics.rows() - metrics.parameters())
                .doubleValue();
        double half = t * alpha / 0.5 * metrics.cvrmse().doubleValue() * Math.sqrt((1 + 2 / n) / 365);

        assertThat(half)
                .isCloseTo(
                        Double.parseDouble(peer(name).get("savings_frac_for_50pct_uncertainty")),
                        withinPercentage(1e-4));
    }

    @Test
    void a_made_up_building_gives_its_two_change_points_back() {
        List<Row> rows = LocalDate.of(2026, 1, 1)
                .datesUntil(LocalDate.of(2027, 1, 1))
                .map(day -> {
                    BigDecimal temperature = BigDecimal.valueOf(20 + (day.getDayOfYear() * 37 % 71));
                    double use = 100
                            + 2.5 * Math.max(48.25 - temperature.doubleValue(), 0)
                            + 4 * Math.max(temperature.doubleValue() - 67.5, 0);
                    return new Row(day, 1, BigDecimal.valueOf(use), List.of(temperature));
                })
                .toList();
        Recipe five = new Recipe(Recipe.Shape.FIVE, true, false, 10, BigDecimal.ONE, false);

        Fitted fitted = CurveFitting.fit(rows, five).orElseThrow();

        assertThat(fitted.curve().pieces())
                .extracting(
                        piece -> piece.at().toDecimal(6, RoundingMode.HALF_EVEN).doubleValue())
                .containsExactly(0.0, 48.25, 67.5);
        assertThat(fitted.curve().pieces())
                .extracting(piece ->
                        piece.slope().toDecimal(6, RoundingMode.HALF_EVEN).doubleValue())
                .containsExactly(-2.5, 2.5, 4.0);
    }

    @Test
    void three_parameters_for_cooling_are_those_for_heating_upside_down() {
        List<Row> mirrored = rows("baseline_df_Daily.csv").stream()
                .map(row -> new Row(
                        row.from(),
                        1,
                        row.usage(),
                        List.of(row.temperatures().get(0).negate())))
                .toList();
        Recipe cooling = new Recipe(Recipe.Shape.THREE_COOLING, true, false, 10, BigDecimal.ONE, false);

        Fitted turned = CurveFitting.fit(mirrored, cooling).orElseThrow();

        Fitted heating = fit(Recipe.Shape.THREE_HEATING);
        assertThat(turned.metrics().r2().doubleValue())
                .isCloseTo(heating.metrics().r2().doubleValue(), within(1e-11));
        assertThat(turned.curve().pieces().get(0).at().negated().toDecimal(6, RoundingMode.HALF_EVEN))
                .isEqualTo(heating.curve().pieces().get(0).at().toDecimal(6, RoundingMode.HALF_EVEN));
    }

    @Test
    void normalized_savings_on_a_normal_year_are_the_peers() {
        JsonNode peer = Peer.json(Peer.CALTRACK + "/normalized.nmecr-commercial-daily.json");
        Recipe caltrack = new Recipe(Recipe.Shape.DEGREE_DAYS, true, false, 10, BigDecimal.ONE, false);
        Fitted baseline =
                CurveFitting.fit(rows("baseline_df_Daily.csv"), caltrack).orElseThrow();
        Fitted reporting =
                CurveFitting.fit(rows("performance_df_Daily.csv"), caltrack).orElseThrow();

        Exact before = Exact.ZERO;
        Exact after = Exact.ZERO;
        for (BigDecimal day : normalYear(peer.path("days").asInt())) {
            before = before.plus(baseline.curve().at(Exact.of(day)));
            after = after.plus(reporting.curve().at(Exact.of(day)));
        }

        close(before, peer.path("modeled_baseline_usage").asString(), 1e-4);
        close(after, peer.path("modeled_reporting_usage").asString(), 1e-4);
        close(before.minus(after), peer.path("modeled_savings").asString(), 1e-4);
        int days = peer.path("days").asInt();
        BigDecimal one = band(baseline, days);
        BigDecimal other = band(reporting, days);
        close(
                Exact.of(one),
                peer.path("error_bands").path("FSU Error Band: Baseline").asString(),
                1e-4);
        close(
                Exact.of(other),
                peer.path("error_bands").path("FSU Error Band: Reporting").asString(),
                1e-4);
        close(
                Exact.of(Uncertainty.together(one, other)),
                peer.path("error_bands").path("FSU Error Band").asString(),
                1e-4);
    }

    private static BigDecimal band(Fitted fitted, int days) {
        return Uncertainty.of(fitted.metrics(), false, days, fitted.metrics().mean(), CONFIDENCE)
                .orElseThrow()
                .band();
    }

    private static List<BigDecimal> normalYear(int days) {
        List<BigDecimal> hours = Peer.table(Peer.DATA + "/nmecr/data_TMY3_hourly_degF.csv.gz").stream()
                .map(row -> new BigDecimal(row.get("temp")))
                .toList();
        return java.util.stream.IntStream.range(0, days)
                .mapToObj(day -> hours.subList(24 * day, 24 * day + 24).stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(24), 15, RoundingMode.HALF_EVEN))
                .toList();
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.movePointRight(2).setScale(2, RoundingMode.HALF_UP);
    }

    private static void close(Exact ours, String peer, double percent) {
        double value = Double.parseDouble(peer.substring(peer.indexOf('=') + 1).strip());
        assertThat(ours.toDecimal(12, RoundingMode.HALF_EVEN).doubleValue())
                .isCloseTo(value, withinPercentage(percent));
    }
}

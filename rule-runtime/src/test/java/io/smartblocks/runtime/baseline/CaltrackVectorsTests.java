package io.smartblocks.runtime.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.SharedFiles;
import io.smartblocks.runtime.baseline.fitting.Curve;
import io.smartblocks.runtime.baseline.fitting.CurveFitting;
import io.smartblocks.runtime.baseline.fitting.Fitted;
import io.smartblocks.runtime.baseline.fitting.Metrics;
import io.smartblocks.runtime.baseline.fitting.Recipe;
import io.smartblocks.runtime.baseline.fitting.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every vector of a peer that follows CalTRACK, with its conventions where they differ from ours. */
class CaltrackVectorsTests {

    /** One part in a million, as a percentage. */
    private static final double PPM = 1e-4;

    static Stream<String> vectors() throws IOException {
        Path folder = SharedFiles.path(Peer.CALTRACK);
        try (Stream<Path> files = Files.list(folder)) {
            List<String> ids = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".design.csv"))
                    .map(name -> name.substring(0, name.length() - ".design.csv".length()))
                    .sorted()
                    .toList();
            assertThat(ids).as("vectors in %s", folder).isNotEmpty();
            return ids.stream();
        }
    }

    private record Vector(JsonNode peer, TreeMap<Instant, BigDecimal> temperatures, List<Row> rows) {

        static Vector of(String id) {
            JsonNode peer = Peer.json(Peer.CALTRACK + "/" + id + ".json");
            TreeMap<Instant, BigDecimal> temperatures = Peer.temperatures(peer);
            boolean billing = isBilling(peer);
            List<Row> rows = new ArrayList<>();
            List<Map<String, String>> table = Peer.table(Peer.CALTRACK + "/" + id + ".design.csv");
            for (int i = 0; i + 1 < table.size(); i++) {
                BigDecimal perDay = Peer.number(table.get(i).get("meter_value"));
                Instant from = Peer.instant(table.get(i).get("start"));
                Instant to = Peer.instant(table.get(i + 1).get("start"));
                int days = Math.toIntExact(Duration.between(from, to).toDays());
                if (perDay != null) {
                    BigDecimal mean = Peer.number(table.get(i).get("temperature_mean"));
                    List<BigDecimal> means =
                            billing ? Blocks.cut(temperatures, from, to).kept() : List.of(mean);
                    rows.add(new Row(day(from), days, perDay.multiply(BigDecimal.valueOf(days)), means));
                }
            }
            return new Vector(peer, temperatures, rows);
        }

        boolean isBilling() {
            return isBilling(peer);
        }

        private static boolean isBilling(JsonNode peer) {
            return peer.path("freq").asString().startsWith("billing");
        }

        /** The peer's method: no p-value, no limit on days in billing. */
        Recipe recipe() {
            boolean cooling = peer.path("fit_kwargs").path("fit_cdd").asBoolean(true);
            return new Recipe(
                    Recipe.Shape.DEGREE_DAYS, cooling, isBilling(), isBilling() ? 0 : 10, BigDecimal.ONE, isBilling());
        }

        private static LocalDate day(Instant instant) {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_model_is_the_peers_with_its_balance_points_and_coefficients(String id) {
        Vector vector = Vector.of(id);

        Fitted fitted = fit(vector);

        Curve curve = curve(vector, fitted);
        JsonNode parameters = vector.peer().path("model_params");
        close(curve.base(), parameters.path("intercept"));
        piece(curve, Curve.Side.BELOW, parameters.path("heating_balance_point"), parameters.path("beta_hdd"));
        piece(curve, Curve.Side.ABOVE, parameters.path("cooling_balance_point"), parameters.path("beta_cdd"));
        assertThat(fitted.tried()).isEqualTo(vector.peer().path("n_candidates").asInt());
        assertThat(fitted.qualified())
                .isEqualTo(vector.peer().path("n_qualified").asInt());
        close(fitted.metrics().adjustedR2(), vector.peer().path("r_squared_adj"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void the_statistics_of_the_totals_are_the_peers(String id) {
        Vector vector = Vector.of(id);

        Metrics metrics = fit(vector).metrics();

        JsonNode peer = vector.peer().path("totals_metrics");
        assertThat(metrics.rows()).isEqualTo(peer.path("merged_length").asInt());
        assertThat(metrics.parameters()).isEqualTo(peer.path("num_parameters").asInt());
        close(metrics.mean(), peer.path("observed_mean"));
        close(metrics.variance(), peer.path("observed_variance"));
        close(metrics.r2(), peer.path("r_squared"));
        close(metrics.rmse(), peer.path("rmse_adj"));
        close(metrics.cvrmse(), peer.path("cvrmse_adj"));
        close(metrics.nmae(), peer.path("nmae"));
        close(metrics.autocorrelation(), peer.path("autocorr_resid"));
        double bias = -peer.path("nmbe").asDouble() * metrics.rows() / (metrics.rows() - metrics.parameters());
        assertThat(metrics.nmbe().doubleValue()).isCloseTo(bias, org.assertj.core.api.Assertions.within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void avoided_energy_and_its_uncertainty_are_the_peers(String id) {
        Vector vector = Vector.of(id);
        Fitted fitted = fit(vector);
        List<Map<String, String>> table = Peer.table(Peer.CALTRACK + "/" + id + ".metered_savings.csv");
        Exact counterfactual = Exact.ZERO;
        BigDecimal observed = BigDecimal.ZERO;
        int rows = 0;
        for (int i = 0; i < table.size(); i++) {
            BigDecimal used = Peer.number(table.get(i).get("reporting_observed"));
            if (used != null) {
                Instant from = Peer.instant(table.get(i).get("start"));
                Instant to =
                        i + 1 < table.size() ? Peer.instant(table.get(i + 1).get("start")) : from;
                Exact use = use(curve(vector, fitted), vector, from, to);
                close(use, BigDecimal.valueOf(Double.parseDouble(table.get(i).get("counterfactual_usage"))));
                counterfactual = counterfactual.plus(use);
                observed = observed.add(used);
                rows++;
            }
        }
        JsonNode peer = vector.peer().path("metered_savings");
        assertThat(rows).isEqualTo(peer.path("rows").asInt());
        close(observed, peer.path("reporting_observed"));
        close(counterfactual, peer.path("counterfactual_usage"));
        close(counterfactual.minus(Exact.of(observed)), peer.path("metered_savings"));
        uncertain(vector, fitted, rows, observed);
    }

    private static void uncertain(Vector vector, Fitted fitted, int rows, BigDecimal observed) {
        JsonNode peer = vector.peer();
        Duration reported = Duration.between(
                Peer.instant(peer.path("reporting_start").asString()),
                Peer.instant(peer.path("reporting_end").asString()));
        int months = (int) Math.rint(reported.toDays() / 30.0);
        Optional<Uncertainty> uncertainty = Uncertainty.of(
                fitted.metrics(),
                vector.isBilling(),
                vector.isBilling() ? months : rows,
                observed.divide(BigDecimal.valueOf(rows), 20, RoundingMode.HALF_EVEN),
                Uncertainty.USUAL);
        JsonNode bands = peer.path("error_bands");
        close(uncertainty.orElseThrow().band(), bands.path("FSU Error Band"));
        close(uncertainty.orElseThrow().regressionBand(), bands.path("OLS Error Band"));
        close(uncertainty.orElseThrow().modelError(), bands.path("OLS Error Band: Model Error"));
        close(uncertainty.orElseThrow().noise(), bands.path("OLS Error Band: Noise"));
    }

    /** The base load of all days, and the degree days of the blocks that the peer sees. */
    private static Exact use(Curve curve, Vector vector, Instant from, Instant to) {
        Blocks blocks = Blocks.of(vector.temperatures(), from, to);
        Exact days = Exact.of(Duration.between(from, to).toDays());
        Exact base = curve.base();
        Exact weather = blocks.kept().stream()
                .map(temperature -> curve.at(Exact.of(temperature)).minus(base))
                .reduce(Exact.ZERO, Exact::plus);
        Exact each = weather.dividedBy(Exact.of(blocks.kept().size()));
        return base.times(days).plus(each.times(Exact.of(blocks.all())));
    }

    private static Fitted fit(Vector vector) {
        return CurveFitting.fit(vector.rows(), vector.recipe()).orElseThrow();
    }

    /**
     * Our curve; where the rows cannot tell balance points apart, the one of the equals that the peer's last bit has chosen.
     */
    private static Curve curve(Vector vector, Fitted fitted) {
        JsonNode parameters = vector.peer().path("model_params");
        return Stream.concat(Stream.of(fitted.curve()), fitted.alike().stream())
                .filter(each -> isAt(each, Curve.Side.BELOW, parameters.path("heating_balance_point"))
                        && isAt(each, Curve.Side.ABOVE, parameters.path("cooling_balance_point")))
                .findFirst()
                .orElse(fitted.curve());
    }

    private static boolean isAt(Curve curve, Curve.Side side, JsonNode at) {
        return curve.pieces().stream()
                .filter(piece -> piece.side() == side)
                .allMatch(piece -> piece.at().equals(Exact.of(BigDecimal.valueOf(at.asDouble()))));
    }

    private static void piece(Curve curve, Curve.Side side, JsonNode at, JsonNode slope) {
        Optional<Curve.Piece> piece =
                curve.pieces().stream().filter(each -> each.side() == side).findFirst();
        assertThat(piece.isPresent()).as(side + " " + at).isEqualTo(!at.isMissingNode());
        piece.ifPresent(it -> {
            assertThat(it.at()).isEqualTo(Exact.of(new BigDecimal(at.asString())));
            close(it.slope(), slope);
        });
    }

    private static void close(Exact ours, JsonNode peer) {
        close(ours, BigDecimal.valueOf(peer.asDouble()));
    }

    private static void close(Exact ours, BigDecimal peer) {
        close(ours.toDecimal(20, RoundingMode.HALF_EVEN), peer);
    }

    private static void close(BigDecimal ours, JsonNode peer) {
        assertThat(peer.isNumber()).isTrue();
        close(ours, BigDecimal.valueOf(peer.asDouble()));
    }

    private static void close(BigDecimal ours, BigDecimal peer) {
        assertThat(ours.doubleValue()).isCloseTo(peer.doubleValue(), withinPercentage(PPM));
    }
}

package io.smartblocks.runtime.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bills of a year that a peer computed for tariffs in tables: each tariff is written as an agreement, twelve months are
 * settled on the hourly readings, and each month's bill must be the peer's within half a cent.
 */
class TariffGoldenTests {

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005000001");
    private static final BigDecimal EXACT = new BigDecimal("0.000001");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static Stream<Path> tariffs() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("golden/tariff-ssc", "golden/tariff-ssc-upstream")) {
            try (Stream<Path> all = Files.list(Profiles.folder(folder))) {
                all.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
            }
        }
        return files.stream();
    }

    @ParameterizedTest
    @MethodSource("tariffs")
    void a_customer_who_only_buys_is_billed_as_the_peer_bills(Path file) {
        assertBilled(read(file), false, "wo_sys");
    }

    /** Without those that tell of generation but not its hours, which no profile adds up to either. */
    static Stream<Path> tariffsWithTheirGeneration() throws IOException {
        return tariffs().filter(file -> {
            JsonNode golden = read(file);
            return !generates(golden) || generation(golden).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("tariffsWithTheirGeneration")
    void a_customer_who_also_generates_is_billed_as_the_peer_bills(Path file) {
        JsonNode golden = read(file);
        assertBilled(golden, generates(golden), "w_sys");
    }

    private static JsonNode read(Path file) {
        return JSON.readTree(file);
    }

    private static boolean generates(JsonNode golden) {
        return golden.hasNonNull("generation_profile") || generatesAfter(golden);
    }

    private static Optional<List<BigDecimal>> generation(JsonNode golden) {
        return readings(golden, "gen", "generation_profile", "year1_monthly_system_generation");
    }

    private static boolean generatesAfter(JsonNode golden) {
        return golden.path("inputs")
                        .path("gen")
                        .path("sum")
                        .decimalValue(BigDecimal.ZERO)
                        .signum()
                != 0;
    }

    private static void assertBilled(JsonNode golden, boolean generating, String which) {
        Tables tables = new Tables(golden.get("inputs"));
        Optional<List<BigDecimal>> load = readings(golden, "load", "load_profile", "year1_monthly_load");
        assertThat(load)
                .as("the hourly readings of the load, told or as a profile adds up to its months")
                .isPresent();
        String text;
        try {
            text = TariffText.of(tables, generating);
        } catch (NotSayable e) {
            assumeThat(false)
                    .as("no calendar agreement says this: " + e.getMessage())
                    .isTrue();
            return;
        }
        TariffYear year = new TariffYear(text).meter("Load Meter", load.orElseThrow());
        year.meter(
                "Generation Meter",
                generating ? generation(golden).orElseThrow() : Collections.nCopies(Profiles.HOURS, BigDecimal.ZERO));
        if (tables.is("ur_enable_billing_demand")) {
            year.before(tables.row("ur_yearzero_usage_peaks"));
        }
        if (tables.is("ur_en_ts_buy_rate")) {
            year.index("Buy Index", tables.row("ur_ts_buy_rate"));
        }
        if (tables.is("ur_en_ts_sell_rate")) {
            year.index("Sell Index", tables.row("ur_ts_sell_rate"));
        }
        List<BigDecimal> expected = row(golden.get("expected").get("year1_monthly_utility_bill_" + which));
        List<TariffYear.Bill> bills = year.settle();
        for (int month = 0; month < 12; month++) {
            assertThat(bills.get(month).lines())
                    .as("the bill of month %d under%n%s", month + 1, text)
                    .isCloseTo(expected.get(month), within(HALF_A_CENT));
            assertThat(bills.get(month).exact().toDecimal(9, RoundingMode.HALF_UP))
                    .as("what is not rounded of month %d under%n%s", month + 1, text)
                    .isCloseTo(expected.get(month), within(EXACT));
        }
    }

    /** The hours by the name of their profile, or those that add up to the months which the peer tells. */
    private static Optional<List<BigDecimal>> readings(JsonNode golden, String kind, String name, String months) {
        return golden.hasNonNull(name)
                ? Optional.of(Profiles.named(golden.get(name).stringValue()))
                : Profiles.adding(kind, row(golden.get("expected").get(months)));
    }

    private static List<BigDecimal> row(JsonNode node) {
        List<BigDecimal> row = new ArrayList<>();
        node.forEach(value -> row.add(value.decimalValue()));
        return row;
    }
}

package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fits of a real building from the files of a peer. */
class BaselineFitCommandTests {

    private static Path nmecr(String name) {
        Path file = Path.of(System.getProperty("smartblocks.shared", "../../shared"))
                .resolve("cases/metering/data/nmecr")
                .resolve(name);
        assertThat(Files.exists(file) || !"true".equals(System.getenv("CI")))
                .as("%s is there in CI", file)
                .isTrue();
        assumeTrue(Files.exists(file), "The shared case " + file + " is not there; set smartblocks.shared");
        return file;
    }

    private static Run fit(String... options) {
        Map<String, String> given = new LinkedHashMap<>(Map.of(
                "--usage", nmecr("data_eload_daily_kWh.csv").toString(),
                "--temperature", nmecr("data_temp_daily_degF.csv").toString(),
                "--temperature-unit", "°F",
                "--temperature-every", "P1D",
                "--zone", "UTC",
                "--from", "2012-03-01",
                "--to", "2013-02-28"));
        List<String> arguments = new ArrayList<>(List.of("baseline", "fit"));
        for (int i = 0; i < options.length; i++) {
            if (options[i].equals("--json")) {
                arguments.add(options[i]);
            } else {
                given.put(options[i], options[++i]);
            }
        }
        given.forEach((name, value) -> arguments.addAll(List.of(name, value)));
        return Run.of(arguments.toArray());
    }

    @Test
    void tells_the_model_its_statistics_and_what_was_avoided() {
        Run run = fit("--saved-from", "2014-03-01", "--saved-to", "2015-02-28", "--highest-cvrmse", "25");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("12820.26314 kWh a day")
                .contains("a day for each °F below 62 °F (16.67 °C)")
                .contains("CVRMSE 10.92 %")
                .contains(
                        "365 days, 0 without a reading, 0 without a temperature; 2014 curves compared, 73 kept the rules")
                .contains("avoided, 2014-03-01 to 2015-02-28: 418483.74 kWh")
                .contains("give or take 131321.74 kWh (31.38 %) at 90 %")
                .contains("accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "SLR, 353022.930273183",
        "HDD, 404271.270530922",
        "three-parameter heating, 419827.195070061",
        "four-parameter, 405072.515393413"
    })
    void gives_the_savings_of_nmecrs_models_as_json(String method, double saved) {
        Run run = fit("--method", method, "--saved-from", "2014-03-01", "--saved-to", "2015-02-28", "--json");

        JsonNode report = new JsonMapper().readTree(run.out());
        assertThat(report.path("avoided").path("saved").asDouble()).isCloseTo(saved, withinPercentage(1e-3));
        assertThat(report.path("metrics").path("rows").asInt()).isEqualTo(365);
    }

    @Test
    void normalized_savings_on_the_weather_itself_are_what_was_avoided() {
        Run run = fit(
                "--saved-from",
                "2014-03-01",
                "--saved-to",
                "2015-02-28",
                "--normal",
                nmecr("data_temp_daily_degF.csv").toString(),
                "--json");

        JsonNode report = new JsonMapper().readTree(run.out());
        assertThat(report.path("normalized").path("saved").asDouble())
                .isCloseTo(report.path("avoided").path("saved").asDouble(), withinPercentage(1e-4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --lowest-r2 80           | out | not accepted: R2 is 71.842 %, and must be at least 80 %
            --from 2012-01-01        | err | There is no fit: the baseline period from 2012-01-01 to 2013-02-28 lacks 60 days
            --to 2012-06-30          | err | has 122 days, and a baseline needs a year
            --to 2011-06-30          | err | would end on 2011-06-30, before it begins
            --method CalTRACK        | err | did you mean 'CalTRACK daily'?
            --temperature-unit K     | err | 'K' is no unit of temperature; expected °C or °F.
            --saved-from 2014-03-01  | err | needs --saved-from and --saved-to
            --usage-every weekly     | err | 'weekly'
            """)
    void says_what_is_wrong(String option, String where, String message) {
        String[] parts = option.split(" ", 2);
        Run run = fit(parts);
        assertThat(where.equals("out") ? run.out() : run.err()).contains(message);
        assertThat(run.exitCode()).isNotZero();
    }
}

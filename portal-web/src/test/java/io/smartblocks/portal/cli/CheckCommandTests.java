package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTests {

    @TempDir
    private Path dir;

    @Test
    void finds_nothing_wrong_with_a_good_agreement() {
        Run run = Run.of("check", DocumentedExample.agreementIn(dir));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("1 file checked: 0 errors, 0 warnings, 0 notes.\n");
    }

    @Test
    void reports_every_faulty_sentence_and_not_only_the_first() {
        Run run = Run.of("check", broken());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("broken.esco:8:")
                .contains("witin")
                .contains("did you mean")
                .contains("broken.esco:14:")
                .contains("Heat Uses");
        assertThat(run.out().lines().filter(line -> line.startsWith("error["))).hasSizeGreaterThanOrEqualTo(3);
        assertThat(run.err()).startsWith("1 file checked: ");
    }

    @Test
    void refuses_to_add_energy_to_money() {
        String text = DocumentedExample.block("esco")
                .replace(
                        "Heat Used is the total of Heat Meter over Billing Month.",
                        "Heat Used is the total of Heat Meter over Billing Month + 5 EUR.");
        Run run = Run.of("check", DocumentedExample.written(dir.resolve("sum.esco"), text));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("error[E0301]").contains("kWh").contains("EUR");
    }

    @Test
    void checks_all_files_whatever_the_first_is_like() {
        Run run = Run.of("check", broken(), DocumentedExample.agreementIn(dir));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("2 files checked: ");
    }

    @Test
    void reports_as_json_with_places() {
        Run run = Run.of("check", "--json", broken());
        assertThat(run.exitCode()).isEqualTo(1);
        JsonNode file = new JsonMapper().readTree(run.out()).get("files").get(0);
        assertThat(file.get("file").asString()).endsWith("broken.esco");
        JsonNode first = file.get("diagnostics").get(0);
        assertThat(first.get("severity").asString()).isEqualTo("error");
        assertThat(first.get("code").asString()).startsWith("E0");
        assertThat(first.at("/range/line").asInt()).isPositive();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void reports_as_sarif() {
        Run run = Run.of("check", "--format", "sarif", broken());
        JsonNode sarif = new JsonMapper().readTree(run.out());
        assertThat(sarif.get("version").asString()).isEqualTo("2.1.0");
        assertThat(sarif.get("$schema").asString()).endsWith("sarif-2.1.0.json");
        JsonNode result = sarif.get("runs").get(0).get("results").get(0);
        assertThat(result.get("level").asString()).isEqualTo("error");
        assertThat(sarif.at("/runs/0/tool/driver/rules/0/help/markdown").asString())
                .startsWith("# " + sarif.at("/runs/0/tool/driver/rules/0/id").asString())
                .contains("## How to mend it");
        assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isPositive();
    }

    @Test
    void an_unknown_format_is_wrong_usage() {
        Run run = Run.of("check", "--format", "xml", "a.esco");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("xml").containsIgnoringCase("sarif");
    }

    /** Three sentences are wrong: line 8 by its grammar, line 14 by an unknown term, line 18 by a misspelt keyword. */
    private Path broken() {
        String text = DocumentedExample.block("esco")
                .replace("party Supplier is", "party Supplier are")
                .replace("Heat Used is the total of Heat Meter", "Heat Used is Heat Uses + the total of Heat Meter")
                .replace("within 14 days", "witin 14 days");
        return DocumentedExample.written(dir.resolve("broken.esco"), text);
    }
}

package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AgreementToolsTests {

    @TempDir
    private Path dir;

    private Path bakery = Path.of("");

    @BeforeEach
    void writeAgreement() {
        bakery = DocumentedExample.agreementIn(dir);
    }

    @Test
    void a_page_goes_to_standard_output_or_to_a_file() throws IOException {
        Run shown = Run.of("render", bakery, "--to", "md");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.out()).startsWith("# Quay Bakery heat\n").contains("2.1 Heat");
        Path page = dir.resolve("bakery.html");
        Run written = Run.of("render", bakery, "--to", "html", "-o", page);
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>\n").endsWith("</html>\n");
    }

    @Test
    void a_pdf_goes_to_a_file_and_is_the_same_each_time() throws IOException {
        Path first = dir.resolve("first.pdf");
        Path second = dir.resolve("second.pdf");
        assertThat(Run.of("render", bakery, "--to", "pdf", "-o", first)).isEqualTo(new Run(0, "", ""));
        Run.of("render", bakery, "--to", "pdf", "-o", second);
        assertThat(Files.readAllBytes(first)).startsWith('%', 'P', 'D', 'F').isEqualTo(Files.readAllBytes(second));
    }

    @Test
    void a_pdf_is_never_shown_as_if_it_were_text() {
        Run run = Run.of("render", bakery, "--to", "pdf");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("name the file to write", "-o agreement.pdf");
    }

    @Test
    void signs_that_cannot_be_printed_are_named() throws IOException {
        Path named = dir.resolve("named.esco");
        Files.writeString(named, Files.readString(bakery).replace("contract \"Quay", "contract \"電 Quay"));
        Path pdf = dir.resolve("named.pdf");
        Run run = Run.of("render", named, "--to", "pdf", "-o", pdf);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no sign for 電").contains("--to html");
        assertThat(pdf).doesNotExist();
    }

    @Test
    void a_page_never_takes_the_place_of_its_agreement() throws IOException {
        String before = Files.readString(bakery);
        Run run = Run.of("render", bakery, "--to", "html", "-o", bakery);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(Files.readString(bakery)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"render --to html", "explain", "diff"})
    void a_text_with_errors_is_refused_with_what_is_wrong(String command) throws IOException {
        Path faulty = dir.resolve("faulty.esco");
        Files.writeString(faulty, Files.readString(bakery).replace("Average Price to", "Averge Price to"));
        String[] words = command.split(" ");
        Run run = switch (words[0]) {
            case "render" -> Run.of("render", faulty, words[1], words[2]);
            case "diff" -> Run.of("diff", bakery, faulty);
            default -> Run.of("explain", faulty);
        };
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("faulty.esco").contains("Averge Price").contains("Average Price");
    }

    @Test
    void an_agreement_is_explained_as_a_whole_and_in_parts() {
        assertThat(Run.of("explain", bakery).out()).contains("2.1 Heat").contains("Heat Used: kWh; one value for each");
        assertThat(Run.of("explain", bakery, "clause 2.1").out()).contains("uses: Heat Used, Average Price");
        JsonNode term = read(Run.of("explain", bakery, "Heat Used", "--json")).at("/terms/0");
        assertThat(term.at("/unit").asString()).isEqualTo("kWh");
        assertThat(term.at("/usedBy/0").asString()).isEqualTo("clause 2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E0301", "e0301"})
    void a_message_is_explained_by_its_page(String code) {
        assertThat(Run.of("explain", code).out())
                .startsWith("E0301 unit mismatch\n")
                .contains("\nHow to mend it\n")
                .contains("    Base Fee is Energy + 5 EUR.")
                .doesNotContain("```", "#");
    }

    @Test
    void a_code_that_no_message_has_is_refused() {
        Run run = Run.of("explain", "E0999");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("'E0999'").contains("no message");
    }

    @Test
    void what_is_written_may_be_read_by_whom_its_directory_and_the_file_before_it_say() throws IOException {
        Path plain = Files.createFile(dir.resolve("plain"));
        Path page = dir.resolve("bakery.html");
        assertThat(Run.of("render", bakery, "--to", "html", "-o", page).exitCode())
                .isZero();
        assertThat(Files.getPosixFilePermissions(page)).isEqualTo(Files.getPosixFilePermissions(plain));

        Files.setPosixFilePermissions(page, PosixFilePermissions.fromString("rw-rw----"));
        assertThat(Run.of("render", bakery, "--to", "html", "-o", page).exitCode())
                .isZero();
        assertThat(Files.getPosixFilePermissions(page)).isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
    }

    @Test
    void a_name_that_is_not_there_is_refused_with_the_nearest() {
        Run run = Run.of("explain", bakery, "Heat Usd");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("no Term 'Heat Usd'; did you mean 'Heat Used'?");
    }

    @Test
    void versions_that_differ_end_with_exit_code_1() throws IOException {
        Path later = dir.resolve("later.esco");
        Files.writeString(later, Files.readString(bakery).replace("within 14 days", "within 30 days"));
        assertThat(Run.of("diff", bakery, bakery).exitCode()).isZero();
        Run run = Run.of("diff", bakery, later);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("2.1 changed").contains("within 30 days");
        JsonNode report = read(Run.of("diff", bakery, later, "--json"));
        assertThat(report.at("/same").asBoolean()).isFalse();
        assertThat(report.at("/changes/0/kind").asString()).isEqualTo("CHANGED");
        assertThat(report.at("/changes/0/name").asString()).isEqualTo("2.1");
    }

    private static JsonNode read(Run run) {
        return JsonMapper.builder().build().readTree(run.out());
    }
}

package io.smartblocks.portal.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.portal.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The documents of the documented first site, written while another process has its ledger open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlementDocumentCommandTests {

    private static final String POOLBEG = "smartblocks member particulars --legal-name \"Poolbeg Heat Ltd\""
            + " --street \"1 Poolbeg Street\" --city Dublin --country IE --vat-id IE9700053D --registration 123456"
            + " --data site --as poolbeg --password-file site/poolbeg-password";
    private static final String BAKERY = "smartblocks member particulars --legal-name \"Quay Bakery Ltd\""
            + " --street \"2 Quay\" --city Dublin --country IE --registration 123457"
            + " --data site --as bakery --password-file site/bakery-password";

    @TempDir
    private static Path here;

    private Path data = Path.of(".");
    private Run tooEarly = new Run(-1, "", "");
    private Ledger used;

    @BeforeAll
    void a_settled_week_and_a_server_that_has_the_ledger_open() throws Exception {
        EmptySite site = new EmptySite(here);
        site.found();
        DocumentedStory.FIRST_SITE.followIn(here);
        data = here.resolve("site");
        tooEarly = document("ubl", "early.xml");
        for (String line : new String[] {POOLBEG, BAKERY}) {
            Run stated = site.run(line);
            assertThat(stated.exitCode()).as(stated.err()).isZero();
        }
        used = LedgerHome.open(data, Clock.systemUTC());
    }

    @AfterAll
    void the_server_ends() {
        used.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pdf, week.pdf, %PDF-",
        "ubl, week-ubl.xml, '<?xml version=\"1.0\" encoding=\"UTF-8\"?>'",
        "cii, week-cii.xml, '<?xml version=\"1.0\" encoding=\"UTF-8\"?>'",
        "csv, week.csv, 'Document,Line,Clause,For,Quantity,Unit,'",
        "xlsx, week.xlsx, PK"
    })
    void each_format_is_written_beside_a_server_and_always_the_same(String format, String name, String begins)
            throws IOException {
        long height = used.height();
        Run run = document(format, name);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith(here.resolve(name) + " holds bakery-billing-week-2026-01-05-0-");
        byte[] content = Files.readAllBytes(here.resolve(name));
        assertThat(new String(content, UTF_8)).startsWith(begins);
        assertThat(document(format, "again").exitCode()).isZero();
        assertThat(here.resolve("again")).hasBinaryContent(content);
        assertThat(used.height()).isEqualTo(height);
    }

    @Test
    void what_it_wrote_is_checked_and_a_wrong_cent_named() throws IOException {
        for (String format : new String[] {"ubl", "cii"}) {
            Path file = here.resolve("checked-" + format + ".xml");
            assertThat(document(format, file.getFileName().toString()).exitCode())
                    .isZero();
            Run good = Run.of("invoice", "check", file);
            assertThat(good.out()).startsWith(file + " is a valid ");
            assertThat(good.exitCode()).isZero();

            String text = Files.readString(file);
            assertThat(text).contains("82.85", "76.01");
            Files.writeString(file, text.replace("82.85", "82.86"));
            Run wrong = Run.of("invoice", "check", file);
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(wrong.out()).contains("breaks ", "BR-CO-15");
            Run report = Run.of("invoice", "check", file, "--json");
            assertThat(report.exitCode()).isEqualTo(1);
            assertThat(new JsonMapper().readTree(report.out()).at("/broken/0").asString())
                    .contains("BR-CO-");
        }
    }

    @Test
    void what_is_no_invoice_is_refused() throws IOException {
        Path readings = Files.writeString(here.resolve("readings.csv"), "start,value\n");
        Run run = Run.of("invoice", "check", readings);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().strip())
                .contains("'" + readings + "' cannot be checked: it is no XML: ")
                .endsWith(".")
                .doesNotEndWith("..");
        assertThat(Run.of("invoice", "check", here.resolve("absent.xml")).err()).contains("absent.xml");
    }

    @Test
    void particulars_that_nobody_stated_are_named_with_their_terms_and_how_to_state_them() {
        assertThat(tooEarly.exitCode()).isEqualTo(1);
        assertThat(tooEarly.err())
                .contains("BT-27", "BT-44", "Poolbeg Heat Ltd (poolbeg)", "Quay Bakery Ltd (bakery)")
                .contains("smartblocks member particulars", "--legal-name");
        assertThat(here.resolve("early.xml")).doesNotExist();
    }

    @Test
    void a_file_that_is_there_is_replaced_and_a_folder_is_not() throws IOException {
        Path file = Files.writeString(here.resolve("old.csv"), "old");
        assertThat(document("csv", "old.csv").exitCode()).isZero();
        assertThat(Files.readString(file)).contains("76.01").doesNotContain("old");

        Path folder = Files.createDirectories(here.resolve("folder/inside"));
        Run run = document("csv", "folder");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(here.resolve("folder").toString());
        assertThat(folder).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "bakery 2026-01-06 --format pdf, 1, did you mean '2026-01-05'?",
        "bakary 2026-01-05 --format pdf, 1, did you mean 'bakery'?",
        "bakery 2026-01-05 --format pdf --revision 3, 1, The period has no revision '3'",
        "bakery 2026-01-05 --format ubl --document 9, 1, There is no document 9; there is 1.",
        "bakery 2026-01-05 --format ubl --reversal, 1, This settlement takes nothing back",
        "bakery 2026-01-05 --format csv --table line, 1, did you mean 'lines'?",
        "bakery 2026-01-05 --format odt, 2, odt"
    })
    void what_is_not_there_is_refused_and_nothing_written(String words, int code, String told) {
        Path file = here.resolve("refused");
        Run run = run("settlement document " + words, "--out", file);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(code);
        assertThat(run.err()).contains(told);
        assertThat(file).doesNotExist();
    }

    @Test
    void lists_and_settlements_are_told_and_written_beside_a_server() throws IOException {
        assertThat(run("settlement list").out()).contains("bakery", "82.85 EUR");
        assertThat(run("settlement show bakery 2026-01-05").out()).contains("82.85 EUR");
        assertThat(run("agreement list").out()).contains("Quay Bakery heat");
        assertThat(run("member show poolbeg").out()).contains("1 Poolbeg Street");

        Path csv = here.resolve("list.csv");
        Run written = run("settlement list", "--out", csv);
        assertThat(written.exitCode()).isZero();
        assertThat(Files.readString(csv))
                .contains("bakery,1.0,Billing Week,2026-01-05")
                .contains("82.85");
        assertThat(run("settlement list", "--out", here.resolve("list.xlsx")).exitCode())
                .isZero();
        assertThat(Files.readString(here.resolve("list.xlsx"), ISO_8859_1)).startsWith("PK");
        Run other = run("settlement list", "--out", here.resolve("list.ods"));
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("ends with neither .csv nor .xlsx");
        assertThat(here.resolve("list.ods")).doesNotExist();
    }

    @Test
    void amounts_are_explained_beside_a_server_as_text_and_as_json() {
        long height = used.height();
        Run text = run("settlement explain bakery 2026-01-05");
        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("Quay Bakery heat 1.0: Billing Week from 2026-01-05 to 2026-01-11")
                .contains("How it comes about:", "What would have changed it:", "82.85 EUR, due on 2026-");

        Run report = run("settlement explain bakery 2026-01-05 --json");
        assertThat(report.exitCode()).as(report.err()).isZero();
        JsonNode document = new JsonMapper().readTree(report.out()).at("/documents/0");
        assertThat(document.at("/total").asString()).isEqualTo("82.85");
        assertThat(document.at("/parts")).hasSize(1);
        assertThat(document.at("/parts/0/amount").asString()).isEqualTo("82.85");
        assertThat(document.at("/parts/0/due")).isEqualTo(document.at("/due"));

        Run line = run("settlement explain bakery 2026-01-05 --line 9");
        assertThat(line.exitCode()).isEqualTo(1);
        assertThat(line.err()).contains("no line '9'");
        assertThat(used.height()).isEqualTo(height);
    }

    private Run document(String format, String name) {
        return run("settlement document bakery 2026-01-05 --format " + format, "--out", here.resolve(name));
    }

    private Run run(String words, Object... more) {
        return Run.of(Stream.of(words.split(" "), more, new Object[] {"--data", data})
                .flatMap(Stream::of)
                .toArray());
    }
}

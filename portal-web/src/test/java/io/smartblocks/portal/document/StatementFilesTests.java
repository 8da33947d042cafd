package io.smartblocks.portal.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class StatementFilesTests {

    private final SettlementDocuments documents = new SettlementDocuments(DossierFixture.of(InvoiceTests.SUPPLY));

    @Test
    void the_statement_on_paper_says_who_pays_what_why_and_how_to_check_it() throws IOException {
        try (PDDocument pdf = printed(DossierFixture.of(InvoiceTests.SUPPLY))) {
            assertThat(words(pdf))
                    .contains("Heat & <power>, version 1.0", "Nimbus Campus pays Harbour Energy")
                    .contains("10,849.00 EUR by", "33,328.1", "kWh", "0.1974", "-288.97")
                    .contains("VAT at 9 %", "on 10,218.32", "919.65", "IE1234567FA")
                    .contains("Client shall pay Day Energy * Day Price to Supplier")
                    .contains("smartblocks verify worked 2026-03-01", "page 1 of " + pdf.getNumberOfPages());
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).startsWith("en");
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), UTF_8))
                    .contains("pdfuaid:part", "Statement of Heat");
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
        }
    }

    @Test
    void the_paper_can_be_read_aloud() throws IOException {
        try (PDDocument pdf = printed(DossierFixture.of(InvoiceTests.SUPPLY))) {
            PDDocumentCatalog catalogue = pdf.getDocumentCatalog();
            assertThat(catalogue.getMarkInfo().isMarked()).isTrue();
            assertThat(catalogue.getLanguage()).startsWith("en");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Statement of Heat & <power>");
            assertThat(catalogue.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(kinds(catalogue.getStructureTreeRoot()))
                    .contains("Document", "H1", "H2", "Table", "TR", "TH", "TD", "P");
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getStructParents()).isNotNegative();
                for (COSName font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
                }
            }
        }
    }

    private static Set<String> kinds(PDStructureNode node) {
        Set<String> kinds = new TreeSet<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStandardStructureType());
                kinds.addAll(kinds(element));
            }
        }
        return kinds;
    }

    @Test
    void a_correction_on_paper_shows_what_it_takes_back_and_the_difference() throws IOException {
        Dossier corrected = DossierFixture.corrected(
                InvoiceTests.metered("136.62", "84.40"), InvoiceTests.metered("132.69", "81.98"));
        try (PDDocument pdf = printed(corrected)) {
            assertThat(words(pdf))
                    .contains("revision 1", "What this corrects", "Instead Nimbus Campus pays Harbour Energy")
                    .contains("Taken back Harbour Energy pays Nimbus Campus 237.28 21.36 258.64", "251.71")
                    .contains("Difference, due 15 June 2026 Harbour Energy pays Nimbus Campus 6.35 0.58 6.93");
        }
    }

    @Test
    void what_a_correction_added_is_due_on_another_day_in_all_documents() throws IOException {
        Dossier grown = DossierFixture.corrected(
                InvoiceTests.metered("132.69", "81.98"), InvoiceTests.metered("136.62", "84.40"));
        SettlementDocuments files = new SettlementDocuments(grown);

        assertThat(grown.statement().documents())
                .singleElement()
                .satisfies(document -> assertThat(document.parts()).hasSize(2));
        try (PDDocument pdf = printed(grown)) {
            assertThat(words(pdf))
                    .contains("258.64 EUR Of this, 251.71 is due by 22 April 2026 and 6.93 is due by 15 June 2026.")
                    .contains("To be paid 258.64 of this by 22 April 2026 251.71 of this by 15 June 2026 6.93")
                    .contains("Difference, due 15 June 2026 Nimbus Campus pays Harbour Energy 6.35 0.58 6.93");
        }
        assertThat(InvoiceTests.text(files.table("due").orElseThrow()))
                .isEqualTo("Document,Due,Amount (EUR)\r\n"
                        + "worked/month/2026-03-01/1/1,2026-04-22,251.71\r\n"
                        + "worked/month/2026-03-01/1/1,2026-06-15,6.93\r\n");
        Map<String, String> sheets = parts(((Made.File) files.workbook()).content());
        assertThat(sheets.get("xl/worksheets/sheet2.xml")).contains("<v>251.71</v>", "<v>6.93</v>");
        assertThat(InvoiceTests.first(grown).due()).contains(LocalDate.of(2026, 6, 15));
        assertThat(InvoiceTests.valid(grown))
                .hasSize(2)
                .allSatisfy(made -> assertThat(InvoiceTests.text(made))
                        .contains("To be paid by 2026-06-15, of which 251.71 by 2026-04-22 and 6.93 by 2026-06-15."));
    }

    @Test
    void a_settlement_that_makes_nobody_pay_is_printed_too() throws IOException {
        Dossier nothing = DossierFixture.of(
                "clause 1 \"None\":\n  Client shall pay 0.00 EUR to Supplier within 14 days after settlement.\n");
        try (PDDocument pdf = printed(nothing)) {
            assertThat(words(pdf)).contains("Nothing is to be paid");
        }
        assertThat(new SettlementDocuments(nothing).invoices()).isEmpty();
    }

    @Test
    void tables_have_units_in_their_heads_and_plain_figures() {
        assertThat(csv("lines"))
                .startsWith("Document,Line,Clause,For,Quantity,Unit,Price (EUR per unit),VAT (%),Net (EUR)\r\n")
                .contains("worked/month/2026-03-01/0/1,1,1,energy day,33328.1,kWh,0.1974,9,6578.97\r\n")
                .contains(",5,2,export,,,,0,-288.97\r\n");
        assertThat(csv("documents")).contains("0/1,Nimbus Campus,Harbour Energy,9929.35,919.65,10849.00,2026-");
        assertThat(csv("values")).contains("Day Price,0.1974,EUR per kWh,");
        assertThat(documents.table("others")).isEmpty();
    }

    @Test
    void no_cell_is_taken_for_a_formula() {
        Table table = new Table(
                "t",
                List.of("a", "b"),
                List.of(
                        List.of(Table.text("=1+1"), Table.figure(new BigDecimal("-1.50"))),
                        List.of(Table.text("@x"), Table.day(LocalDate.of(2026, 3, 1)))));

        assertThat(new String(TableFiles.csv(table), UTF_8)).isEqualTo("a,b\r\n'=1+1,-1.50\r\n'@x,2026-03-01\r\n");
    }

    @Test
    void a_workbook_holds_figures_as_figures_days_as_days_and_no_time() throws IOException {
        Map<String, String> parts = parts(((Made.File) documents.workbook()).content());

        assertThat(parts.get("xl/workbook.xml")).contains("documents", "due", "lines", "values");
        assertThat(parts.get("xl/worksheets/sheet3.xml"))
                .contains("<v>6578.97</v>", "<v>-288.97</v>", "<v>33328.1</v>", "ySplit=\"1\"", "state=\"frozen\"");
        assertThat(parts.get("xl/worksheets/sheet1.xml")).contains("<v>10849.00</v>");
        assertThat(parts.get("docProps/core.xml")).doesNotContain("dcterms:created", "dcterms:modified");
    }

    @Test
    void a_figure_with_more_digits_than_a_spreadsheet_keeps_stands_as_text() throws IOException {
        Table table =
                new Table("t", List.of("a"), List.of(List.of(Table.figure(new BigDecimal("12345678901234567.89")))));
        Map<String, String> parts = parts(TableFiles.xlsx(List.of(table)));

        assertThat(parts.get("xl/sharedStrings.xml")).contains("12345678901234567.89");
    }

    private String csv(String table) {
        return InvoiceTests.text(documents.table(table).orElseThrow());
    }

    private static PDDocument printed(Dossier dossier) throws IOException {
        return Loader.loadPDF(((Made.File) new SettlementDocuments(dossier).print()).content());
    }

    private static String words(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }

    private static Map<String, String> parts(byte[] archive) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        return parts;
    }
}

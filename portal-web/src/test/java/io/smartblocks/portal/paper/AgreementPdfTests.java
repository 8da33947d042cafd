package io.smartblocks.portal.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.wording.AgreementText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class AgreementPdfTests {

    private static final String TEXT = """
            contract "Wärme für Łódź" version 1.0.
            in force from 1 January 2027 to 31 December 2027.
            time zone "Europe/Berlin".
            working days follow "Germany".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            party Versorger is "Größe & Söhne <GmbH>, ЕООД «Ток», Ελλάδα".
            party Kunde is "Bäckerei Žižek s.r.o.".
            meter Room Sensor reads °C every 15 minutes from "meter/1".
            meter Main Meter reads kWh every 15 minutes from "meter/2".
            period Month is every 1 month from 1 January 2027, settled 5 working days after its end.
            when readings of Room Sensor, Main Meter are missing, hold settlement.
            Energy is the total of Main Meter over Month.
            Cold is the hours of Month during which Room Sensor is below 19 °C.
            clause 1.1 "Rechnung über 5 €":
              Kunde shall pay Energy * 0.20 EUR per kWh to Versorger within 14 days after settlement, described as "m²".
              Versorger shall pay 1 EUR per hour * Cold to Kunde within 14 days after settlement.
            clause 1.2 "Prosa" reads "– Fußnote ½, „Anführung“ und 3 m³.".
            scenario "nichts":
              expect no payment.
            """;

    @Test
    void the_same_agreement_always_gives_the_same_bytes() {
        assertThat(print(TEXT)).isEqualTo(print(TEXT));
        assertThat(print(TEXT)).isNotEqualTo(print(TEXT + "# another text\n"));
    }

    @Test
    void every_word_and_sign_of_the_text_stands_on_paper() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print(TEXT))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("Wärme für Łódź", "\"Größe & Söhne <GmbH>, ЕООД «Ток», Ελλάδα\"", "Bäckerei Žižek s.r.o.")
                    .contains("Definitions", "within 14 days after settlement")
                    .contains("below 19 °C", "Rechnung über 5 €", "\"m²\"", "– Fußnote ½, „Anführung“ und 3 m³.")
                    .doesNotContain("#");
        }
    }

    @Test
    void each_page_is_a4_and_carries_the_hashes_and_its_number() throws IOException {
        AgreementText text = read(TEXT);
        try (PDDocument pdf = Loader.loadPDF(print(TEXT))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper words = new PDFTextStripper();
                words.setStartPage(page);
                words.setEndPage(page);
                assertThat(words.getText(pdf))
                        .contains("page %d of %d".formatted(page, pdf.getNumberOfPages()))
                        .contains("text " + text.textHash(), "compiled " + text.compiledHash())
                        .contains("Wärme für Łódź, version 1.0");
                assertThat(Math.round(pdf.getPage(page - 1).getMediaBox().getWidth()))
                        .isEqualTo(595);
            }
        }
    }

    @Test
    void it_can_be_read_aloud_and_found_through() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print(TEXT))) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).startsWith("en");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(new String(catalog.getMetadata().toByteArray(), "UTF-8"))
                    .contains("pdfuaid:part", "Wärme für Łódź");
            assertThat(tags(catalog.getStructureTreeRoot()))
                    .contains("H1", "H2", "H3", "P", "Table", "TH", "TD", "Link");
            assertThat(outline(catalog.getDocumentOutline()))
                    .contains("Wärme für Łódź", "Clauses", "1.1 Rechnung über 5 €", "Worked examples", "nichts");
        }
    }

    @Test
    void its_typeface_is_inside_and_it_tells_no_time() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(print(TEXT))) {
            assertThat(pdf.getDocumentInformation().getCreationDate()).isNull();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void signs_that_the_typeface_has_not_are_named_instead_of_left_out() {
        assertThat(AgreementPdf.of(read(TEXT.replace("Prosa", "电力 Prosa"))))
                .isEqualTo(new Paper.Unprintable(List.of("电", "力")));
    }

    private static byte[] print(String text) {
        return ((Paper.Printed) AgreementPdf.of(read(text))).pdf();
    }

    private static AgreementText read(String text) {
        return AgreementText.of(new SourceText("a.esco", text)).orElseThrow();
    }

    private static List<String> tags(PDStructureNode node) {
        List<String> tags = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags.addAll(tags(element));
            }
        }
        return tags;
    }

    private static List<String> outline(PDOutlineNode node) {
        List<String> titles = new ArrayList<>();
        for (PDOutlineItem item : node.children()) {
            titles.add(item.getTitle());
            titles.addAll(outline(item));
        }
        return titles;
    }
}

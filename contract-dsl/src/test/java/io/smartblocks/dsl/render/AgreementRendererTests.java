package io.smartblocks.dsl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.SentenceReader;
import io.smartblocks.dsl.wording.AgreementText;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class AgreementRendererTests {

    private static final String MORE = """
            Bonus is 1 EUR when Energy is above 10 kWh; 0 EUR otherwise.
            clause 2 "Bonus & <b>thanks</b>" is an exception to clause 1:
              when Energy is below 1 kWh, no payment is due under clause 1.
            clause 3 "Silence" reads "1. Keep <quiet>.
              - at *all* times".
            clause 4 "Bonus": Seller shall pay Bonus to Buyer within 14 days after settlement.
            scenario "little":
              given Main Meter totals 1,000 kWh over 1 January 2027 to 31 January 2027.
              settle Month starting 1 January 2027.
              expect Energy to be 1,000 kWh.
              settle Month starting 1 February 2027.
              expect settlement to be held.
            """;

    static List<SourceText> agreements() {
        return AgreementTexts.own();
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void every_page_is_well_formed_and_its_links_lead_somewhere(SourceText source)
            throws IOException, SAXException, ParserConfigurationException {
        String html = AgreementRenderer.html(read(source.text()));
        String markup = html.replaceFirst("<!DOCTYPE html>\n", "").replaceAll("<(meta [^>]*|br)>", "<$1/>");
        var page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(found(html, " id=\"([^\"]+)\""))
                .doesNotHaveDuplicates()
                .containsAll(found(html, "href=\"#([^\"]+)\""));
        assertThat(html).doesNotContain("<script", "http:", "https:", "url(", "@import", " style=");
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void every_name_and_figure_of_the_text_stands_on_both_pages(SourceText source) {
        AgreementText text = read(source.text());
        String html = plain(AgreementRenderer.html(text));
        String markdown = AgreementRenderer.markdown(text).replace("\\", "");
        assertThat(SentenceReader.lexemes(source))
                .filteredOn(lexeme -> lexeme.kind() == Lexeme.Kind.TERM
                        || lexeme.kind() == Lexeme.Kind.NUMBER
                        || lexeme.kind() == Lexeme.Kind.DATE)
                .isNotEmpty()
                .allSatisfy(lexeme -> {
                    assertThat(html).contains(lexeme.tidy());
                    assertThat(markdown).contains(lexeme.tidy());
                });
    }

    @Test
    void definitions_tell_unit_and_level_and_lead_to_one_another() {
        assertThat(AgreementRenderer.html(read(AgreementTexts.SMALL)))
                .contains("<dt id=\"term-Price\">Price</dt>")
                .contains("<span class=\"note\">EUR per kWh; one value for the whole agreement</span>")
                .contains("<a href=\"#term-Energy\">Energy</a> * <a href=\"#term-Price\">Price</a>");
    }

    @Test
    void clauses_are_numbered_and_lead_to_what_they_except() {
        assertThat(AgreementRenderer.html(read(AgreementTexts.SMALL + MORE)))
                .contains("<h3>2 Bonus &amp; &lt;b&gt;thanks&lt;/b&gt;</h3>")
                .contains("An exception to <a href=\"#clause-1\">clause 1</a>")
                .contains("Keep &lt;quiet&gt;.")
                .doesNotContain("<b>", "<quiet>");
    }

    @Test
    void a_worked_example_has_a_row_for_each_settlement() {
        assertThat(AgreementRenderer.markdown(read(AgreementTexts.SMALL + MORE)))
                .contains("""
                ### little

                | Given | Settle | Expect |
                | --- | --- | --- |
                | Main Meter totals 1,000 kWh over 1 January 2027 to 31 January 2027. | Month starting 1 January 2027. \
                | Energy to be 1,000 kWh. |
                |  | Month starting 1 February 2027. | settlement to be held. |
                """);
    }

    @Test
    void signs_of_markdown_in_the_text_stay_signs() {
        assertThat(AgreementRenderer.markdown(read(AgreementTexts.SMALL + MORE)))
                .contains("Energy \\* Price")
                .contains("### <a id=\"clause-3\"></a>3 Silence\n\n1\\. Keep \\<quiet\\>.\n\\- at \\*all\\* times\n");
    }

    @Test
    void layout_and_notes_of_the_text_change_nothing() {
        AgreementText plain = read(AgreementTexts.SMALL);
        AgreementText noted = read(AgreementTexts.SMALL
                .replace("Energy * Price", "Energy # what was used\n   *   Price")
                .replace("Price is 0.20", "\n# agreed in May\nPrice   is\n0.20"));
        assertThat(AgreementRenderer.html(noted)).isEqualTo(AgreementRenderer.html(plain));
        assertThat(AgreementRenderer.markdown(noted)).isEqualTo(AgreementRenderer.markdown(plain));
    }

    private static AgreementText read(String text) {
        return AgreementText.of(new SourceText("a.esco", text)).orElseThrow();
    }

    private static List<String> found(String html, String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toList());
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "");
    }
}

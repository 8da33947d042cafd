package io.smartblocks.dsl.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.dsl.AgreementTexts;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Lexeme;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.SentenceReader;
import io.smartblocks.dsl.wording.AgreementText;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class AgreementRendererTests {

    /** The head stands above the sections, and an amendment is read as the complete text that it makes. */
    private static final Set<Class<?>> ABOVE_THE_SECTIONS = Set.of(
            Sentence.Heading.class,
            Sentence.AmendmentHeading.class,
            Sentence.Replace.class,
            Sentence.Repeal.class,
            Sentence.Unread.class);

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
        assertThat(html).startsWith("<!DOCTYPE html>\n");
        String markup = html.replaceFirst("<!DOCTYPE html>\n", "");
        var page = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)));
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(found(html, " id=\"([^\"]+)\""))
                .doesNotHaveDuplicates()
                .containsAll(found(html, "href=\"#([^\"]+)\""));
        assertThat(html.replace(" xmlns=\"http://www.w3.org/1999/xhtml\"", ""))
                .doesNotContain("<script", "http:", "https:", "url(", "@import", " style=");
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
                .contains("<p class=\"note\">EUR per kWh; one value for the whole agreement</p>")
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
                .contains("### <a id=\"clause-3\"></a>3 Silence\n\n1\\. Keep \\<quiet\\>.\n\n\\- at \\*all\\* times\n");
    }

    @Test
    void layout_and_notes_of_the_text_change_nothing_but_its_hash() {
        AgreementText plain = read(AgreementTexts.SMALL);
        AgreementText noted = read(AgreementTexts.SMALL
                .replace("Energy * Price", "Energy # what was used\n   *   Price")
                .replace("Price is 0.20", "\n# agreed in May\nPrice   is\n0.20"));
        assertThat(noted.compiledHash()).isEqualTo(plain.compiledHash());
        assertThat(AgreementRenderer.html(noted).replace(noted.textHash(), plain.textHash()))
                .isEqualTo(AgreementRenderer.html(plain));
        assertThat(AgreementRenderer.markdown(noted).replace(noted.textHash(), plain.textHash()))
                .isEqualTo(AgreementRenderer.markdown(plain));
    }

    @Test
    void a_page_says_which_text_it_shows() {
        String hash = CompiledForm.textHash(AgreementTexts.SMALL);
        AgreementText text = read(AgreementTexts.SMALL);
        assertThat(AgreementRenderer.html(text))
                .contains("SHA-256 of the text: " + hash, "@bottom-left", "text " + hash, text.compiledHash());
        assertThat(AgreementRenderer.markdown(text)).contains("SHA-256 of the text: " + hash, text.compiledHash());
    }

    @Test
    void no_title_escapes_from_the_foot_of_the_page() {
        String title = "Heat }</style><b> & 'more\\";
        assertThat(AgreementRenderer.html(read(AgreementTexts.SMALL.replace("\"Small\"", '"' + title + '"'))))
                .contains("content: \"Heat\\000020\\00007D\\00003C\\00002Fstyle")
                .contains("<title>Heat }&lt;/style&gt;")
                .doesNotContain("<b>");
    }

    @Test
    void cases_and_their_limits_stand_under_one_another() {
        String text = AgreementTexts.SMALL
                + "Fee is 5 EUR when Energy is above 5 kWh; 1 EUR otherwise, at least 2 EUR, rounded down to 1 EUR.\n"
                + "clause 2 \"Fee\": Buyer shall pay Fee to Seller at settlement.\n";
        assertThat(AgreementRenderer.html(read(text)).replaceAll("</?a[^>]*>", ""))
                .contains("""
                        <p class="leads">Fee is</p>
                        <p class="case">5 EUR when Energy is above 5 kWh;</p>
                        <p class="case">1 EUR otherwise,</p>
                        <p class="case">at least 2 EUR,</p>
                        <p class="case">rounded down to 1 EUR.</p>
                        """);
        assertThat(AgreementRenderer.markdown(read(text)))
                .contains("Fee is  \n5 EUR when Energy is above 5 kWh;  \n1 EUR otherwise,  \nat least 2 EUR,  \n");
    }

    @Test
    void what_rises_says_that_it_does_so_from_the_second_period_on() {
        String text = AgreementTexts.SMALL.replace(
                "0.20 EUR per kWh.",
                "0.20 EUR per kWh, rising by 2 % each Year.\nperiod Year is every 1 year from 1 January 2027.");
        assertThat(AgreementRenderer.html(read(text))).contains("; rises from the second Year on</p>");
    }

    @Test
    void every_kind_of_sentence_has_its_section() {
        assertThat(new ArrayList<Class<?>>(PageBuilder.placed()))
                .containsAll(Stream.of(Sentence.class.getPermittedSubclasses())
                        .flatMap(kind -> kind.isSealed() ? Stream.of(kind.getPermittedSubclasses()) : Stream.of(kind))
                        .filter(kind -> !ABOVE_THE_SECTIONS.contains(kind))
                        .toList());
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

package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.portal.words.Languages;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PortalSite
class LanguagePagesTests {

    private static final List<String> OTHERS = List.of("pt-PT", "de-DE", "fr-FR");

    private static final List<String> PAGES = List.of(
            "/",
            "/agreements",
            "/agreements/campus-supply",
            "/agreements/campus-supply-next/sign",
            "/settlements",
            RoutesTests.STATEMENT,
            RoutesTests.STATEMENT + "/lines/1",
            RoutesTests.HELD,
            "/meters/IE-9001/import",
            "/templates/time-of-use-supply",
            "/blocks/60",
            "/states",
            "/states/meter/IE-9001/import",
            "/runs",
            "/account/keys");

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Test
    void a_language_is_chosen_by_a_form_and_kept() throws Exception {
        portal.perform(post("/language").with(csrf()).param("language", "de-DE").param("back", "/verify?asked=1"))
                .andExpect(status().isSeeOther())
                .andExpect(cookie().value(Languages.COOKIE, "de-DE"))
                .andExpect(redirectedUrl("/verify?asked=1"));
    }

    @ParameterizedTest
    @CsvSource({"xx, //evil.example", "'', https://evil.example", "de, /\\evil.example"})
    void what_is_no_language_changes_nothing_and_nothing_leads_away(String language, String back) throws Exception {
        portal.perform(post("/language")
                        .with(csrf())
                        .param("language", language)
                        .param("back", back))
                .andExpect(cookie().doesNotExist(Languages.COOKIE))
                .andExpect(redirectedUrl("/"));
    }

    @ParameterizedTest
    @CsvSource({
        "de-AT, de-DE, Anmelden",
        "fr, fr-FR, Se connecter",
        "pt-BR, pt-PT, Iniciar sessão",
        "es, en-IE, Sign in"
    })
    void a_visitor_is_spoken_to_as_the_browser_asks(String asked, String answered, String words) throws Exception {
        String page = portal.perform(get("/login").header("Accept-Language", asked))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page)
                .contains("lang=\"" + answered + "\"", "<h1>" + words + "</h1>")
                .contains(">English<", ">Português<", ">Deutsch<", ">Français<", "href=\"/verify\"");
    }

    static Stream<Arguments> pages_and_languages() {
        return PAGES.stream().flatMap(page -> OTHERS.stream().map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("pages_and_languages")
    void a_page_is_written_in_the_chosen_language(String page, String language) throws Exception {
        assertThat(text(get(page), language))
                .contains("lang=\"" + language + "\"")
                .doesNotContain("??", ">Overview<", ">Agreements<", ">Settlements<", ">Help<");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "en-IE # [0-9]{1,3},[0-9]{3}[.][0-9]{2}        # day [0-9]+ (October|November|December) 2026",
                "de-DE # [0-9]{1,3}[.][0-9]{3},[0-9]{2}        # tag, [0-9]+[.] (Oktober|November|Dezember) 2026",
                "fr-FR # [0-9]{1,3}\u00a0[0-9]{3},[0-9]{2}    # di [0-9]+(er)? (octobre|novembre|décembre) 2026",
                "pt-PT # [0-9]{1,3}\u00a0[0-9]{3},[0-9]{2}    # (feira|sábado|domingo), [0-9]+ de .+ de 2026"
            })
    void figures_and_days_are_those_of_the_language(String language, String figure, String day) throws Exception {
        assertThat(text(get(RoutesTests.STATEMENT), language))
                .containsPattern(figure)
                .containsPattern(day);
    }

    @Test
    void the_words_of_an_agreement_stay_in_their_language() throws Exception {
        assertThat(text(get("/agreements/campus-supply"), "fr-FR"))
                .containsPattern("<p lang=\"en\">[^<]*(<dfn>[^<]*</dfn>)?[^<]*(shall pay| is )");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settlements.csv",
                "/settlements.xlsx",
                "/states.csv",
                "/states.xlsx",
                "/agreements/campus-supply/pdf",
                RoutesTests.STATEMENT + "/documents/statement.pdf",
                RoutesTests.STATEMENT + "/documents/lines.csv"
            })
    void a_file_has_the_same_bytes_in_every_language(String file) throws Exception {
        byte[] english = bytes(get(file), "en-IE");

        assertThat(english).isNotEmpty();
        for (String language : OTHERS) {
            assertThat(bytes(get(file).header("Accept-Language", language), language))
                    .isEqualTo(english);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de-DE | 1. Januar 2027       | 0,1974 | 1.250,50",
                "fr-FR | 1er janvier 2027     | 0,1974 | 1 250,50",
                "pt-PT | 1 de janeiro de 2027 | 0,1974 | 1 250,50",
                "en-IE | 1 January 2027       | 0.1974 | 1250.50"
            })
    void answers_of_every_language_give_one_text(String language, String day, String price, String demand)
            throws Exception {
        String page = text(
                post("/templates/time-of-use-supply/text")
                        .with(csrf())
                        .param("answer-start-date", day)
                        .param("answer-day-price", price)
                        .param("answer-contracted-demand", demand),
                language);

        assertThat(page)
                .contains("<mark>1 January 2027</mark>", "<mark>0.1974</mark>", "<mark>1250.50</mark>")
                .doesNotContain("class=\"wrong\"");
    }

    @Test
    void a_figure_of_another_language_is_refused_and_stays() throws Exception {
        String page =
                text(post("/templates/time-of-use-supply").with(csrf()).param("answer-day-price", "0.1974"), "de-DE");

        assertThat(page).contains("„0.1974“ ist keine Zahl. Geben Sie eine ein wie 1.250,50.", "value=\"0.1974\"");
    }

    private String text(MockHttpServletRequestBuilder request, String language) throws Exception {
        return new String(bytes(request, language), StandardCharsets.UTF_8);
    }

    private byte[] bytes(MockHttpServletRequestBuilder request, String language) throws Exception {
        return portal.perform(request.session(visitors.signIn("conor")).cookie(new Cookie(Languages.COOKIE, language)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}

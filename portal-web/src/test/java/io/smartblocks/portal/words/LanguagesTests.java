package io.smartblocks.portal.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguagesTests {

    private final Languages languages = new Languages(List.of("en-IE", "pt-PT", "de-DE", "fr-FR"));

    @ParameterizedTest(name = "{0} is answered in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "de                      | de-DE",
                "de-AT                   | de-DE",
                "pt-BR,pt;q=0.9          | pt-PT",
                "es,fr;q=0.8,de;q=0.9    | de-DE",
                "es-ES,es;q=0.9          | en-IE",
                "fr;q=0,de;q=0.1         | de-DE",
                "*                       | en-IE",
                "not a language at all!  | en-IE"
            })
    void a_browser_gets_the_language_that_it_prefers_of_those_there_are(String accepted, String answered) {
        assertThat(languages.best(accepted).toLanguageTag()).isEqualTo(answered);
    }

    @Test
    void a_language_without_messages_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Languages(List.of("en-IE", "ga-IE")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'ga-IE', which has no messages");
    }

    @Test
    void what_the_reader_chose_goes_before_what_the_browser_asks_for() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/agreements");
        request.addHeader("Accept-Language", "fr");
        request.setCookies(new Cookie(Languages.COOKIE, "pt-PT"));

        assertThat(tongue(request)).isEqualTo("pt-PT");

        request.setCookies(new Cookie(Languages.COOKIE, "xx"));
        assertThat(tongue(request)).isEqualTo("fr-FR");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/agreements",
        "/settlements.csv",
        "/states.xlsx",
        "/agreements/x/pdf",
        "/settlements/a/b/2026-10-01/0/documents/invoice-1.ubl.xml",
        "/transactions/00ff/proof",
        "/v3/api-docs"
    })
    void what_programs_read_is_the_same_in_every_language(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setCookies(new Cookie(Languages.COOKIE, "de-DE"));

        assertThat(new ReaderLanguage(languages).resolveLocale(request)).isEqualTo(Languages.OF_FILES);
    }

    private String tongue(MockHttpServletRequest request) {
        return new ReaderLanguage(languages).resolveLocale(request).toLanguageTag();
    }
}

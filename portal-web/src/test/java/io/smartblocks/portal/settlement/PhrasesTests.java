package io.smartblocks.portal.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.PortalSite;
import io.smartblocks.portal.words.Words;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@PortalSite
class PhrasesTests {

    @Autowired
    private Words say;

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    private Phrases in(String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        return new Phrases(say);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            every reading from 2026-10-01 to 2026-10-31 1 % higher | Jeder Messwert vom 1. Oktober 2026 bis 31. Oktober 2026 um 1 % höher
            +12.50 EUR, to 1,234.50 EUR | +12,50 EUR, auf 1.234,50 EUR
            nothing | Nichts
            nothing, because the limit Cap gives 5 EUR either way (Fee would be 9.5 EUR instead of 8 EUR) | Nichts, denn die Grenze Cap ergibt so oder so 5 EUR (Fee wäre 9,5 EUR statt 8 EUR)
            Use is 1,250 kWh; it holds only above 1,000 kWh. If all that is asked holds, the clause speaks. | Use ist 1.250 kWh; es gilt nur über 1.000 kWh. Gilt alles, wonach gefragt ist: the clause speaks.
            Use is 12 kWh; it would hold from 20 kWh on. If all that is asked holds, it is due. | Use ist 12 kWh; es gälte ab 20 kWh. Gilt alles, wonach gefragt ist: it is due.
            Fee comes to 12 EUR, and the limit Cap (10 EUR) takes 2 EUR off. | Fee kommt auf 12 EUR, und die Grenze Cap (10 EUR) nimmt 2 EUR weg.
            Nothing is due because clause 4.1 is an exception that holds: it rains. Without it 3.20 EUR would be due. | Nichts ist fällig, denn clause 4.1 ist eine Ausnahme, die gilt: it rains. Ohne sie wären 3,20 EUR fällig.
            """)
    void what_an_explanation_says_for_everybody_is_said_in_the_readers_language(String english, String german) {
        assertThat(in("de").of(english)).isEqualTo(german);
        assertThat(in("en").of(english)).isEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every reading from 2026-10-01 to 2026-10-31 1 °C higher",
                "1 kWh more from 2026-10-01 to 2026-10-31, spread evenly over 2,976 readings",
                "every value 1 % higher",
                "every value 0.01 EUR per kWh higher",
                "every figure 1 % higher",
                "each 1 % higher",
                "each 1 kWh higher",
                "1 % higher",
                "0.01 hours higher",
                "it would not be owed",
                "it would be held: readings are missing",
                "there would be no settlement: divided by zero",
                "nothing, because it counts only in conditions, and these are answered alike",
                "nothing, because only full steps count (Delay would be 8 days instead of 7 days)",
                "nothing, because it is multiplied by zero (Use would be 2 kWh instead of 1 kWh)",
                "nothing, because it is rounded to cents (Use would be 2 kWh instead of 1 kWh)",
                "nothing, because Fee stays 4 EUR with it",
                "nothing, because Fee stays 4 EUR (Use would be 2 kWh instead of 1 kWh)",
                "12 readings are estimated; were they all 10 % lower it would be 1.00 EUR, 10 % higher 2.00 EUR",
                "Fee comes to 12 EUR, and the limit Floor takes 2 EUR to it.",
                "Fee comes to 12 EUR, 3 EUR from the limit Cap, which changes nothing.",
                "Nothing is due yet: the quarter has not ended.",
                "Nothing is due because clause 4.1 is an exception that holds: it rains.",
                "Nothing is due because it is not so that Use is above 3 kWh.",
                "The clause speaks, but what it gives comes to nothing, and zero is no line."
            })
    void no_phrase_of_ours_is_left_in_English(String english) {
        for (String language : new String[] {"de", "fr", "pt"}) {
            assertThat(in(language).translated(english))
                    .as(language)
                    .hasValueSatisfying(said -> assertThat(said).isNotEqualTo(english));
        }
    }

    @Test
    void words_of_an_agreement_stay_as_they_were_signed() {
        assertThat(in("de").of("the price of the month")).isEqualTo("the price of the month");
    }
}

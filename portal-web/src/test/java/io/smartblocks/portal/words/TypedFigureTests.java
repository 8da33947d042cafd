package io.smartblocks.portal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFigureTests {

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en-IE | 1,250.50      | 1250.50",
                "en-IE | 1 250.50      | 1250.50",
                "en-IE | 0.184         | 0.184",
                "en-IE | 1,250         | 1250",
                "en-IE | −27,007       | -27007",
                "de-DE | 1.250,50      | 1250.50",
                "de-DE | 1250,5        | 1250.5",
                "de-DE | 1 250,50      | 1250.50",
                "de-DE | 0,184         | 0.184",
                "de-DE | 1.250         | 1250",
                "de-DE | -1.234.567,89 | -1234567.89",
                "fr-FR | 1 250,50      | 1250.50",
                "fr-FR | 12 345 678,9 | 12345678.9",
                "fr-FR | +3,5          | 3.5",
                "pt-PT | 1 250,50      | 1250.50",
                "pt-PT | 1250,50       | 1250.50"
            })
    void a_figure_is_read_as_the_language_writes_it(String language, String typed, BigDecimal figure) {
        assertThat(FigureReader.of(Locale.forLanguageTag(language)).read(typed)).contains(figure);
    }

    @ParameterizedTest(name = "{0}: {1} is refused")
    @CsvSource(
            delimiter = '|',
            value = {
                "en-IE | 1.250,50",
                "en-IE | 1,5",
                "en-IE | 0,184",
                "en-IE | 12,34",
                "de-DE | 1,250.50",
                "de-DE | 0.184",
                "de-DE | 12.5",
                "de-DE | 1.2345",
                "de-DE | 1.250 000",
                "fr-FR | 12.5",
                "fr-FR | 1.250",
                "pt-PT | 1.250,50",
                "pt-PT | 0.5",
                "de-DE | 1e3",
                "de-DE | zwölf",
                "de-DE | ,5",
                "de-DE | 5,"
            })
    void what_could_be_another_figure_is_not_guessed(String language, String typed) {
        assertThat(FigureReader.of(Locale.forLanguageTag(language)).read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-IE", "pt-PT", "de-DE", "fr-FR"})
    void each_language_reads_what_it_writes(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        DecimalFormat format = new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(language));
        for (String figure : new String[] {"0.184", "7", "1250.5", "27007", "1234567.891", "-12.5"}) {
            assertThat(FigureReader.of(language).read(format.format(new BigDecimal(figure))))
                    .contains(new BigDecimal(figure));
        }
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en-IE | d MMMM yyyy           | 6 November 2026",
                "en-IE | d MMMM yyyy           | 2026-11-06",
                "de-DE | d. MMMM yyyy          | 6. November 2026",
                "fr-FR | d MMMM yyyy           | 6 novembre 2026",
                "pt-PT | d 'de' MMMM 'de' yyyy | 6 de novembro de 2026",
                "pt-PT | d 'de' MMMM 'de' yyyy | 6 de Novembro de 2026"
            })
    void a_day_is_read_as_the_language_writes_it(String language, String pattern, String typed) {
        DayReader days = new DayReader(pattern, Locale.forLanguageTag(language));

        assertThat(days.read(typed)).contains(LocalDate.of(2026, 11, 6));
        assertThat(days.read(LocalDate.of(2026, 3, 1)
                        .format(DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language)))))
                .contains(LocalDate.of(2026, 3, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06.11.2026", "6/11/2026", "11/6/2026", "31. Februar 2026", "morgen", ""})
    void a_day_in_figures_alone_is_not_guessed(String typed) {
        assertThat(new DayReader("d. MMMM yyyy", Locale.GERMANY).read(typed)).isEmpty();
    }
}

package io.smartblocks.portal.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Reads a day whose month is a word of the language, or an ISO day; days in figures alone are not guessed. */
final class DayReader {

    private final DateTimeFormatter words;

    DayReader(String pattern, Locale language) {
        words = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .parseLenient()
                .appendPattern(pattern.replace("yyyy", "uuuu"))
                .toFormatter(language)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    Optional<LocalDate> read(String typed) {
        String plain = typed.strip().replaceAll("[\\s\u00a0]+", " ").replaceFirst("^1er ", "1 ");
        try {
            return Optional.of(LocalDate.parse(plain));
        } catch (DateTimeException notIso) {
            return inWords(plain);
        }
    }

    private Optional<LocalDate> inWords(String plain) {
        try {
            return Optional.of(LocalDate.parse(plain, words));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}

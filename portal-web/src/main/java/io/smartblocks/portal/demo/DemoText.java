package io.smartblocks.portal.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The texts of agreements that the demo site brings along, in force for five years from its first month on. */
record DemoText(YearMonth firstMonth) {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final int YEARS = 5;

    /** The text of a file with its days filled in; other gaps stay open. */
    String of(String file) {
        try (InputStream text = DemoText.class.getResourceAsStream(file)) {
            return new String(requireNonNull(text, file).readAllBytes(), UTF_8)
                    .replace("${start}", start())
                    .replace("${end}", end());
        } catch (IOException e) {
            throw new UncheckedIOException("The agreement '" + file + "' cannot be read", e);
        }
    }

    /** The same of one version and its price. */
    String of(String file, String version, String price) {
        return of(file).replace("${version}", version).replace("${price}", price);
    }

    /** The head of a version that takes the place of another one from a day on. */
    static String inPlaceOf(String version, String earlier, LocalDate from) {
        return version + ", in place of version " + earlier + " from " + date(from);
    }

    String start() {
        return date(firstMonth.atDay(1));
    }

    String end() {
        return date(firstMonth.atDay(1).plusYears(YEARS).minusDays(1));
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }
}

package io.smartblocks.portal.words;

import io.smartblocks.ledger.identity.Slug;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes numbers, days and hashes the way the reader's language does; templates know it as {@code say}. */
@Component
public class Words {

    private static final Pattern EXAMPLE = Pattern.compile(",? such as .*$", Pattern.DOTALL);
    private static final String TRUE_MINUS = "−";

    /** French groups digits by a space so narrow that our typeface hides it. */
    private static final String NARROW_SPACE = "\u202f";

    private static final String WIDE_SPACE = "\u00a0";

    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    Words(MessageSource messages, Clock clock, @Value("${smartblocks.zone}") ZoneId zone) {
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    /** The message of a key in the reader's language. */
    public String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    /**
     * What a machine said for good in English, for the reader: in another language what its code means, then the words.
     *
     * @param kind {@code refusal} of the ledger, or {@code hold} of a settlement
     */
    public String told(String kind, String code, String words) {
        String meaning = writesLikeAgreements() ? "" : known(kind + '.' + code).orElse("");
        return meaning.isEmpty() ? words : message("told", meaning, words);
    }

    /** What such words mean, without the words where that can be said in the reader's language. */
    public String meaning(String kind, String code, String words) {
        return writesLikeAgreements() ? words : known(kind + '.' + code).orElse(words);
    }

    /** The name of a kind of energy. */
    public String energy(String kind) {
        return known("energy." + kind)
                .orElseGet(() -> kind.isEmpty() ? "" : kind.substring(0, 1).toUpperCase(locale()) + kind.substring(1));
    }

    /** A sentence of an agreement with the signs that print uses. */
    public String printed(String sentence) {
        return SpanReader.typeset(sentence);
    }

    /** The term of a template in the reader's language; a text of somebody's own brings terms that nobody translated. */
    public String term(String name) {
        return writesLikeAgreements() ? name : known("term." + Slug.of(name)).orElse(name);
    }

    /** What a template says about a question; in another language without its example, which the form tells anyway. */
    public String described(String words) {
        return writesLikeAgreements()
                ? words
                : known("described." + Slug.of(EXAMPLE.matcher(words).replaceFirst("")))
                        .orElse(words);
    }

    private Optional<String> known(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, locale()));
    }

    /** The zone in which times are written. */
    public ZoneId zone() {
        return zone;
    }

    /** The local day at this moment. */
    public LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    /** A number with the separators of the language, and with exactly the digits that it carries after the point. */
    public String number(Number value) {
        BigDecimal exact = value instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(value.longValue());
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale()));
        int digits = Math.max(0, exact.scale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return withTrueMinus(format.format(exact));
    }

    /** A number without zeros at its end. */
    public String plain(BigDecimal value) {
        return number(value.stripTrailingZeros());
    }

    /** The figure that somebody typed the way {@link #number} writes it; nothing where it could be read in two ways. */
    public Optional<BigDecimal> figure(String typed) {
        return FigureReader.of(locale()).read(typed);
    }

    /** Whether the reader's language writes figures as agreements do. */
    public boolean writesLikeAgreements() {
        return locale().getLanguage().equals(Languages.OF_FILES.getLanguage());
    }

    /** The day that somebody typed the way {@link #day} writes it, or as {@code 2026-11-06}. */
    public Optional<LocalDate> dayTyped(String typed) {
        return new DayReader(message("pattern.day"), locale()).read(typed);
    }

    /** {@code Friday 6 November 2026}. */
    public String longDay(LocalDate day) {
        return written(day, "long");
    }

    /** {@code 6 November 2026}. */
    public String day(LocalDate day) {
        return written(day, "day");
    }

    /** {@code 6 Nov 2026}. */
    public String shortDay(LocalDate day) {
        return written(day, "short");
    }

    /** {@code Fri 6 Nov}. */
    public String dayOfMonth(LocalDate day) {
        return written(day, "weekday");
    }

    /** {@code 6 Nov}, as on the axis of a chart. */
    public String axisDay(LocalDate day) {
        return written(day, "axis");
    }

    /** {@code October 2026}, never on two lines. */
    public String month(LocalDate day) {
        return day.format(pattern("month"));
    }

    /** A period by its name where it is a whole month or year, else by its first and last day. */
    public String period(LocalDate from, LocalDate end) {
        if (from.getDayOfMonth() == 1 && from.plusMonths(1).equals(end)) {
            return month(from);
        }
        if (from.getDayOfYear() == 1 && from.plusYears(1).equals(end)) {
            return Integer.toString(from.getYear());
        }
        return span(from, end);
    }

    /** A day, or a first and a last one, that an agreement names in its own words, for the reader. */
    public String daysOfText(String words) {
        List<Optional<LocalDate>> days = Stream.of(words.split("\\s+to\\s+"))
                .map(new DayReader("d MMMM yyyy", Languages.OF_FILES)::read)
                .toList();
        if (days.size() > 2 || days.stream().anyMatch(Optional::isEmpty)) {
            return words;
        }
        List<String> written = days.stream().map(Optional::get).map(this::day).toList();
        return written.size() == 1 ? written.get(0) : message("words.span", written.get(0), written.get(1));
    }

    /** First and last day of a period whose end is not part of it. */
    public String span(LocalDate from, LocalDate end) {
        LocalDate last = end.minusDays(1);
        boolean sameMonth = from.withDayOfMonth(1).equals(last.withDayOfMonth(1));
        return message("words.span", sameMonth ? written(from, "in.month") : day(from), day(last));
    }

    /** {@code 6 November 2026, 08:00:14}. */
    public String moment(Instant at) {
        return message("pattern.moment", written(dayOf(at), "day"), time(at));
    }

    /** {@code Friday 6 November 2026, 08:00:14}. */
    public String longMoment(Instant at) {
        return message("pattern.moment", written(dayOf(at), "long"), time(at));
    }

    /** {@code 08:00:14}. */
    public String time(Instant at) {
        return at.atZone(zone).format(pattern("second"));
    }

    /** {@code 08:00}. */
    public String minute(Instant at) {
        return minute(at, zone);
    }

    /** {@code 08:00} in another zone. */
    public String minute(Instant at, ZoneId other) {
        return at.atZone(other).format(pattern("minute"));
    }

    /** The day of an instant in the portal's zone. */
    public LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** How long ago something was. */
    public String age(Instant at) {
        Duration age = Duration.between(at, clock.instant());
        if (age.toSeconds() < 1) {
            return message("age.now");
        }
        if (age.toMinutes() < 1) {
            return message("age.seconds", age.toSeconds());
        }
        if (age.toHours() < 1) {
            return message("age.minutes", age.toMinutes());
        }
        return age.toDays() < 2 ? message("age.hours", age.toHours()) : message("age.days", age.toDays());
    }

    /** Eight characters of a hash, dots, its last four. */
    public String hash(String hex) {
        return hex.length() < 16 ? hex : hex.substring(0, 4) + ' ' + hex.substring(4, 8) + '…' + tail(hex);
    }

    /** The first eight characters of a hash. */
    public String hashStart(String hex) {
        return hex.substring(0, Math.min(8, hex.length()));
    }

    /** The first eight characters of a hash in two groups. */
    public String hashGroups(String hex) {
        return hex.length() < 8 ? hex : hex.substring(0, 4) + ' ' + hex.substring(4, 8);
    }

    /** Words that begin small and have no full stop, as a sentence; a question has its mark. */
    public static String sentence(String words) {
        if (words.isEmpty()) {
            return words;
        }
        String end = words.endsWith("?") ? "" : ".";
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + end;
    }

    private static String tail(String hex) {
        return hex.substring(hex.length() - 4);
    }

    private static String withTrueMinus(String number) {
        return number.replace("-", TRUE_MINUS).replace(NARROW_SPACE, WIDE_SPACE);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** French writes the first of a month as an ordinal number, other days not. */
    private String written(LocalDate day, String key) {
        String pattern = message("pattern." + key);
        String ordinal = day.getDayOfMonth() == 1 ? message("pattern.first") : "";
        return day.format(DateTimeFormatter.ofPattern(
                ordinal.isEmpty() ? pattern : pattern.replaceFirst("\\bd\\b", "d'" + ordinal + "'"), locale()));
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(message("pattern." + key), locale());
    }
}

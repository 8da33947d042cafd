package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Periods;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;

/** A whole period of an agreement by its days, {@code to} left out. */
record Stretch(String period, TimeSpan every, LocalDate from, LocalDate to, LocalDate end, ZoneId zone) {

    private static final int LOOKED_THROUGH = 60;

    /** The first whole period in force. */
    static Optional<Stretch> first(Known known, String name) {
        Optional<Declaration.Period> period = known.thing(name, Declaration.Period.class);
        Optional<Settings> settings = known.settings();
        if (period.isEmpty() || settings.isEmpty()) {
            return Optional.empty();
        }
        LocalDate start = period.orElseThrow().from();
        Settings in = settings.orElseThrow();
        TimeSpan every = period.orElseThrow().every();
        int skipped = 0;
        while (after(start, every, skipped).isBefore(in.from())) {
            skipped++;
        }
        LocalDate from = after(start, every, skipped);
        return Optional.of(new Stretch(
                        name,
                        every,
                        from,
                        after(start, every, skipped + 1),
                        in.to().plusDays(1),
                        in.zone()))
                .filter(Stretch::isInForce);
    }

    private boolean isInForce() {
        return !to.isAfter(end);
    }

    /** The first of this and the following periods that has the moments looked for. */
    Optional<Stretch> where(Moments moments) {
        return IntStream.range(0, LOOKED_THROUGH)
                .mapToObj(skipped -> new Stretch(
                        period, every, after(from, every, skipped), after(from, every, skipped + 1), end, zone))
                .takeWhile(Stretch::isInForce)
                .filter(stretch -> moments.are(stretch.from, stretch.to))
                .findFirst();
    }

    /** The same with some periods before it; the same again for none. */
    Stretch earlier(int periods) {
        return periods == 0 ? this : new Stretch(period, every, after(from, every, -periods), to, end, zone);
    }

    /** How often a meter is read, in the hours asked for; nothing where days of a kind are asked for. */
    Optional<Long> readings(TimeSpan interval, Optional<CalendarTest> during) {
        if (during.isPresent() && !isByHours(during.orElseThrow())) {
            return Optional.empty();
        }
        if (interval.unit() == TimeSpan.Unit.MONTH || interval.unit() == TimeSpan.Unit.YEAR) {
            long months = ChronoUnit.MONTHS.between(from, to);
            long each = interval.count() * (interval.unit() == TimeSpan.Unit.YEAR ? 12L : 1L);
            return during.isEmpty() && months % each == 0 ? Optional.of(months / each) : Optional.empty();
        }
        Duration length = length(interval);
        if (during.isEmpty()) {
            return Optional.of(
                    isDays(interval)
                            ? ChronoUnit.DAYS.between(from, to) / length.toDays()
                            : Duration.between(from.atStartOfDay(zone), to.atStartOfDay(zone))
                                    .dividedBy(length));
        }
        return isDays(interval)
                ? Optional.empty()
                : Optional.of(within(length, during.orElseThrow().hours().orElseThrow()));
    }

    private static boolean isByHours(CalendarTest test) {
        return test.hours().isPresent()
                && test.day().isEmpty()
                && test.season().isEmpty()
                && test.before().isEmpty()
                && test.from().isEmpty();
    }

    private long within(Duration length, CalendarTest.Hours hours) {
        long count = 0;
        ZonedDateTime last = to.atStartOfDay(zone);
        for (ZonedDateTime at = from.atStartOfDay(zone); at.isBefore(last); at = at.plus(length)) {
            count += Moments.isIn(hours, at.toLocalTime()) ? 1 : 0;
        }
        return count;
    }

    /** A calendar count of the whole period. */
    Optional<Exact> count(Expr.CalendarCount count) {
        if (count.during().isPresent()
                || count.before().isPresent()
                || count.from().isPresent()
                || !count.period().equals(period)) {
            return Optional.empty();
        }
        return switch (count.count()) {
            case DAYS -> Optional.of(Exact.of(ChronoUnit.DAYS.between(from, to)));
            case HOURS ->
                Optional.of(Exact.of(Duration.between(from.atStartOfDay(zone), to.atStartOfDay(zone))
                        .toHours()));
            case MONTHS ->
                from.plusMonths(ChronoUnit.MONTHS.between(from, to)).equals(to)
                        ? Optional.of(Exact.of(ChronoUnit.MONTHS.between(from, to)))
                        : Optional.empty();
        };
    }

    long days() {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** The hours of the whole period, if they are whole hours. */
    Optional<Exact> hours() {
        Duration length = Duration.between(from.atStartOfDay(zone), to.atStartOfDay(zone));
        return Optional.of(length).filter(it -> it.toMinutes() % 60 == 0).map(it -> Exact.of(it.toHours()));
    }

    /** True if shorter periods fill this one without a rest. */
    boolean isFilledBy(Declaration.Period shorter) {
        Periods periods = new Periods(shorter);
        return periods.start(periods.numberAt(from)).equals(from)
                && periods.start(periods.numberAt(to)).equals(to);
    }

    String words() {
        return Wordings.day(from) + " to " + Wordings.day(to.minusDays(1));
    }

    private static boolean isDays(TimeSpan span) {
        return span.unit() == TimeSpan.Unit.DAY
                || span.unit() == TimeSpan.Unit.WORKING_DAY
                || span.unit() == TimeSpan.Unit.WEEK;
    }

    private static Duration length(TimeSpan span) {
        return switch (span.unit()) {
            case MINUTE -> Duration.ofMinutes(span.count());
            case HOUR -> Duration.ofHours(span.count());
            case WEEK -> Duration.ofDays(7L * span.count());
            default -> Duration.ofDays(span.count());
        };
    }

    private static LocalDate after(LocalDate start, TimeSpan every, int times) {
        long count = (long) every.count() * times;
        return switch (every.unit()) {
            case YEAR -> start.plusYears(count);
            case MONTH -> start.plusMonths(count);
            case WEEK -> start.plusWeeks(count);
            default -> start.plusDays(count);
        };
    }
}

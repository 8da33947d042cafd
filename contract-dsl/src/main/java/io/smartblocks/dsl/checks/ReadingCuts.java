package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Declaration.Period;
import io.smartblocks.dsl.agreement.Declaration.Season;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.names.Resolution;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds where a season or a day of a test falls into a reading of several days, which nobody can divide. */
final class ReadingCuts {

    /** Long enough for every place that leap years give to a reading, where the term is not known. */
    private static final int YEARS = 9;

    private final List<Period> periods;
    private final List<Season> seasons;
    private final Optional<LocalDate> end;

    ReadingCuts(Resolution resolution, Optional<Settings> settings) {
        this.periods = resolution.periods();
        this.seasons = resolution.seasons();
        this.end = settings.map(Settings::to);
    }

    /** The first day in the agreement on which a test begins or ends to hold inside of a reading. */
    Optional<LocalDate> first(Declaration.Meter meter, CalendarTest test, String over) {
        return periods.stream()
                .filter(period -> period.name().equals(over))
                .findFirst()
                .flatMap(period -> first(meter.every(), test, period));
    }

    private Optional<LocalDate> first(TimeSpan every, CalendarTest test, Period period) {
        LocalDate last = latest(period);
        return IntStream.rangeClosed(period.from().getYear(), last.getYear())
                .boxed()
                .flatMap(year -> changes(test, year))
                .filter(day -> !day.isBefore(period.from()) && !day.isAfter(last))
                .filter(day -> !start(every, start(period.every(), period.from(), day), day)
                        .equals(day))
                .sorted()
                .findFirst();
    }

    private LocalDate latest(Period period) {
        LocalDate enough = period.from().plusYears(YEARS);
        return end.filter(day -> day.isBefore(enough)).orElse(enough);
    }

    /** The days of a year on which what a test says changes. */
    private Stream<LocalDate> changes(CalendarTest test, int year) {
        Stream<LocalDate> bySeason = test.season().stream()
                .flatMap(asked -> seasons.stream().filter(it -> it.name().equals(asked.season())))
                .flatMap(season -> Stream.of(
                        season.from().atYear(year), season.to().atYear(year).plusDays(1)));
        Stream<LocalDate> byDay =
                Stream.concat(test.before().stream(), test.from().stream()).filter(day -> day.getYear() == year);
        return Stream.concat(bySeason, byDay);
    }

    /** The last start of a span at or before a day, counted from a first one. */
    private static LocalDate start(TimeSpan every, LocalDate first, LocalDate day) {
        ChronoUnit unit = switch (every.unit()) {
            case WEEK -> ChronoUnit.WEEKS;
            case MONTH -> ChronoUnit.MONTHS;
            case YEAR -> ChronoUnit.YEARS;
            default -> ChronoUnit.DAYS;
        };
        return first.plus(unit.between(first, day) / every.count() * every.count(), unit);
    }
}

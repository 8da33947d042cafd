package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.agreement.Declaration;
import java.time.LocalDate;

/** The last days of a season, which comes back every year. */
public final class SeasonEnds {

    private SeasonEnds() {}

    /** The first last day of the season that is not before a day. */
    public static LocalDate onOrAfter(Declaration.Season season, LocalDate day) {
        LocalDate end = season.to().atYear(day.getYear());
        return end.isBefore(day) ? season.to().atYear(day.getYear() + 1) : end;
    }

    /** The season's last day in a period; the next one after it if the season does not end in it. */
    public static LocalDate of(Declaration.Season season, LocalDate from, LocalDate lastDay) {
        LocalDate last = season.to().atYear(lastDay.getYear());
        LocalDate within = last.isAfter(lastDay) ? season.to().atYear(lastDay.getYear() - 1) : last;
        return within.isBefore(from) ? onOrAfter(season, lastDay) : within;
    }
}

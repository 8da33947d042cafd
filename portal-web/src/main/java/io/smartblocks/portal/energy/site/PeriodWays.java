package io.smartblocks.portal.energy.site;

import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways from a month or year to those beside it, and from a month to its year and back. */
@Component
class PeriodWays {

    private final Words say;

    PeriodWays(Words say) {
        this.say = say;
    }

    /** A period that one can go to. */
    record Way(String words, String link) {}

    Period lastMonth() {
        return Period.of(YearMonth.from(say.today()).minusMonths(1));
    }

    /** Names the period that a page shows, and where the same page is for the others. */
    void fill(Map<String, @Nullable Object> page, Period shown, Function<Period, String> address) {
        page.put("period", shown.key());
        page.put("periodName", say.period(shown.from(), shown.end()));
        page.put("earlier", way(address, shown.plus(-1)));
        Period later = shown.plus(1);
        page.put("later", later.from().isAfter(say.today()) ? null : way(address, later));
        page.put("year", shown.month() ? way(address, shown.year()) : null);
        page.put("month", shown.month() ? null : way(address, lastMonthOf(shown)));
    }

    private Period lastMonthOf(Period year) {
        LocalDate last = year.end().minusDays(1);
        return Period.of(YearMonth.from(last.isBefore(say.today()) ? last : say.today()));
    }

    private Way way(Function<Period, String> address, Period period) {
        return new Way(say.period(period.from(), period.end()), address.apply(period));
    }
}

package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import java.util.Optional;

/** How long periods are at least and at most; months have 28 to 31 days, a clock change takes or gives an hour. */
final class Lengths {

    private final Known known;

    Lengths(Known known) {
        this.known = known;
    }

    /** The range of a calendar count in its base unit. */
    Range of(Expr.CalendarCount count) {
        boolean whole = count.during().isEmpty()
                && count.before().isEmpty()
                && count.from().isEmpty();
        Range days = days(count.period());
        Exact low = whole ? days.low().orElseThrow().value() : Exact.ZERO;
        Exact high = days.high().orElseThrow().value();
        return switch (count.count()) {
            case DAYS -> range(low, high);
            case HOURS ->
                range(
                        low.times(Exact.of(24)).minus(Exact.ONE).max(Exact.ZERO),
                        high.times(Exact.of(24)).plus(Exact.ONE));
            case MONTHS -> range(low.dividedBy(Exact.of(31)), high.dividedBy(Exact.of(28)));
        };
    }

    /** A period cut by the end of the agreement may be shorter, but not shorter than a day. */
    private Range days(String period) {
        Optional<TimeSpan> every = known.thing(period, Declaration.Period.class).map(Declaration.Period::every);
        int count = every.map(TimeSpan::count).orElse(1);
        int longest = every.map(span -> switch (span.unit()) {
                    case YEAR -> 366;
                    case MONTH -> 31;
                    case WEEK -> 7;
                    default -> 1;
                })
                .orElse(366);
        return range(Exact.ONE, Exact.of((long) count * longest));
    }

    private static Range range(Exact low, Exact high) {
        return Range.ALL.above(low, true).below(high, true);
    }
}

package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Periods;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How the periods of an agreement lie inside one another while it is in force; nothing is known of them in a template. */
final class PeriodFit {

    private final Map<String, Periods> periods = new HashMap<>();
    private final Optional<LocalDate> from;
    private final Optional<LocalDate> to;

    PeriodFit(Document document, List<Declaration.Period> declared) {
        Optional<Sentence.InForce> inForce =
                document.all(Sentence.InForce.class).findFirst();
        this.from = inForce.flatMap(it -> it.from().date());
        this.to = inForce.flatMap(it -> it.to().date());
        boolean dated = document.all(Sentence.Period.class)
                .allMatch(period -> period.from().date().isPresent());
        declared.stream()
                .filter(period -> dated && lastsDays(period.every()))
                .forEach(period -> periods.put(period.name(), new Periods(period)));
    }

    /** The first day on which a new longer period begins inside a shorter one, if there is such a day. */
    Optional<LocalDate> cut(String shorter, String longer) {
        if (shorter.equals(longer) || !periods.containsKey(shorter) || !starts(longer)) {
            return Optional.empty();
        }
        Periods inner = periods.get(shorter);
        return startsOf(longer)
                .filter(day -> !inner.start(inner.numberAt(day)).equals(day))
                .findFirst();
    }

    /** The number of the last period of a name. */
    Optional<Integer> last(String period) {
        return starts(period) ? Optional.of(periods.get(period).numberAt(to.orElseThrow())) : Optional.empty();
    }

    private boolean starts(String period) {
        return periods.containsKey(period) && from.isPresent() && to.isPresent();
    }

    private Stream<LocalDate> startsOf(String period) {
        Periods all = periods.get(period);
        int first = all.numberAt(from.orElseThrow()) + 1;
        return Stream.iterate(first, number -> number + 1)
                .map(all::start)
                .takeWhile(day -> !day.isAfter(to.orElseThrow()));
    }

    private static boolean lastsDays(TimeSpan every) {
        return switch (every.unit()) {
            case DAY, WEEK, MONTH, YEAR -> true;
            case MINUTE, HOUR, WORKING_DAY -> false;
        };
    }
}

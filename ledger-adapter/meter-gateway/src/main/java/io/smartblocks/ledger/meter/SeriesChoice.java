package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.greenbutton.Contents;
import io.smartblocks.ledger.meter.greenbutton.Series;
import io.smartblocks.ledger.meter.greenbutton.UsagePoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Finds the one series of a Green Button file that is meant, or says which there are. */
final class SeriesChoice {

    private final Contents contents;
    private final ColumnChoice choice;
    private final Problems problems;

    SeriesChoice(Contents contents, ColumnChoice choice, Problems problems) {
        this.contents = contents;
        this.choice = choice;
        this.problems = problems;
    }

    Optional<Series> series() {
        List<Series> wanted = contents.usagePoints().stream()
                .filter(chosen(choice.usagePoint(), UsagePoint::number, UsagePoint::title, UsagePoint::id))
                .flatMap(point -> point.series().stream())
                .filter(series -> series.readings() > 0)
                .filter(chosen(choice.reading(), Series::number, Series::title, Series::id))
                .toList();
        if (wanted.size() == 1) {
            return Optional.of(wanted.get(0));
        }
        boolean none = contents.series().stream().allMatch(series -> series.readings() == 0);
        long bills = contents.usagePoints().stream()
                .mapToLong(point -> point.summaries().size())
                .sum();
        problems.addOfTheWhole(
                none ? "no-readings" : wanted.isEmpty() ? "no-such-reading" : "several-readings",
                0,
                none
                        ? "the file holds no readings" + (bills == 0 ? "" : ", only " + bills + " summaries of bills")
                        : "the file holds " + GreenButtonListing.inOneLine(contents),
                none ? "at least one reading" : "one of them, named when importing",
                none
                        ? "Ask the utility for interval readings; the sums of a bill are no readings of a meter."
                        : "Name the usage point and the reading by number, title or address.");
        return Optional.empty();
    }

    private static <T> Predicate<T> chosen(
            Optional<String> wanted, ToIntFunction<T> number, Function<T, String> title, Function<T, String> id) {
        return one -> wanted.map(name -> name.equals(String.valueOf(number.applyAsInt(one)))
                        || name.equals(title.apply(one))
                        || id.apply(one).equals(name)
                        || id.apply(one).endsWith("/" + name))
                .orElse(true);
    }
}

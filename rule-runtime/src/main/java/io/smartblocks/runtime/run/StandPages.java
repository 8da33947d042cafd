package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The pages of a meter for some days. Where a register has no stand at the start or end of these days, they reach to the
 * nearest stand outside, since what it advanced between the stands on either side is what an estimate keeps to.
 */
record StandPages(LocalDate from, LocalDate to, List<DayReadings> pages) {

    /** How many days from a lost stand another one is looked for. */
    private static final int WITHIN = 62;

    StandPages {
        pages = List.copyOf(pages);
    }

    static StandPages of(Reads reads, Declaration.Meter meter, MeterId id, LocalDate from, LocalDate to) {
        List<DayReadings> pages = reads.readings(id, from, PagesToColumn.pagesTo(meter, to));
        if (!meter.register() || !isDaily(meter.every()) || shows(pages, from) && shows(pages, to)) {
            return new StandPages(from, to, pages);
        }
        List<DayReadings> wider = reads.readings(id, from.minusDays(WITHIN), to.plusDays(WITHIN + 1L));
        LocalDate first = nearest(wider, day -> !day.isAfter(from), Comparator.<LocalDate>naturalOrder(), from);
        LocalDate last = nearest(wider, day -> !day.isBefore(to), Comparator.<LocalDate>reverseOrder(), to);
        return new StandPages(
                first,
                last,
                wider.stream()
                        .filter(page -> !page.day().isBefore(first))
                        .filter(page -> !page.day().isAfter(last))
                        .toList());
    }

    private static LocalDate nearest(
            List<DayReadings> pages, Predicate<LocalDate> side, Comparator<LocalDate> order, LocalDate otherwise) {
        return pages.stream()
                .filter(DayReadings::hasFirst)
                .map(page -> page.day())
                .filter(side)
                .max(order)
                .orElse(otherwise);
    }

    private static boolean shows(List<DayReadings> pages, LocalDate day) {
        return pages.stream().anyMatch(page -> page.day().equals(day) && page.hasFirst());
    }

    /** Longer intervals are counted from a day that may not be moved. */
    private static boolean isDaily(TimeSpan every) {
        return every.unit() == TimeSpan.Unit.MINUTE
                || every.unit() == TimeSpan.Unit.HOUR
                || every.unit() == TimeSpan.Unit.DAY && every.count() == 1;
    }
}

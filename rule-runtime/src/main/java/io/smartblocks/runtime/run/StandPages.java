package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RecordedPage;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * The pages of a meter for some days. Where a register has no stand at the start or end of these days, they reach to the
 * nearest stand outside, since what it advanced between the stands on either side is what an estimate keeps to.
 */
record StandPages(LocalDate from, LocalDate to, List<RecordedPage> pages) {

    /** How many days from a lost stand another one is looked for. */
    private static final int WITHIN = 62;

    StandPages {
        pages = List.copyOf(pages);
    }

    static StandPages of(
            ReadModel model, Declaration.Meter meter, MeterId id, LocalDate from, LocalDate to, long asOfBlock) {
        List<RecordedPage> pages = model.meters().pages(id, from, PagesToColumn.pagesTo(meter, to), asOfBlock);
        boolean told = shows(pages, from) && shows(pages, to);
        if (!meter.register() || !isDaily(meter.every()) || told) {
            return new StandPages(from, to, pages);
        }
        List<RecordedPage> wider =
                model.meters().pages(id, from.minusDays(WITHIN), to.plusDays(WITHIN + 1L), asOfBlock);
        LocalDate first = nearest(wider, day -> !day.isAfter(from), Comparator.<LocalDate>naturalOrder(), from);
        LocalDate last = nearest(wider, day -> !day.isBefore(to), Comparator.<LocalDate>reverseOrder(), to);
        return new StandPages(
                first,
                last,
                wider.stream()
                        .filter(page -> !page.page().day().isBefore(first))
                        .filter(page -> !page.page().day().isAfter(last))
                        .toList());
    }

    private static LocalDate nearest(
            List<RecordedPage> pages, Predicate<LocalDate> side, Comparator<LocalDate> order, LocalDate otherwise) {
        return pages.stream()
                .filter(StandPages::hasFirst)
                .map(page -> page.page().day())
                .filter(side)
                .max(order)
                .orElse(otherwise);
    }

    private static boolean shows(List<RecordedPage> pages, LocalDate day) {
        return pages.stream().anyMatch(page -> page.page().day().equals(day) && hasFirst(page));
    }

    private static boolean hasFirst(RecordedPage page) {
        return !page.page().values().isEmpty() && page.page().values().get(0) != null;
    }

    /** Longer intervals are counted from a day that may not be moved. */
    private static boolean isDaily(TimeSpan every) {
        return every.unit() == TimeSpan.Unit.MINUTE
                || every.unit() == TimeSpan.Unit.HOUR
                || every.unit() == TimeSpan.Unit.DAY && every.count() == 1;
    }
}

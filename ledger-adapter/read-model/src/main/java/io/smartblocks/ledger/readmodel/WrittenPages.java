package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pages of one meter that some blocks wrote: their days are told at once, their keys only to who asks. */
public final class WrittenPages {

    private final MeterId meter;
    private final List<Page> pages = new ArrayList<>();

    WrittenPages(MeterId meter) {
        this.meter = meter;
    }

    private record Page(long place, long block) {}

    void add(long place, long block) {
        pages.add(new Page(place, block));
    }

    /** The first local day of which a page was written. */
    public LocalDate firstDay() {
        return PagePlace.day(pages.stream().mapToLong(Page::place).min().orElseThrow());
    }

    /** Each page by its key, in the order of the blocks. */
    public List<Written> all() {
        return pages.stream()
                .map(page -> new Written(
                        StateKey.readings(meter, PagePlace.day(page.place())).value(), page.block()))
                .sorted(Comparator.comparingLong(Written::block).thenComparing(Written::key))
                .toList();
    }
}

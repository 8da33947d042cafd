package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of an index near some days: those that begin there, and the last that begins before; what was published long
 * before is not read.
 */
final class TakenRanges {

    private static final int FIRST_YEAR = 1970;
    private static final int MONTHS = 12;

    private final NavigableMap<LocalDate, IndexValue> byFirstDay = new TreeMap<>();
    private final IndexId index;
    private final StateView view;

    private TakenRanges(IndexId index, StateView view) {
        this.index = index;
        this.view = view;
    }

    /** Those that any value from the one day up to the other could overlap. */
    static TakenRanges near(IndexId index, LocalDate from, LocalDate to, StateView view) {
        TakenRanges ranges = new TakenRanges(index, view);
        ranges.readWithin(from, to);
        ranges.readBefore(from);
        return ranges;
    }

    Optional<IndexValue> overlapping(IndexValue value) {
        return Optional.ofNullable(byFirstDay.lowerEntry(value.to()))
                .map(Map.Entry::getValue)
                .filter(value::overlaps);
    }

    void add(IndexValue value) {
        byFirstDay.put(value.from(), value);
    }

    private void readWithin(LocalDate from, LocalDate to) {
        YearMonth month = YearMonth.from(from);
        YearMonth last = YearMonth.from(to.minusDays(1));
        while (!month.isAfter(last)) {
            boolean wholeYear =
                    month.getMonthValue() == 1 && month.plusMonths(MONTHS - 1).isBefore(last);
            read(wholeYear ? Year.from(month).toString() : month.toString());
            month = month.plusMonths(wholeYear ? MONTHS : 1);
        }
    }

    // back month by month through a year, then year by year, until there is one
    private void readBefore(LocalDate day) {
        YearMonth month = YearMonth.from(day);
        for (int i = 1; i <= MONTHS && byFirstDay.floorKey(day) == null; i++) {
            read(month.minusMonths(i).toString());
        }
        for (int year = day.getYear() - 1; year >= FIRST_YEAR && byFirstDay.floorKey(day) == null; year--) {
            read(Integer.toString(year));
        }
    }

    private void read(String beginning) {
        List<StateEntry> found = view.states(StateKey.index(index) + "/" + beginning + "-");
        for (StateEntry entry : found) {
            add(((IndexValueState) entry.state()).value());
        }
    }
}

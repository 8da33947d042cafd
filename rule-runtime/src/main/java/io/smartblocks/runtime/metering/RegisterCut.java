package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.units.Exact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a part of what a register advanced: it must begin and end with a stand, or it is not known. */
public final class RegisterCut {

    private final MeterColumn column;
    private final Stands stands;

    public RegisterCut(MeterColumn column) {
        this.column = column;
        this.stands = column.stands();
    }

    /** The column in which the readings between two stands are missing if a figure begins or ends there. */
    public MeterColumn at(int from, int to) {
        if (stands.cuttable() || stands.isKnown(from) && stands.isKnown(to)) {
            return column;
        }
        MeterColumn.Builder cut = column.edit();
        between(cut, from);
        between(cut, to);
        return cut.build();
    }

    private void between(MeterColumn.Builder cut, int boundary) {
        if (stands.isKnown(boundary)) {
            return;
        }
        int first = boundary;
        while (first > 0 && !stands.isKnown(first)) {
            first--;
        }
        int last = boundary;
        while (last < column.size() && !stands.isKnown(last)) {
            last++;
        }
        for (int i = first; i < last; i++) {
            cut.put(i, 0, Quality.MISSING);
        }
    }

    /** Which stands a part lacks, in words. */
    public Optional<String> missing(String register, int from, int to) {
        List<LocalDate> lacking = new ArrayList<>();
        if (!stands.cuttable()) {
            for (int boundary : new int[] {from, to}) {
                if (!stands.isKnown(boundary)) {
                    lacking.add(column.grid().dayOf(boundary));
                }
            }
        }
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("there is no stand of " + register + " at the start of "
                        + String.join(
                                " and of ",
                                lacking.stream().map(LocalDate::toString).toList())
                        + ", and the agreement has no estimate for it");
    }

    /** What was advanced from the last stand at or before an instant to the first at or after another. */
    public Optional<Advances.Advance> around(Instant from, Instant to) {
        Grid grid = column.grid();
        int first = grid.size();
        while (first >= 0 && (grid.startOf(first).isAfter(from) || !stands.isKnown(first))) {
            first--;
        }
        int last = 0;
        while (last <= grid.size() && (grid.startOf(last).isBefore(to) || !stands.isKnown(last))) {
            last++;
        }
        if (first < 0 || last > grid.size() || column.count(Quality.MISSING, first, last) > 0) {
            return Optional.empty();
        }
        Exact amount = Exact.ZERO;
        for (int i = first; i < last; i++) {
            amount = amount.plus(column.exact(i));
        }
        return Optional.of(new Advances.Advance(grid.startOf(first), grid.startOf(last), amount));
    }
}

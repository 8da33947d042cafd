package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.baseline.Fit;
import io.smartblocks.runtime.metering.Doubt;
import io.smartblocks.runtime.metering.Filling;
import io.smartblocks.runtime.metering.GapFilling;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.metering.RegisterCut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The readings of one settling with their gaps filled and the events that were reported, each window once. */
final class Columns {

    private final List<Reasons.Used> filled = new ArrayList<>(4);
    private final FittedColumns fitted = new FittedColumns(this);
    private final List<Reported> reported = new ArrayList<>(2);

    /** The events of a name in some days. */
    Reported reported(Settling settling, Days days, String event) {
        for (Reported known : reported) {
            if (known.isOf(event, days)) {
                return known;
            }
        }
        Reported made = Reported.of(settling, days, event);
        if (made.isKnown()) {
            reported.add(made);
        }
        return made;
    }

    /**
     * A column that covers a window without gaps; what is lacking is told to the settling, for each figure that asks, and
     * counts as zero.
     */
    MeterColumn column(Settling settling, String meter, Grid window) {
        for (Reasons.Used known : filled) {
            if (known.meter().equals(meter) && known.window().equals(window)) {
                return known.column();
            }
        }
        int problems = settling.findings().size();
        MeterColumn column = fill(settling, meter, window);
        if (settling.findings().size() == problems) {
            filled.add(new Reasons.Used(meter, window, column));
        }
        return column;
    }

    /** The columns of a meter that were used, by their windows. */
    List<Reasons.Used> used(String meter) {
        List<Reasons.Used> used = new ArrayList<>(2);
        for (Reasons.Used each : filled) {
            if (each.meter().equals(meter)) {
                used.add(each);
            }
        }
        if (used.size() > 1) {
            used.sort(Comparator.comparing((Reasons.Used each) -> each.window().from())
                    .thenComparing(each -> each.window().to()));
        }
        return used;
    }

    /** All columns that were used, by meter and window. */
    List<Reasons.Used> used() {
        List<Reasons.Used> used = new ArrayList<>(filled);
        used.sort(Comparator.comparing(Reasons.Used::meter)
                .thenComparing(each -> each.window().from())
                .thenComparing(each -> each.window().to()));
        return used;
    }

    /** True if any column that was used has an estimate. */
    boolean haveEstimates() {
        for (Reasons.Used each : filled) {
            if (each.column().hasEstimates()) {
                return true;
            }
        }
        return false;
    }

    /** The fits of the baselines that were used. */
    SortedMap<String, Fit> fits() {
        return fitted.fits();
    }

    private MeterColumn fill(Settling settling, String meter, Grid window) {
        MeterColumn column = settling.ground().evidence().columns().get(meter);
        Optional<Declaration.Baseline> baseline =
                Ground.baseline(settling.ground().agreement(), meter);
        if (baseline.isPresent() && settling.ground().isFitted(meter)) {
            return fitted.column(settling, baseline.get(), window).orElseGet(() -> empty(window));
        }
        if (baseline.isPresent() && !isGiven(column, window)) {
            settling.lack("baseline-not-fitted", notFitted(baseline.get(), window));
            return empty(window);
        }
        if (column == null) {
            settling.lack("readings-missing", "there are no readings of " + meter);
            return empty(window);
        }
        if (!column.grid().every().equals(window.every())
                || !column.grid().zone().equals(window.zone())) {
            settling.refuse(
                    "wrong-interval",
                    "readings of " + meter + " come every " + column.grid().every() + " in "
                            + column.grid().zone() + ", the agreement says every " + window.every() + " in "
                            + window.zone());
            return empty(window);
        }
        if (!column.unit().equals(settling.ground().meter(meter).unit().symbol())) {
            settling.refuse(
                    "wrong-unit",
                    "readings of " + meter + " come in " + column.unit() + ", the agreement says "
                            + settling.ground().meter(meter).unit().symbol());
            return empty(window);
        }
        if (column.grid().from().isAfter(window.from()) || column.grid().to().isBefore(window.to())) {
            settling.lack(
                    "readings-missing",
                    "readings of " + meter + " are there from " + column.grid().from() + " up to "
                            + column.grid().to() + ", needed are those from " + window.from() + " up to "
                            + window.to());
            return empty(window);
        }
        return fill(settling, meter, column, window);
    }

    private static boolean isGiven(@Nullable MeterColumn column, Grid window) {
        return column != null
                && !column.grid().from().isAfter(window.from())
                && !column.grid().to().isBefore(window.to())
                && column.count(
                                Quality.MISSING,
                                column.grid().indexOf(window.from()),
                                column.grid().indexOf(window.to()))
                        == 0;
    }

    private static String notFitted(Declaration.Baseline baseline, Grid window) {
        return baseline.name() + " has no values from " + window.from() + " to "
                + window.to().minusDays(1) + ": it is to be fitted to " + baseline.meter() + " from " + baseline.from()
                + " to " + baseline.to() + ", and settlement waits for the fit";
    }

    private static MeterColumn fill(Settling settling, String meter, MeterColumn column, Grid window) {
        int from = column.grid().indexOf(window.from());
        int to = column.grid().indexOf(window.to());
        if (!column.grid().dayOf(from).equals(window.from())
                || !column.grid().dayOf(to).equals(window.to())) {
            settling.refuse(
                    "readings-straddle",
                    "a reading of " + meter + ", which is read every "
                            + window.every().words() + ", does not lie wholly inside or outside the days from "
                            + window.from() + " up to " + window.to());
            return empty(window);
        }
        Optional<Doubt> doubt = column.stands().doubtIn(window.from(), window.to());
        if (doubt.isPresent()) {
            settling.lack("stands-doubtful", doubt.get().message());
            return empty(window);
        }
        MeterColumn cut = new RegisterCut(column).at(from, to);
        if (cut.isGapless() || cut.count(Quality.MISSING, from, to) == 0) {
            return cut;
        }
        return filled(settling, meter, new RegisterCut(column), cut, from, to);
    }

    private static MeterColumn filled(
            Settling settling, String meter, RegisterCut register, MeterColumn column, int from, int to) {
        Optional<GapRule> rule = settling.ground().agreement().gapRules().stream()
                .filter(each -> each.meters().contains(meter))
                .findFirst();
        Filling filling = new GapFilling(
                        meter,
                        rule,
                        settling.ground().calendar(),
                        value -> fixed(settling, meter, value),
                        new RegisterAdvances(settling.ground(), meter))
                .fill(column, from, to);
        settling.notify(filling.notified());
        if (filling instanceof Filling.Unfilled unfilled) {
            String reason = register.missing(meter, from, to).orElse(unfilled.reason());
            settling.lack("readings-missing", reason, unfilled.notified());
            return column;
        }
        return ((Filling.Filled) filling).column();
    }

    private static Exact fixed(Settling settling, String meter, Expr value) {
        Figured estimate = PlainSettling.of(settling.ground()).value(value);
        estimate.problem().ifPresent(settling::found);
        return estimate.value().dividedBy(settling.ground().meter(meter).unit().scale());
    }

    private static MeterColumn empty(Grid window) {
        MeterColumn.Builder builder = MeterColumn.of(window, "", 0);
        for (int i = 0; i < window.size(); i++) {
            builder.put(i, 0, Quality.ACTUAL);
        }
        return builder.build();
    }
}

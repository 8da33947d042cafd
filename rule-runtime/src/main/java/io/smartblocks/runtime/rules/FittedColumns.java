package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.runtime.baseline.Acceptance;
import io.smartblocks.runtime.baseline.BaselineFitting;
import io.smartblocks.runtime.baseline.Counterfactual;
import io.smartblocks.runtime.baseline.Fit;
import io.smartblocks.runtime.evidence.BaselineEvidence;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The readings that fitted baselines put in the place of a meter's, and the fits behind them. */
final class FittedColumns {

    private final Columns columns;
    private final SortedMap<String, Fit> fits = new TreeMap<>();

    FittedColumns(Columns columns) {
        this.columns = columns;
    }

    /** The fits that were used, by baseline. */
    SortedMap<String, Fit> fits() {
        return fits;
    }

    /** What would have been read in a window; nothing, already told to the settling, where the fit or the weather lacks. */
    Optional<MeterColumn> column(Settling settling, Declaration.Baseline baseline, Grid window) {
        BaselineEvidence readings = settling.ground().evidence().baselines().get(baseline.name());
        BaselineFitting.Result result = Fits.of(baseline, readings);
        if (result instanceof BaselineFitting.Unfit unfit) {
            settling.lack("baseline-not-fitted", baseline.name() + " is not fitted: " + unfit.reason());
            return Optional.empty();
        }
        Fit fit = (Fit) result;
        List<String> objections = Acceptance.objections(fit, baseline.acceptedWhen());
        if (!objections.isEmpty()) {
            settling.lack(
                    "baseline-not-accepted",
                    "the fit of " + baseline.name() + " is not accepted: " + String.join("; ", objections));
            return Optional.empty();
        }
        String temperature = baseline.with().get(baseline.with().size() - 1);
        Grid weather = new Grid(
                window.from(),
                window.to(),
                window.zone(),
                settling.ground().meter(temperature).every());
        int problems = settling.findings().size();
        MeterColumn measured = columns.column(settling, temperature, weather);
        if (settling.findings().size() > problems) {
            return Optional.empty();
        }
        fits.put(baseline.name(), fit);
        return Optional.of(Counterfactual.over(window, fit, measured));
    }
}

package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.baseline.Fit;
import io.smartblocks.runtime.baseline.Uncertainty;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.obligation.Power;
import io.smartblocks.runtime.rules.Decision;
import io.smartblocks.runtime.rules.Reasons;
import io.smartblocks.runtime.rules.Shown;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the full statement of a settlement: values, powers and the trace of every line. */
final class StatementMaking {

    static final String ENGINE_VERSION = "3";

    private final Case settled;
    private final Frame frame;
    private final Decision decision;
    private final LocalDate settledOn;
    private final Map<Reasons.Used, LineTrace.ReadingsUsed> readings = new IdentityHashMap<>(4);
    private final Map<List<Reasons.Happened>, List<LineTrace.EventUsed>> lists = new IdentityHashMap<>(1);
    private final Map<Reasons.Happened, LineTrace.EventUsed> events = new IdentityHashMap<>(32);

    StatementMaking(Case settled, Frame frame, Decision decision, LocalDate settledOn) {
        this.settled = settled;
        this.frame = frame;
        this.decision = decision;
        this.settledOn = settledOn;
    }

    Statement of(List<Line> lines, List<Document> documents, List<Duty> duties, Optional<Corrected> corrected) {
        SettlementPeriod period = settled.period();
        return new Statement(
                settled.agreement().head().title(),
                settled.agreement().head().version(),
                settled.compiledHash().orElseGet(() -> frame.hash(settled.agreement())),
                period.name(),
                period.number(),
                period.from(),
                period.to(),
                reason(settled.trigger()),
                settledOn,
                settled.agreement().settings().currency(),
                lines,
                documents,
                values(decision),
                traces(decision.payments()),
                powers(),
                decision.notices(),
                duties,
                baselines(),
                corrected,
                settled.evidence().digest(),
                settled.evidence().asOfBlock(),
                ENGINE_VERSION);
    }

    private static String reason(Trigger trigger) {
        return trigger instanceof Trigger.ClauseHappened happened
                ? "clause " + happened.clause() + " is " + lower(happened.event()) + " on " + happened.on()
                        + (happened.undone() ? ", which was taken back" : "")
                : "end of period";
    }

    static List<TermValue> values(Decision decision) {
        List<Decision.Valued> all = decision.values();
        List<TermValue> values = new ArrayList<>(all.size());
        for (Decision.Valued each : all) {
            Unit unit = each.term().unit();
            values.add(new TermValue(
                    each.term().name(),
                    each.value(),
                    Shown.figure(each.value(), unit),
                    unit.symbol(),
                    level(each.term().level())));
        }
        return values;
    }

    private static String level(Level level) {
        if (level instanceof Level.PerPeriod period) {
            return "each " + period.period();
        }
        if (level instanceof Level.PerEvent event) {
            return "each " + event.event();
        }
        return level instanceof Level.PerReading ? "each reading" : "agreement";
    }

    private List<String> powers() {
        return decision.powers().stream()
                .map(sentence -> (Effect.MayTerminate) sentence.effect())
                .map(power -> Power.words(power.party(), power.notice()))
                .toList();
    }

    private List<BaselineUsed> baselines() {
        int days = Math.toIntExact(ChronoUnit.DAYS.between(
                settled.period().from(), settled.period().to()));
        return decision.fits().entrySet().stream()
                .map(each -> baseline(each.getKey(), each.getValue(), days))
                .toList();
    }

    private static BaselineUsed baseline(String name, Fit fit, int days) {
        return new BaselineUsed(
                name,
                fit.method().words(),
                fit.from(),
                fit.to(),
                fit.unit(),
                fit.curve(),
                fit.metrics(),
                fit.design().days(),
                fit.design().unread(),
                fit.design().unmeasured(),
                fit.fitted().tried(),
                fit.fitted().qualified(),
                fit.fitted().alike().size(),
                fit.design().remarks(),
                fit.uncertainty(days, BigDecimal.ZERO).map(Uncertainty::band));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<LineTrace> traces(List<Decision.Payment> payments) {
        List<LineTrace> traces = new ArrayList<>(payments.size());
        for (Decision.Payment payment : payments) {
            traces.add(trace(traces.size(), payment.clause(), payment.sentence(), payment.index()));
        }
        return traces;
    }

    /** Why a line or another duty stands: the sentence that brought it about, and what is behind that. */
    LineTrace trace(int line, Clause clause, Clause.Provision sentence, int index) {
        Reasons reasons = decision.reasons(index);
        return new LineTrace(
                line,
                clause.number(),
                sentence.at(),
                reasons.rules(),
                guards(reasons.guards()),
                reasons.terms(),
                readings(reasons.readings()),
                adjustments(reasons.adjustments()),
                lists.computeIfAbsent(reasons.events(), this::used));
    }

    private static List<LineTrace.GuardValue> guards(List<Reasons.Guard> guards) {
        List<LineTrace.GuardValue> told = new ArrayList<>(guards.size());
        guards.forEach(guard -> told.add(new LineTrace.GuardValue(guard.words(), guard.held())));
        return told;
    }

    private static List<LineTrace.AdjustmentUsed> adjustments(List<Reasons.Adjustment> adjustments) {
        List<LineTrace.AdjustmentUsed> told = new ArrayList<>(adjustments.size());
        adjustments.forEach(
                it -> told.add(new LineTrace.AdjustmentUsed(it.name(), it.from(), it.to(), it.amount(), it.unit())));
        return told;
    }

    /** Lines that rest on the same events share the list of them, and lists the events, so that these are written once. */
    private List<LineTrace.EventUsed> used(List<Reasons.Happened> happened) {
        LineTrace.EventUsed[] told = new LineTrace.EventUsed[happened.size()];
        for (int i = 0; i < told.length; i++) {
            told[i] = events.computeIfAbsent(
                    happened.get(i), it -> new LineTrace.EventUsed(it.event(), it.at(), it.figures()));
        }
        return List.of(told);
    }

    /** Most lines rest on the same readings, which are counted once. */
    private List<LineTrace.ReadingsUsed> readings(List<Reasons.Used> all) {
        List<LineTrace.ReadingsUsed> told = new ArrayList<>(all.size());
        for (Reasons.Used used : all) {
            told.add(readings.computeIfAbsent(used, StatementMaking::counted));
        }
        return told;
    }

    private static LineTrace.ReadingsUsed counted(Reasons.Used used) {
        Grid grid = used.column().grid();
        int from = grid.indexOf(used.window().from());
        int to = grid.indexOf(used.window().to());
        return new LineTrace.ReadingsUsed(
                used.meter(),
                used.window().from(),
                used.window().to(),
                Math.toIntExact(ChronoUnit.DAYS.between(
                        used.window().from(), used.window().to())),
                used.column().count(Quality.ACTUAL, from, to),
                used.column().count(Quality.ESTIMATED, from, to),
                used.column().count(Quality.MISSING, from, to),
                estimated(used.column(), from, to),
                stands(used));
    }

    private static List<LineTrace.StandUsed> stands(Reasons.Used used) {
        return used.column().stands().around(used.window().from(), used.window().to()).stream()
                .map(stand -> new LineTrace.StandUsed(
                        stand.on(),
                        stand.value().toPlainString(),
                        used.column().unit(),
                        stand.quality() == Quality.ESTIMATED))
                .toList();
    }

    private static List<String> estimated(MeterColumn column, int from, int to) {
        List<String> estimated = new ArrayList<>();
        for (int i = from; column.hasEstimates() && i < to; i++) {
            if (column.quality(i) == Quality.ESTIMATED) {
                estimated.add(column.grid().startOf(i).toString());
            }
        }
        return estimated;
    }
}

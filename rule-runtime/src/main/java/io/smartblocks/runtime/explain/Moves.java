package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.FactValue;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.explain.Inputs.Input;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.rules.Ground;
import io.smartblocks.runtime.settlement.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Cases in which one input is moved by a small step: one percent, and one unit (a hundredth of it for prices). */
final class Moves {

    private static final Exact PERCENT = Exact.parse("1.01");
    private static final Exact HUNDREDTH = Exact.parse("0.01");

    private final Case settled;
    private final Agreement agreement;
    private final Evidence evidence;
    private final Inputs inputs;

    Moves(Case settled, Inputs inputs) {
        this.settled = settled;
        this.agreement = settled.agreement();
        this.evidence = settled.evidence();
        this.inputs = inputs;
    }

    /** A case with one input moved. */
    record Move(Input input, String step, Case moved) {}

    /** The steps of one input; none for what cannot be moved alone, such as a value that a fit gives. */
    List<Move> of(Input input) {
        try {
            return switch (input.kind()) {
                case METER -> meter(input);
                case INDEX -> index(input);
                case FACT -> fact(input);
                case ADJUSTMENT -> adjustment(input);
                case PREVIOUS -> previous(input);
                case EVENT -> event(input);
            };
        } catch (ArithmeticException | IllegalArgumentException e) {
            return List.of();
        }
    }

    private List<Move> meter(Input input) {
        MeterColumn column = evidence.columns().get(input.name());
        if (column == null) {
            return List.of();
        }
        Inputs.Window window = inputs.window(input.name());
        MovedReadings readings = new MovedReadings(column);
        int count = readings.count(window);
        if (count == 0) {
            return List.of();
        }
        Unit unit = Ground.meter(agreement, input.name()).unit();
        String days = " from " + window.from() + " to " + window.to().minusDays(1);
        boolean addsUp = MeterDays.addsUp(unit);
        String one = "1 " + unit.symbol() + " more";
        return List.of(
                move(input, "every reading" + days + " 1 % higher", readings.onePercentMore(window)),
                addsUp
                        ? move(
                                input,
                                one + days + ", spread evenly over " + count + " readings",
                                readings.oneMoreSpread(window))
                        : move(
                                input,
                                "every reading" + days + " 1 " + unit.symbol() + " higher",
                                readings.oneMoreEach(window)));
    }

    private Move move(Input input, String step, MeterColumn column) {
        TreeMap<String, MeterColumn> columns = new TreeMap<>(evidence.columns());
        columns.put(input.name(), column);
        return moved(input, step, Altered.columns(evidence, columns));
    }

    private Move moved(Input input, String step, Evidence other) {
        return new Move(input, step, new Case(agreement, settled.period(), other, settled.trigger()));
    }

    private List<Move> index(Input input) {
        Unit unit = agreement.indexes().stream()
                .filter(each -> each.name().equals(input.name()))
                .map(Declaration.Index::unit)
                .findFirst()
                .orElseThrow();
        Exact step = step(unit);
        return List.of(
                index(input, "every value 1 % higher", value -> value.times(PERCENT)),
                index(input, "every value " + Figures.with(step, unit) + " higher", value -> value.plus(step)));
    }

    private Move index(Input input, String step, UnaryOperator<Exact> by) {
        TreeMap<String, List<IndexValue>> indexes = new TreeMap<>(evidence.indexes());
        indexes.computeIfPresent(
                input.name(),
                (name, values) -> values.stream()
                        .map(value -> new IndexValue(value.from(), value.to(), by.apply(value.value())))
                        .toList());
        return moved(input, step, Altered.indexes(evidence, indexes));
    }

    private List<Move> fact(Input input) {
        Declaration.Fact fact = agreement.facts().stream()
                .filter(each -> each.name().equals(input.name()))
                .findFirst()
                .orElseThrow();
        Exact step = step(fact.unit());
        List<Move> moves = new ArrayList<>();
        if (evidence.facts().getOrDefault(input.name(), List.of()).stream()
                .anyMatch(value -> value.value().signum() != 0)) {
            moves.add(fact(fact, input, "1 % higher", value -> value.times(PERCENT)));
        }
        moves.add(fact(fact, input, Figures.with(step, fact.unit()) + " higher", value -> value.plus(step)));
        return moves;
    }

    private Move fact(Declaration.Fact fact, Input input, String step, UnaryOperator<Exact> by) {
        TreeMap<String, List<FactValue>> facts = new TreeMap<>(evidence.facts());
        List<FactValue> values = new ArrayList<>();
        boolean begins = facts.getOrDefault(input.name(), List.of()).stream()
                .noneMatch(value -> !value.from().isAfter(settled.period().from()));
        if (begins) {
            values.add(new FactValue(
                    settled.period().from(), by.apply(fact.initial().value())));
        }
        facts.getOrDefault(input.name(), List.of())
                .forEach(value -> values.add(new FactValue(value.from(), by.apply(value.value()))));
        facts.put(input.name(), values);
        return moved(input, step, Altered.facts(evidence, facts));
    }

    private List<Move> adjustment(Input input) {
        Unit unit = agreement.adjustments().stream()
                .filter(each -> each.name().equals(input.name()))
                .map(Declaration.Adjustment::unit)
                .findFirst()
                .orElseThrow();
        Exact step = step(unit);
        return List.of(
                adjustment(input, "each 1 % higher", value -> value.times(PERCENT)),
                adjustment(input, "each " + Figures.with(step, unit) + " higher", value -> value.plus(step)));
    }

    private Move adjustment(Input input, String step, UnaryOperator<Exact> by) {
        TreeMap<String, List<AdjustmentValue>> adjustments = new TreeMap<>(evidence.adjustments());
        adjustments.computeIfPresent(
                input.name(),
                (name, values) -> values.stream()
                        .map(value -> new AdjustmentValue(value.from(), value.to(), by.apply(value.value())))
                        .toList());
        return moved(input, step, Altered.adjustments(evidence, adjustments));
    }

    private List<Move> previous(Input input) {
        Unit unit = agreement.terms().stream()
                .filter(each -> each.name().equals(input.name()))
                .map(Term::unit)
                .findFirst()
                .orElseThrow();
        Exact step = step(unit);
        List<Move> moves = new ArrayList<>();
        if (evidence.previous().getOrDefault(input.name(), Exact.ZERO).signum() != 0) {
            moves.add(previous(input, "1 % higher", value -> value.times(PERCENT)));
        }
        moves.add(previous(input, Figures.with(step, unit) + " higher", value -> value.plus(step)));
        return moves;
    }

    private Move previous(Input input, String step, UnaryOperator<Exact> by) {
        TreeMap<String, Exact> previous = new TreeMap<>(evidence.previous());
        previous.computeIfPresent(input.name(), (name, value) -> by.apply(value));
        return moved(input, step, Altered.previous(evidence, previous));
    }

    private List<Move> event(Input input) {
        TreeMap<String, List<ReportedEvent>> events = new TreeMap<>(evidence.events());
        events.computeIfPresent(
                input.name(),
                (name, reported) -> reported.stream()
                        .map(each -> {
                            TreeMap<String, Exact> figures = new TreeMap<>(each.figures());
                            figures.replaceAll((figure, value) -> value.times(PERCENT));
                            return new ReportedEvent(each.at(), figures);
                        })
                        .toList());
        return List.of(moved(input, "every figure 1 % higher", Altered.events(evidence, events)));
    }

    /** The case with all estimated readings so many tenths of what they are. */
    Case estimatesAt(int tenths) {
        TreeMap<String, MeterColumn> columns = new TreeMap<>(evidence.columns());
        inputs.readings()
                .forEach((meter, used) -> columns.computeIfPresent(
                        meter, (name, column) -> new MovedReadings(column).estimatesAt(used, tenths)));
        return new Case(agreement, settled.period(), Altered.columns(evidence, columns), settled.trigger());
    }

    /** In base units: a hundredth for what is money by something else, else one. */
    private static Exact step(Unit unit) {
        boolean price = unit.dimensions().size() > 1;
        return (price ? HUNDREDTH : Exact.ONE).times(unit.scale());
    }
}

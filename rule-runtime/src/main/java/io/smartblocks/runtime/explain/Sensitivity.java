package io.smartblocks.runtime.explain;

import io.smartblocks.runtime.explain.AmountExplanation.Change;
import io.smartblocks.runtime.explain.AmountExplanation.Range;
import io.smartblocks.runtime.explain.Inputs.Input;
import io.smartblocks.runtime.explain.Moves.Move;
import io.smartblocks.runtime.rules.Derivation;
import io.smartblocks.runtime.rules.Derived;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What amounts would be with one input moved: each move is settled once, by the engine, for all amounts that use it. */
final class Sensitivity {

    /** How many moves are settled at most, for one settlement. */
    static final int MOST = 60;

    private static final int LOWER = 9;
    private static final int HIGHER = 11;

    private final SettlementEngine engine;
    private final Derivation base;
    private final List<Move> moves = new ArrayList<>();
    private final List<Outcome> outcomes;
    private final List<String> leftOut = new ArrayList<>();
    private final Map<Integer, Derivation> derivations = new HashMap<>();
    private Optional<List<Outcome>> estimates = Optional.empty();

    Sensitivity(SettlementEngine engine, Case settled, Inputs inputs, Derivation base) {
        this.engine = engine;
        this.base = base;
        Moves possible = new Moves(settled, inputs);
        for (Input input : inputs.all()) {
            List<Move> steps = possible.of(input);
            if (moves.size() + steps.size() > MOST) {
                leftOut.add(input.name());
            } else {
                moves.addAll(steps);
            }
        }
        List<Case> cases = new ArrayList<>(moves.stream().map(Move::moved).toList());
        if (inputs.estimated() > 0) {
            cases.add(possible.estimatesAt(LOWER));
            cases.add(possible.estimatesAt(HIGHER));
        }
        List<Outcome> all = engine.settleAll(cases);
        outcomes = all.subList(0, moves.size());
        if (inputs.estimated() > 0) {
            estimates = Optional.of(all.subList(moves.size(), all.size()));
        }
    }

    /** How many times was settled. */
    int runs() {
        return outcomes.size() + estimates.map(List::size).orElse(0);
    }

    List<String> leftOut() {
        return leftOut;
    }

    /**
     * What an amount would be for each move of an input that it rests on.
     *
     * @param own the inputs it rests on
     * @param now the amount as it is
     * @param of the amount in another settlement
     * @param unit the unit of the amount
     * @param tree how it comes about in another derivation
     */
    List<Change> changes(
            Inputs own,
            BigDecimal now,
            Function<Settlement, BigDecimal> of,
            String unit,
            Function<Derivation, Optional<Derived>> tree) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            if (own.all().contains(moves.get(i).input())) {
                changes.add(change(i, now, of, unit, tree));
            }
        }
        return changes;
    }

    private Change change(
            int index,
            BigDecimal now,
            Function<Settlement, BigDecimal> of,
            String unit,
            Function<Derivation, Optional<Derived>> tree) {
        Move move = moves.get(index);
        String kind = move.input().kind().name().toLowerCase(Locale.ROOT);
        if (!(outcomes.get(index) instanceof Outcome.Settled settled)) {
            return new Change(kind, move.input().name(), move.step(), "", "", notSettled(outcomes.get(index)));
        }
        BigDecimal then = of.apply(settled.settlement());
        BigDecimal difference = then.subtract(now);
        String words = difference.signum() == 0 ? "nothing" + why(index, tree) : changed(difference, then, unit);
        return new Change(
                kind, move.input().name(), move.step(), then.toPlainString(), difference.toPlainString(), words);
    }

    private static String changed(BigDecimal difference, BigDecimal then, String unit) {
        return unit.isEmpty() && then.signum() == 0
                ? "it would not be owed"
                : Figures.signed(difference) + " " + unit + ", to " + Figures.money(then) + " " + unit;
    }

    private static String notSettled(Outcome outcome) {
        return outcome instanceof Outcome.Held held
                ? "it would be held: " + String.join("; ", held.reasons())
                : "there would be no settlement: " + ((Outcome.Refused) outcome).message();
    }

    /** Where a move that changes nothing ends. */
    private String why(int index, Function<Derivation, Optional<Derived>> tree) {
        Derivation then = derivations.computeIfAbsent(
                index, number -> engine.derivation(moves.get(number).moved()));
        return tree.apply(then)
                .flatMap(moved -> tree.apply(base)
                        .map(now -> Absorbed.words(now, moved, moves.get(index).input())))
                .orElse("");
    }

    /** What an amount would be if all estimates were a tenth lower and higher. */
    Optional<Range> estimates(Inputs own, Function<Settlement, BigDecimal> of, String unit) {
        int count = own.estimated();
        return estimates
                .filter(both -> count > 0 && both.stream().allMatch(Outcome.Settled.class::isInstance))
                .map(both -> both.stream()
                        .map(each -> of.apply(((Outcome.Settled) each).settlement()))
                        .toList())
                .map(both -> new Range(
                        count,
                        both.get(0).toPlainString(),
                        both.get(1).toPlainString(),
                        "%d readings are estimated; were they all 10 %% lower it would be %s %s, 10 %% higher %s %s"
                                .formatted(count, Figures.money(both.get(0)), unit, Figures.money(both.get(1)), unit)));
    }
}

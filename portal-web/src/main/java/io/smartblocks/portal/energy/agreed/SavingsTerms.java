package io.smartblocks.portal.energy.agreed;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.Exact;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The terms of an agreement that say what was saved: a difference between what follows from other readings or from a fitted
 * baseline and the total of a meter; and what is guaranteed, which is what those savings are held against.
 *
 * @param baseline the term of what would have been used
 * @param used the term of what was used, where it has a name
 * @param savings the term of the difference
 * @param guarantee the term of what was guaranteed
 */
public record SavingsTerms(
        Optional<String> baseline, Optional<String> used, String savings, Optional<String> guarantee) {

    private static final int DEEPEST = 32;

    /** What a settled period says. All in kWh. */
    public record Saved(Exact baseline, Exact used, Exact saved, Optional<Exact> guaranteed) {}

    /** The first such terms of an agreement; empty where it has none. */
    public static Optional<SavingsTerms> of(Agreement agreement) {
        for (Term term : agreement.terms()) {
            Optional<Difference> difference = difference(term);
            if (difference.isPresent()
                    && isTotalOfMeter(agreement, difference.get().less(), 0)
                    && !isTotalOfMeter(agreement, difference.get().from(), 0)
                    && restsOnMeasured(
                            agreement,
                            difference.get().from(),
                            meterOf(agreement, difference.get().less(), 0).flatMap(meter -> unit(agreement, meter)),
                            new HashSet<>())) {
                return Optional.of(new SavingsTerms(
                        named(difference.get().from()),
                        named(difference.get().less()),
                        term.name(),
                        guarantee(agreement, term.name())));
            }
        }
        return Optional.empty();
    }

    /** What a settled period says of them; empty where its statement lacks one. */
    public Optional<Saved> in(SettledFigures settled) {
        Optional<Exact> would = baseline.flatMap(settled::value);
        Optional<Exact> took = used.flatMap(settled::value);
        Optional<Exact> difference = settled.value(savings);
        if (would.isEmpty() || took.isEmpty() && difference.isEmpty()) {
            return Optional.empty();
        }
        // a term may be cut off at zero; what was used more than the baseline counts against the savings
        Exact saved = took.map(would.get()::minus).or(() -> difference).orElseThrow();
        return Optional.of(new Saved(would.get(), would.get().minus(saved), saved, guarantee.flatMap(settled::value)));
    }

    private record Difference(Expr from, Expr less) {}

    private static Optional<Difference> difference(Term term) {
        if (!(term.value() instanceof Value.Plain plain)) {
            return Optional.empty();
        }
        if (plain.expr() instanceof Expr.Excess excess) {
            return Optional.of(new Difference(excess.amount(), excess.over()));
        }
        return plain.expr() instanceof Expr.Arithmetic sum && sum.operator() == Expr.Arithmetic.Operator.MINUS
                ? Optional.of(new Difference(sum.left(), sum.right()))
                : Optional.empty();
    }

    private static Optional<String> guarantee(Agreement agreement, String savings) {
        return agreement.terms().stream()
                .flatMap(term -> difference(term).stream())
                .filter(difference -> named(difference.less()).equals(Optional.of(savings)))
                .flatMap(difference -> named(difference.from()).stream())
                .findFirst();
    }

    private static Optional<String> named(Expr expr) {
        return expr instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.TERM
                ? Optional.of(reference.name())
                : Optional.empty();
    }

    private static Optional<Expr> meaning(Agreement agreement, Expr.Reference reference) {
        return agreement.terms().stream()
                .filter(term -> term.name().equals(reference.name()))
                .map(Term::value)
                .filter(Value.Plain.class::isInstance)
                .map(value -> ((Value.Plain) value).expr())
                .findFirst();
    }

    private static boolean isTotalOfMeter(Agreement agreement, Expr expr, int depth) {
        return meterOf(agreement, expr, depth).isPresent();
    }

    /** The meter whose total it is. */
    private static Optional<String> meterOf(Agreement agreement, Expr expr, int depth) {
        if (expr instanceof Expr.Aggregate total) {
            return total.kind() == Expr.Aggregate.Kind.TOTAL
                            && total.of() instanceof Expr.Reference meter
                            && meter.kind() == Expr.Reference.Kind.METER
                    ? Optional.of(meter.name())
                    : Optional.empty();
        }
        return depth < DEEPEST
                        && expr instanceof Expr.Reference reference
                        && reference.kind() == Expr.Reference.Kind.TERM
                ? meaning(agreement, reference).flatMap(meant -> meterOf(agreement, meant, depth + 1))
                : Optional.empty();
    }

    private static Optional<String> unit(Agreement agreement, String meter) {
        return agreement.meters().stream()
                .filter(known -> known.name().equals(meter))
                .map(known -> known.unit().symbol())
                .findFirst();
    }

    /** Whether it follows from a fitted baseline, or from a meter that reads something else, such as the weather. */
    private static boolean restsOnMeasured(Agreement agreement, Expr expr, Optional<String> unit, Set<String> seen) {
        return Nodes.within(expr, Expr.Reference.class).anyMatch(reference -> switch (reference.kind()) {
            case BASELINE -> true;
            case METER -> !unit(agreement, reference.name()).equals(unit);
            case TERM ->
                seen.add(reference.name())
                        && meaning(agreement, reference)
                                .filter(meant -> restsOnMeasured(agreement, meant, unit, seen))
                                .isPresent();
            default -> false;
        });
    }
}

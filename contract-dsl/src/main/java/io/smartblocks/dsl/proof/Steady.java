package io.smartblocks.dsl.proof;

import static io.smartblocks.dsl.proof.Formula.all;
import static io.smartblocks.dsl.proof.Formula.any;
import static io.smartblocks.dsl.proof.Formula.equal;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Aggregate;
import io.smartblocks.dsl.agreement.Expr.Reference.Kind;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.units.Exact;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What becomes of readings, and of terms computed from them, where every meter reads the same all the time. */
final class Steady {

    private static final Linear ZERO = Linear.of(Exact.ZERO);

    private final Known known;
    private final Encoding encoding;
    private final Stretch stretch;

    Steady(Known known, Encoding encoding, Stretch stretch) {
        this.known = known;
        this.encoding = encoding;
        this.stretch = stretch;
    }

    /** An aggregate of what stays the same: that value, or its multiple. */
    Optional<Formula> aggregate(Aggregate aggregate, Linear unknown) {
        if (aggregate.during().isPresent() || aggregate.over().previous() > 0 || !isSteady(aggregate.of())) {
            return Optional.empty();
        }
        if (aggregate.kind() != Aggregate.Kind.TOTAL) {
            return Optional.of(equal(unknown, encoding.sum(aggregate.of())));
        }
        return times(aggregate.of(), new HashSet<>())
                .map(times -> equal(unknown, encoding.sum(aggregate.of()).times(Exact.of(times))));
    }

    /** All hours of the period, or none. */
    Optional<Formula> hours(Expr.HoursDuring hours, Linear unknown) {
        boolean steady = hours.period().equals(stretch.period()) && isSteady(hours.condition());
        return steady
                ? stretch.hours().map(count -> {
                    Formula held = encoding.formula(hours.condition());
                    return any(
                            all(held, equal(unknown, Linear.of(count))), all(Formula.not(held), equal(unknown, ZERO)));
                })
                : Optional.empty();
    }

    /** A distance for all hours of the period. */
    Optional<Formula> degrees(Expr.DegreeHours degrees, Linear unknown) {
        boolean steady = degrees.during().isEmpty()
                && isThis(degrees.over().period(), degrees.over().previous())
                && isSteady(degrees.of())
                && isSteady(degrees.bound());
        return steady
                ? stretch.hours().map(count -> {
                    Linear above = encoding.sum(degrees.of()).minus(encoding.sum(degrees.bound()));
                    Linear distance = encoding.pick(false, ZERO, degrees.below() ? ZERO.minus(above) : above);
                    return equal(unknown, distance.times(count));
                })
                : Optional.empty();
    }

    /** The energy of one interval by its length. */
    Optional<Formula> power(Expr.HighestPower power, Linear unknown) {
        boolean steady = power.during().isEmpty()
                && power.each().isEmpty()
                && isThis(power.over().period(), power.over().previous())
                && isSteady(power.of());
        return steady
                ? known.meter(power.of())
                        .flatMap(meter -> length(meter.every()))
                        .map(length -> equal(
                                unknown,
                                encoding.sum(power.of())
                                        .times(Exact.of(Duration.ofHours(1).toMinutes())
                                                .dividedBy(Exact.of(length.toMinutes())))))
                : Optional.empty();
    }

    private static Optional<Duration> length(TimeSpan every) {
        return switch (every.unit()) {
            case MINUTE -> Optional.of(Duration.ofMinutes(every.count()));
            case HOUR -> Optional.of(Duration.ofHours(every.count()));
            default -> Optional.empty();
        };
    }

    private boolean isThis(String period, int previous) {
        return period.equals(stretch.period()) && previous == 0;
    }

    /** How many values one period has: as many as there are readings, or shorter periods. */
    private Optional<Long> times(Expr expr, Set<String> seen) {
        Set<Long> counts = new HashSet<>();
        Nodes.within(expr, Expr.Reference.class).forEach(reference -> {
            Optional<Term> term = known.term(reference.name());
            if (term.isPresent() && term.orElseThrow().level() instanceof Level.PerPeriod per) {
                shorter(per.period()).ifPresentOrElse(counts::add, () -> counts.add(-1L));
            } else if (term.isPresent() && seen.add(reference.name())) {
                if (term.orElseThrow().value() instanceof Value.Plain plain) {
                    times(plain.expr(), seen).ifPresent(counts::add);
                }
            } else {
                known.meter(reference)
                        .flatMap(meter -> stretch.readings(meter.every(), Optional.empty()))
                        .ifPresent(counts::add);
            }
        });
        return counts.size() == 1 ? counts.stream().findFirst().filter(count -> count > 0) : Optional.empty();
    }

    private Optional<Long> shorter(String period) {
        return known.thing(period, Declaration.Period.class)
                .filter(stretch::isFilledBy)
                .flatMap(it -> stretch.readings(it.every(), Optional.empty()));
    }

    /** True if an expression is the same for every reading and every period, as long as what is read is. */
    private boolean isSteady(Object tree) {
        return isSteady(tree, new HashSet<>());
    }

    private boolean isSteady(Object tree, Set<String> opened) {
        return Nodes.within(tree, Record.class).allMatch(node -> isSteadyNode(node, opened));
    }

    private boolean isSteadyNode(Record node, Set<String> opened) {
        if (node instanceof Expr.Reference reference) {
            return reference.kind() == Kind.TERM
                    ? !opened.add(reference.name())
                            || known.instead(reference.name()).isEmpty()
                                    && known.term(reference.name())
                                            .filter(term ->
                                                    isSteady(term.value(), opened) && isSteady(term.limits(), opened))
                                            .isPresent()
                    : known.meter(reference).isPresent() || isState(reference);
        }
        if (node instanceof Aggregate aggregate) {
            return aggregate.kind() != Aggregate.Kind.TOTAL
                    && aggregate.during().isEmpty()
                    && aggregate.over().previous() == 0;
        }
        return !isUnsteady(node);
    }

    private boolean isState(Expr.Reference reference) {
        return switch (reference.kind()) {
            case INDEX, PARAMETER -> true;
            case FACT ->
                known.thing(reference.name(), Declaration.Fact.class)
                        .filter(fact -> fact.each().isEmpty())
                        .isPresent();
            default -> false;
        };
    }

    private static boolean isUnsteady(Record node) {
        return node instanceof Expr
                        && !(node instanceof Expr.Constant
                                || node instanceof Expr.Arithmetic
                                || node instanceof Expr.Pick
                                || node instanceof Expr.Excess
                                || node instanceof Expr.ForEach)
                || node instanceof Condition.ItIs
                || node instanceof Condition.ClauseIs
                || node instanceof Value.Table
                || node instanceof Value.Banded
                || node instanceof Limit.Rising
                || node instanceof Limit.AtMost most && most.inEach().isPresent();
    }
}

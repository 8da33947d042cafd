package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.units.Exact;
import java.util.Optional;

/** The values of one expression for which a condition holds; no bound means without end. */
record Span(Expr of, Optional<Bound> low, Optional<Bound> high) {

    /** An end of a span, and whether it belongs to it. */
    record Bound(Exact value, boolean included) {}

    /** The span of a comparison with figures; nothing for other conditions. */
    static Optional<Span> of(Condition condition) {
        if (condition instanceof Condition.Compare compare && compare.right() instanceof Expr.Constant figure) {
            return Optional.of(compared(compare.left(), compare.relation(), figure.value()));
        }
        if (condition instanceof Condition.Between between
                && between.low() instanceof Expr.Constant low
                && between.high() instanceof Expr.Constant high) {
            return Optional.of(new Span(between.value(), bound(low.value(), true), bound(high.value(), true)));
        }
        return Optional.empty();
    }

    /** True if both conditions compare the same expression so that some value satisfies both. */
    static boolean overlap(Condition first, Condition second) {
        if (first instanceof Condition.Compare one
                && second instanceof Condition.Compare other
                && one.left().equals(other.left())
                && one.right().equals(other.right())) {
            Span left = compared(one.left(), one.relation(), Exact.ZERO);
            return left.meets(compared(other.left(), other.relation(), Exact.ZERO));
        }
        Optional<Span> left = of(first);
        Optional<Span> right = of(second);
        return left.isPresent()
                && right.isPresent()
                && left.orElseThrow().of.equals(right.orElseThrow().of)
                && left.orElseThrow().meets(right.orElseThrow());
    }

    boolean isEmpty() {
        return low.isPresent() && high.isPresent() && !below(low.orElseThrow(), high.orElseThrow());
    }

    private boolean meets(Span other) {
        return !isEmpty()
                && !other.isEmpty()
                && (low.isEmpty() || other.high.isEmpty() || below(low.orElseThrow(), other.high.orElseThrow()))
                && (other.low.isEmpty() || high.isEmpty() || below(other.low.orElseThrow(), high.orElseThrow()));
    }

    /** True if something lies from one bound up to the other. */
    private static boolean below(Bound low, Bound high) {
        int order = low.value().compareTo(high.value());
        return order < 0 || order == 0 && low.included() && high.included();
    }

    private static Span compared(Expr of, Relation relation, Exact value) {
        return switch (relation) {
            case ABOVE -> new Span(of, bound(value, false), Optional.empty());
            case BELOW -> new Span(of, Optional.empty(), bound(value, false));
            case AT_LEAST -> new Span(of, bound(value, true), Optional.empty());
            case AT_MOST -> new Span(of, Optional.empty(), bound(value, true));
            case EQUAL_TO -> new Span(of, bound(value, true), bound(value, true));
        };
    }

    private static Optional<Bound> bound(Exact value, boolean included) {
        return Optional.of(new Bound(value, included));
    }
}

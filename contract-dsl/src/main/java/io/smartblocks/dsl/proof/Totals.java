package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Aggregate;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.agreement.Expr.Reference.Kind;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.units.Exact;
import java.util.Optional;

/** The total of a sum is the sum of the totals: makes totals of terms and of sums into totals of what is read. */
final class Totals {

    private final Encoding encoding;
    private final Known known;

    Totals(Encoding encoding, Known known) {
        this.encoding = encoding;
        this.known = known;
    }

    /** A total as a sum of totals of readings, if it is one. */
    Optional<Linear> of(Aggregate total) {
        return total.kind() == Aggregate.Kind.TOTAL && !isRead(total.of())
                ? of(total.of(), total.during(), total.over())
                : Optional.empty();
    }

    private static boolean isRead(Expr expr) {
        return expr instanceof Expr.Reference reference && reference.kind() != Kind.TERM;
    }

    private Optional<Linear> of(Expr expr, Optional<CalendarTest> during, Window over) {
        if (expr instanceof Expr.Reference reference) {
            return reference.kind() == Kind.TERM
                    ? plain(reference.name()).flatMap(it -> of(it, during, over))
                    : read(reference, during, over);
        }
        if (expr instanceof Aggregate inner
                && inner.kind() == Aggregate.Kind.TOTAL
                && inner.over().previous() == 0
                && (inner.during().isEmpty() || during.isEmpty())) {
            return of(inner.of(), inner.during().or(() -> during), over);
        }
        return expr instanceof Expr.Arithmetic arithmetic ? of(arithmetic, during, over) : Optional.empty();
    }

    private Optional<Linear> read(Expr.Reference reference, Optional<CalendarTest> during, Window over) {
        return known.meter(reference)
                .map(meter ->
                        encoding.input(new Aggregate(Aggregate.Kind.TOTAL, reference, during, over, reference.unit())));
    }

    private Optional<Linear> of(Expr.Arithmetic sum, Optional<CalendarTest> during, Window over) {
        boolean added = sum.operator() == Operator.PLUS || sum.operator() == Operator.MINUS;
        if (added) {
            Optional<Linear> left = of(sum.left(), during, over);
            Optional<Linear> right = left.isEmpty() ? Optional.empty() : of(sum.right(), during, over);
            return right.map(it -> sum.operator() == Operator.PLUS
                    ? left.orElseThrow().plus(it)
                    : left.orElseThrow().minus(it));
        }
        Optional<Exact> right = figure(sum.right());
        if (right.isPresent() && sum.operator() == Operator.TIMES) {
            return of(sum.left(), during, over).map(it -> it.times(right.orElseThrow()));
        }
        if (right.filter(it -> it.signum() != 0).isPresent()) {
            return of(sum.left(), during, over).map(it -> it.times(Exact.ONE.dividedBy(right.orElseThrow())));
        }
        return sum.operator() == Operator.TIMES
                ? figure(sum.left())
                        .flatMap(left -> of(sum.right(), during, over).map(it -> it.times(left)))
                : Optional.empty();
    }

    /** The figure that an expression always is. */
    private Optional<Exact> figure(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            return Optional.of(constant.value());
        }
        return expr instanceof Expr.Reference reference && reference.kind() == Kind.TERM
                ? plain(reference.name()).flatMap(this::figure)
                : Optional.empty();
    }

    /** The expression that a term always is. */
    private Optional<Expr> plain(String name) {
        return known.term(name)
                .filter(term -> term.limits().isEmpty() && known.instead(name).isEmpty())
                .map(Term::value)
                .filter(Value.Plain.class::isInstance)
                .map(value -> ((Value.Plain) value).expr());
    }
}

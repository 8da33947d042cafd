package io.smartblocks.dsl.levels;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Tells which parts of an expression do not go together, and what would join them. */
record Mixture(BiPredicate<String, String> shorter) {

    Diagnostic told(Reach left, Reach right) {
        return Diagnostic.of(Code.E0303, right.at(), "this mixes %s with %s".formatted(left.words(), right.words()))
                .note(right.at(), right.words())
                .note(left.at(), left.words())
                .help(mended(left, right));
    }

    /** An aggregate of what has one value only. */
    Diagnostic nothing(Expr.Aggregate aggregate, Reach inner) {
        String what = aggregate.kind().name().toLowerCase(Locale.ROOT);
        return Diagnostic.of(
                        Code.E0304,
                        inner.at(),
                        "there is nothing to take the %s of over %s: this has %s"
                                .formatted(what, aggregate.over().period(), inner.words()))
                .help(
                        inner.is(Reach.Kind.PERIOD)
                                ? "use it as it is, or choose a longer period"
                                : "aggregate a meter, an index, an event's figure, or a term that uses one");
    }

    private String mended(Reach left, Reach right) {
        Reach period = left.is(Reach.Kind.PERIOD) ? left : right;
        Reach other = period == left ? right : left;
        return switch (other.kind()) {
            case PERIOD ->
                "aggregate the shorter one: `the total of … over %s`"
                        .formatted(shorter.test(left.period(), right.period()) ? right.period() : left.period());
            case INDEX ->
                "say which value counts: `the average of … over %s`, or `the value of … at the end of %s`"
                        .formatted(period.period(), period.period());
            case EVENT -> "aggregate the events first: `the total of … over …`";
            default ->
                period.is(Reach.Kind.PERIOD)
                        ? "aggregate the readings: `the total of … over %s`".formatted(period.period())
                        : "readings can be joined only where they are taken at the same times";
        };
    }
}

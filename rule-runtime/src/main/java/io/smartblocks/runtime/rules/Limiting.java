package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.rules.Derived.How;
import java.util.List;

/** Tells what the limits of a definition do to its value, one after the other. */
final class Limiting {

    private final PlainSettling plain;
    private final Deriving deriving;
    private final Term term;

    Limiting(PlainSettling plain, Deriving deriving, Term term) {
        this.plain = plain;
        this.deriving = deriving;
        this.term = term;
    }

    Derived of(Derived value, List<Limit> limits) {
        Derived result = value;
        Unit unit = term.unit();
        for (Limit limit : limits) {
            if (limit instanceof Limit.AtLeast least) {
                Derived bound = deriving.expr(least.bound(), term.name());
                result = Derived.of(
                        How.AT_LEAST,
                        "at least " + bound.words(),
                        result.value().max(bound.value()),
                        unit,
                        List.of(result, bound));
            } else if (limit instanceof Limit.AtMost most) {
                Derived bound = room(most);
                result = Derived.of(
                        How.AT_MOST,
                        "at most " + bound.words(),
                        result.value().min(bound.value()),
                        unit,
                        List.of(result, bound));
            } else if (limit instanceof Limit.Rounded rounded) {
                Exact step = rounded.rounding().step().value();
                result = Derived.of(
                                How.ROUNDED,
                                words(rounded.rounding()),
                                result.value()
                                        .roundedTo(step, rounded.rounding().mode()),
                                unit,
                                List.of(result))
                        .by(rounded.rounding());
            } else if (limit instanceof Limit.Rising rising) {
                result = rising(result, rising, unit);
            }
        }
        return result;
    }

    static String words(Rounding rounding) {
        return "rounded " + Wording.lower(rounding.mode()) + " to "
                + Shown.quantity(rounding.step().value(), rounding.step().unit());
    }

    private Derived room(Limit.AtMost most) {
        Derived bound = deriving.expr(most.bound(), term.name());
        return most.inEach()
                .map(longer -> {
                    Derived before = deriving.soFar(
                            TermsOf.reference(plain.ground().agreement(), term.name()), longer, term.name());
                    return Derived.of(
                            How.EXCESS,
                            bound.words() + " in each " + longer,
                            bound.value().minus(before.value()).max(Exact.ZERO),
                            term.unit(),
                            List.of(bound, before));
                })
                .orElse(bound);
    }

    private Derived rising(Derived value, Limit.Rising rising, Unit unit) {
        int steps = plain.ordinal(rising.each()) - 1;
        Exact result = value.value();
        for (int i = 0; i < steps; i++) {
            result = result.times(Exact.ONE.plus(rising.by().value()));
        }
        return Derived.of(
                How.RISING,
                "rising by " + ExprWords.of(rising.by()) + " each " + rising.each(),
                result,
                unit,
                List.of(
                        value,
                        deriving.expr(rising.by(), ""),
                        Derived.leaf(
                                How.CONSTANT,
                                "each " + rising.each() + " that has passed",
                                Exact.of(steps),
                                Unit.NONE)));
    }
}

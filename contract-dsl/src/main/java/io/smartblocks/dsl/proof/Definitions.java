package io.smartblocks.dsl.proof;

import static io.smartblocks.dsl.proof.Formula.all;
import static io.smartblocks.dsl.proof.Formula.equal;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What terms stand for, with their cases, their limits and the exceptions that give them another value. */
final class Definitions {

    private final Encoding encoding;
    private final Known known;
    private final Running running;
    private final Map<String, Linear> sums = new HashMap<>();
    private final Set<String> opening = new HashSet<>();
    private int left;

    Definitions(Encoding encoding, Known known, int depth) {
        this.encoding = encoding;
        this.known = known;
        this.running = new Running(encoding, known);
        this.left = depth;
    }

    Linear of(Expr.Reference reference) {
        Linear before = sums.get(reference.name());
        if (before != null) {
            return before;
        }
        Optional<Term> term = known.term(reference.name());
        if (term.isEmpty() || left == 0 || !opening.add(reference.name())) {
            encoding.beVague();
            return encoding.input(new Expr.Reference(reference.kind(), reference.name(), reference.unit()));
        }
        left--;
        Linear sum = replaced(term.orElseThrow());
        left++;
        opening.remove(reference.name());
        sums.put(reference.name(), sum);
        return sum;
    }

    private Linear replaced(Term term) {
        Linear own = limited(value(term.value()), term.limits());
        List<Clause.Provision> others = known.instead(term.name());
        if (others.isEmpty()) {
            return own;
        }
        Linear result = encoding.fresh();
        List<Formula> ways = new ArrayList<>();
        List<Formula> none = new ArrayList<>(List.of(equal(result, own)));
        for (Clause.Provision other : others) {
            Effect.Instead instead = (Effect.Instead) other.effect();
            Formula live = encoding.formula(new Condition.And(other.guards()));
            ways.add(all(live, equal(result, limited(value(instead.value()), instead.limits()))));
            if (!known.isUncertain(term.name())) {
                none.add(Formula.not(live));
            }
        }
        if (known.isUncertain(term.name())) {
            encoding.beVague();
        }
        ways.add(0, new Formula.All(none));
        encoding.require(new Formula.Any(ways));
        return result;
    }

    private Linear value(Value value) {
        if (value instanceof Value.Plain plain) {
            return encoding.sum(plain.expr());
        }
        if (value instanceof Value.Table table) {
            return running.row(table);
        }
        if (value instanceof Value.Banded banded) {
            return running.banded(banded);
        }
        Linear result = encoding.fresh();
        encoding.require(cases((Value.Cases) value, result));
        return result;
    }

    private Formula cases(Value.Cases cases, Linear result) {
        List<Formula> ways = new ArrayList<>();
        List<Formula> otherwise = new ArrayList<>(List.of(equal(result, encoding.sum(cases.otherwise()))));
        for (Value.Arm arm : cases.arms()) {
            Formula when = encoding.formula(arm.when());
            ways.add(all(when, equal(result, encoding.sum(arm.expr()))));
            otherwise.add(Formula.not(when));
        }
        ways.add(new Formula.All(otherwise));
        return new Formula.Any(ways);
    }

    private Linear limited(Linear sum, List<Limit> limits) {
        Linear result = sum;
        for (Limit limit : limits) {
            if (limit instanceof Limit.AtLeast least) {
                result = encoding.pick(false, result, encoding.sum(least.bound()));
            } else if (limit instanceof Limit.AtMost most) {
                Linear value = result;
                result = most.inEach()
                        .map(period -> running.capped(value, most, period))
                        .orElseGet(() -> encoding.pick(true, value, encoding.sum(most.bound())));
            } else if (limit instanceof Limit.Rounded rounded) {
                Linear exact = result;
                result = encoding.known(
                        "rounded " + rounded.rounding(),
                        List.of(exact),
                        to -> encoding.curves().rounded(to, exact, rounded.rounding()));
            } else {
                result = running.risen(result, (Limit.Rising) limit);
            }
        }
        return result;
    }
}

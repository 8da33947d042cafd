package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.List;

/** Warns where a divisor may be zero: the settlement would be refused then. */
final class DivisionCheck {

    private final Doubts doubts;

    private DivisionCheck(Doubts doubts) {
        this.doubts = doubts;
    }

    static void of(Doubts doubts) {
        DivisionCheck check = new DivisionCheck(doubts);
        doubts.terms().forEach(term -> check.value(term.value(), term.limits(), new Place(List.of(), term.at())));
        for (Clause clause : doubts.clauses()) {
            for (Clause.Provision provision : clause.provisions()) {
                Place place = new Place(provision.guards(), provision.at());
                check.divisors(provision.guards(), new Place(List.of(), place.at()));
                if (provision.effect() instanceof Effect.Instead instead) {
                    check.value(instead.value(), instead.limits(), place);
                } else {
                    check.divisors(provision.effect(), place);
                }
            }
        }
    }

    /** What holds where something is divided. */
    private record Place(List<Condition> guards, SourceRange at) {
        Place with(Condition more) {
            List<Condition> all = new ArrayList<>(guards);
            all.add(more);
            return new Place(all, at);
        }
    }

    private void value(Value value, List<Limit> limits, Place place) {
        divisors(limits, place);
        if (!(value instanceof Value.Cases cases)) {
            divisors(value, place);
            return;
        }
        Place otherwise = place;
        for (Value.Arm arm : cases.arms()) {
            divisors(arm.when(), place);
            divisors(arm.expr(), place.with(arm.when()));
            otherwise = otherwise.with(new Condition.Not(arm.when()));
        }
        divisors(cases.otherwise(), otherwise);
    }

    private void divisors(Object tree, Place place) {
        Nodes.within(tree, Expr.Arithmetic.class)
                .filter(quotient -> quotient.operator() == Operator.DIVIDED_BY)
                .map(Expr.Arithmetic::right)
                .filter(divisor -> mayBeZero(divisor, place))
                .forEach(divisor -> doubts.add(Diagnostic.of(
                                Code.W0703, doubts.at(divisor, place.at()), "this divisor may be zero")
                        .help("a settlement is refused when it is; divide only `when … is above 0`, and say what "
                                + "holds `otherwise`")));
    }

    private boolean mayBeZero(Expr divisor, Place place) {
        if (divisor instanceof Expr.Constant constant) {
            return constant.value().signum() == 0;
        }
        Condition zero = new Compare(divisor, Compare.Relation.EQUAL_TO, new Expr.Constant(Exact.ZERO, divisor.unit()));
        return !doubts.proof().ordinarilyExclude(place.with(zero).guards());
    }
}

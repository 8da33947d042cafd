package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Places;
import io.smartblocks.dsl.names.Resolution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Warns where a divisor may be zero: the settlement would be refused then. */
final class DivisionCheck {

    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, Declaration.Parameter> parameters = new HashMap<>();
    private final Places places;
    private final List<Diagnostic> findings = new ArrayList<>();

    private DivisionCheck(Levels.Inferred inferred, Resolution resolution) {
        inferred.terms().forEach(term -> terms.put(term.name(), term));
        resolution.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
        this.places = resolution.places();
    }

    static List<Diagnostic> of(Levels.Inferred inferred, Resolution resolution) {
        DivisionCheck check = new DivisionCheck(inferred, resolution);
        inferred.terms().forEach(term -> check.value(term.value(), List.of(), term.at()));
        for (Clause clause : inferred.clauses()) {
            clause.provisions()
                    .forEach(provision -> check.divisors(provision.effect(), provision.guards(), provision.at()));
        }
        return check.findings;
    }

    private void value(Value value, List<Condition> guards, SourceRange at) {
        if (value instanceof Value.Cases cases) {
            cases.arms().forEach(arm -> divisors(arm.expr(), List.of(arm.when()), at));
            divisors(cases.otherwise(), guards, at);
        } else {
            divisors(value, guards, at);
        }
    }

    private void divisors(Object tree, List<Condition> guards, SourceRange at) {
        Nodes.within(tree, Expr.Arithmetic.class)
                .filter(quotient -> quotient.operator() == Operator.DIVIDED_BY)
                .map(Expr.Arithmetic::right)
                .filter(divisor -> !isSafe(divisor) && !isGuarded(divisor, guards))
                .forEach(divisor -> findings.add(Diagnostic.of(
                                Code.W0703, places.of(divisor, at), "this divisor may be zero")
                        .help("a settlement is refused when it is; divide only `when … is above 0`, and say what "
                                + "holds `otherwise`")));
    }

    private boolean isSafe(Expr divisor) {
        if (divisor instanceof Expr.Constant constant) {
            return constant.value().signum() != 0;
        }
        if (divisor instanceof Expr.CalendarCount count) {
            return count.during().isEmpty()
                    && count.before().isEmpty()
                    && count.from().isEmpty();
        }
        if (divisor instanceof Expr.Arithmetic product) {
            return (product.operator() == Operator.TIMES || product.operator() == Operator.DIVIDED_BY)
                    && isSafe(product.left())
                    && isSafe(product.right());
        }
        return divisor instanceof Expr.Reference reference && isSafe(reference);
    }

    private boolean isSafe(Expr.Reference reference) {
        return switch (reference.kind()) {
            case TERM ->
                terms.containsKey(reference.name())
                        && terms.get(reference.name()).value() instanceof Value.Plain plain
                        && plain.expr() instanceof Expr.Constant constant
                        && constant.value().signum() != 0;
            case PARAMETER ->
                Optional.ofNullable(parameters.get(reference.name()))
                        .flatMap(Declaration.Parameter::atLeast)
                        .filter(least -> least.value().signum() > 0)
                        .isPresent();
            case METER, INDEX, FACT, ADJUSTMENT, BASELINE, EVENT_FIGURE -> false;
        };
    }

    private static boolean isGuarded(Expr divisor, List<Condition> guards) {
        return guards.stream()
                .anyMatch(guard -> guard instanceof Condition.And and
                        ? isGuarded(divisor, and.parts())
                        : guard instanceof Condition.Compare compare
                                && compare.left().equals(divisor)
                                && compare.relation() == Relation.ABOVE
                                && compare.right() instanceof Expr.Constant floor
                                && floor.value().signum() >= 0);
    }
}

package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.syntax.ConditionSyntax;
import io.smartblocks.dsl.syntax.ExprSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives each condition its names and compares the units of its sides. */
final class Conditions {

    private static final String DIFFERENT = "the two sides of this comparison have different units";

    private final Resolver resolver;
    private final Expressions expressions;
    private final CalendarTests calendar;

    Conditions(Resolver resolver, Expressions expressions, CalendarTests calendar) {
        this.resolver = resolver;
        this.expressions = expressions;
        this.calendar = calendar;
    }

    /** The condition; nothing, already reported, if it has a fault. */
    Optional<Condition> of(ConditionSyntax syntax) {
        if (syntax instanceof ConditionSyntax.Compare compare) {
            return compare(compare);
        }
        if (syntax instanceof ConditionSyntax.Between between) {
            return between(between);
        }
        if (syntax instanceof ConditionSyntax.ItIs it) {
            return calendar.of(it.test()).map(test -> expressions.placed(new Condition.ItIs(test), it.at()));
        }
        if (syntax instanceof ConditionSyntax.ClauseIs clause) {
            return resolver.clause(clause.clause())
                    .map(number -> expressions.placed(
                            new Condition.ClauseIs(number, clause.event(), clause.forMoreThan()), clause.at()));
        }
        if (syntax instanceof ConditionSyntax.Not not) {
            return of(not.condition()).map(Condition.Not::new);
        }
        return joined((ConditionSyntax.Joined) syntax);
    }

    private Optional<Condition> compare(ConditionSyntax.Compare compare) {
        Optional<Expr> left = expressions.of(compare.left());
        Optional<Expr> right = expressions.of(compare.right());
        return left.isPresent()
                        && right.isPresent()
                        && expressions.units().agree(left.orElseThrow(), right.orElseThrow(), compare.at(), DIFFERENT)
                ? Optional.of(expressions.placed(
                        new Condition.Compare(left.orElseThrow(), compare.relation(), right.orElseThrow()),
                        compare.at()))
                : Optional.empty();
    }

    private Optional<Condition> between(ConditionSyntax.Between between) {
        Optional<Expr> value = expressions.of(between.value());
        Optional<Expr> low = side(value, between.low(), between);
        Optional<Expr> high = side(value, between.high(), between);
        return value.isPresent() && low.isPresent() && high.isPresent()
                ? Optional.of(new Condition.Between(value.orElseThrow(), low.orElseThrow(), high.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Expr> side(Optional<Expr> value, ExprSyntax side, ConditionSyntax.Between between) {
        return expressions
                .of(side)
                .filter(it ->
                        value.isEmpty() || expressions.units().agree(value.orElseThrow(), it, between.at(), DIFFERENT));
    }

    private Optional<Condition> joined(ConditionSyntax.Joined joined) {
        List<Condition> parts = new ArrayList<>();
        joined.parts().forEach(part -> of(part).ifPresent(parts::add));
        if (parts.size() < joined.parts().size()) {
            return Optional.empty();
        }
        return Optional.of(joined.all() ? new Condition.And(parts) : new Condition.Or(parts));
    }
}

package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/** Turns the parse tree of conditions into records. */
final class ConditionBuilder {

    private final Leaves leaves;
    private final ExprBuilder exprs;

    ConditionBuilder(Leaves leaves, ExprBuilder exprs) {
        this.leaves = leaves;
        this.exprs = exprs;
    }

    ConditionSyntax of(EscoParser.CondContext context) {
        if (context instanceof EscoParser.AnyOfContext any) {
            return new ConditionSyntax.Joined(false, tests(any.test()), leaves.range(context));
        }
        List<ConditionSyntax> parts = tests(((EscoParser.AllOfContext) context).test());
        return parts.size() == 1 ? parts.get(0) : new ConditionSyntax.Joined(true, parts, leaves.range(context));
    }

    private List<ConditionSyntax> tests(List<EscoParser.TestContext> tests) {
        return tests.stream().map(this::test).toList();
    }

    private ConditionSyntax test(EscoParser.TestContext context) {
        SourceRange at = leaves.range(context);
        if (context instanceof EscoParser.CompareContext compare) {
            return comparison(exprs.of(compare.expr()), compare.comparison());
        }
        if (context instanceof EscoParser.CalendarTestContext calendar) {
            return new ConditionSyntax.ItIs(exprs.when(calendar.when()), at);
        }
        if (context instanceof EscoParser.ClauseTestContext clause) {
            return new ConditionSyntax.ClauseIs(
                    leaves.clause(clause.clauseNo()),
                    leaves.event(clause.clauseState()),
                    Optional.ofNullable(clause.duration()).map(leaves::duration),
                    at);
        }
        EscoParser.GroupContext group = (EscoParser.GroupContext) context;
        ConditionSyntax inner = of(group.cond());
        return leaves.has(group, "not") ? new ConditionSyntax.Not(inner, at) : inner;
    }

    ConditionSyntax comparison(ExprSyntax left, EscoParser.ComparisonContext context) {
        SourceRange at = left.at().to(leaves.range(context));
        if (context instanceof EscoParser.BetweenContext between) {
            return new ConditionSyntax.Between(left, exprs.of(between.expr(0)), exprs.of(between.expr(1)), at);
        }
        if (context instanceof EscoParser.AboveContext above) {
            return new ConditionSyntax.Compare(left, Relation.ABOVE, exprs.of(above.expr()), at);
        }
        if (context instanceof EscoParser.BelowContext below) {
            return new ConditionSyntax.Compare(left, Relation.BELOW, exprs.of(below.expr()), at);
        }
        if (context instanceof EscoParser.NoLessContext least) {
            return new ConditionSyntax.Compare(left, Relation.AT_LEAST, exprs.of(least.expr()), at);
        }
        if (context instanceof EscoParser.NoMoreContext most) {
            return new ConditionSyntax.Compare(left, Relation.AT_MOST, exprs.of(most.expr()), at);
        }
        EscoParser.EqualToContext equal = (EscoParser.EqualToContext) context;
        return new ConditionSyntax.Compare(left, Relation.EQUAL_TO, exprs.of(equal.expr()), at);
    }
}

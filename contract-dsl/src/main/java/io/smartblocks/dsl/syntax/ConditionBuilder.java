package io.smartblocks.dsl.syntax;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.agreement.Condition.Compare.Relation;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Locale;
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
        EscoParser.ComparedContext compared = (EscoParser.ComparedContext) context;
        return new ConditionSyntax.Compare(left, relation(compared.relation()), exprs.of(compared.expr()), at);
    }

    /** A comparison within an expression, which ends where its operand ends. */
    ConditionSyntax threshold(ExprSyntax left, EscoParser.ThresholdContext context) {
        SourceRange at = left.at().to(leaves.range(context));
        if (context instanceof EscoParser.ThresholdBetweenContext between) {
            return new ConditionSyntax.Between(
                    left, exprs.visit(between.operand(0)), exprs.visit(between.operand(1)), at);
        }
        EscoParser.ThresholdOfContext of = (EscoParser.ThresholdOfContext) context;
        return new ConditionSyntax.Compare(left, relation(of.relation()), exprs.visit(of.operand()), at);
    }

    private static Relation relation(EscoParser.RelationContext context) {
        return Relation.valueOf(context.children.stream()
                .map(word -> word.getText().toUpperCase(Locale.ROOT))
                .collect(joining("_")));
    }
}

package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Turns the parse tree of values, cases and limits into records. */
final class ValueBuilder {

    private final Leaves leaves;
    private final ExprBuilder exprs;

    ValueBuilder(Leaves leaves, ExprBuilder exprs) {
        this.leaves = leaves;
        this.exprs = exprs;
    }

    ValueSyntax value(EscoParser.ValueContext context) {
        if (context instanceof EscoParser.CasesContext cases) {
            List<ValueSyntax.Arm> arms = new ArrayList<>();
            for (EscoParser.ArmContext arm : cases.arm()) {
                arms.add(new ValueSyntax.Arm(
                        exprs.of(arm.expr()), exprs.conditions().of(arm.cond())));
            }
            return new ValueSyntax(arms, exprs.of(cases.expr()));
        }
        return context instanceof EscoParser.PlainValueContext plain
                ? new ValueSyntax(List.of(), exprs.of(plain.expr()))
                : new ValueSyntax(List.of(), new ExprSyntax.Unsettled("`in bands`", leaves.range(context)));
    }

    List<LimitSyntax> limits(List<EscoParser.BoundContext> bounds) {
        return bounds.stream().map(this::limit).toList();
    }

    private LimitSyntax limit(EscoParser.BoundContext context) {
        SourceRange at = leaves.range(context);
        if (context instanceof EscoParser.AtLeastContext least) {
            return new LimitSyntax.AtLeast(exprs.of(least.expr()), at);
        }
        if (context instanceof EscoParser.AtMostContext most) {
            return new LimitSyntax.AtMost(exprs.of(most.expr()), leaves.optional(most.TERM()), at);
        }
        if (context instanceof EscoParser.StartingAtContext starting) {
            return new LimitSyntax.StartingAt(exprs.of(starting.expr()), at);
        }
        if (context instanceof EscoParser.RisingContext rising) {
            return new LimitSyntax.Rising(leaves.figure(rising.quantity()), leaves.word(rising.TERM()), at);
        }
        return new LimitSyntax.Rounded(rounding(((EscoParser.RoundedContext) context).rounding()), at);
    }

    RoundingSyntax rounding(EscoParser.RoundingContext context) {
        ExprSyntax.Figure step =
                context.quantity() == null ? leaves.bare(context.NUMBER()) : leaves.figure(context.quantity());
        return new RoundingSyntax(Roundings.mode(context.roundingMode().getText()), step, leaves.range(context));
    }
}

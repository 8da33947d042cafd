package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
            return new ValueSyntax.Cases(arms, exprs.of(cases.expr()));
        }
        return context instanceof EscoParser.BandedContext banded
                ? banded(banded)
                : new ValueSyntax.Plain(exprs.of(((EscoParser.PlainValueContext) context).expr()));
    }

    private ValueSyntax banded(EscoParser.BandedContext context) {
        List<ValueSyntax.Band> bands = context.band().stream().map(this::band).toList();
        return new ValueSyntax.Banded(
                exprs.of(context.expr()), bands, leaves.optional(context.TERM()), leaves.range(context));
    }

    private ValueSyntax.Band band(EscoParser.BandContext context) {
        SourceRange at = leaves.range(context);
        if (context instanceof EscoParser.BandUpToContext upTo) {
            return new ValueSyntax.Band(
                    ValueSyntax.Band.Kind.UP_TO, Optional.of(exprs.of(upTo.size(0))), exprs.of(upTo.size(1)), at);
        }
        if (context instanceof EscoParser.BandWideContext wide) {
            ValueSyntax.Band.Kind kind =
                    wide.order.getText().equals("first") ? ValueSyntax.Band.Kind.FIRST : ValueSyntax.Band.Kind.NEXT;
            return new ValueSyntax.Band(kind, Optional.of(exprs.of(wide.size(0))), exprs.of(wide.size(1)), at);
        }
        ExprSyntax rate = exprs.of(((EscoParser.BandRestContext) context).size());
        return new ValueSyntax.Band(ValueSyntax.Band.Kind.REST, Optional.empty(), rate, at);
    }

    ValueSyntax.Table table(EscoParser.TableDeclContext context) {
        UnitSyntax unit = leaves.unit(context.unit());
        List<ValueSyntax.Row> rows =
                context.row().stream().map(row -> row(row, unit)).toList();
        return new ValueSyntax.Table(unit, leaves.word(context.TERM(1)), rows);
    }

    private ValueSyntax.Row row(EscoParser.RowContext context, UnitSyntax unit) {
        int numbers = context.NUMBER().size();
        int first = leaves.ordinal(context.NUMBER(0).getSymbol());
        int last = numbers > 2 ? leaves.ordinal(context.NUMBER(1).getSymbol()) : first;
        ExprSyntax.Figure value = leaves.figure(context, context.NUMBER(numbers - 1), leaves.has(context, "-"), unit);
        return new ValueSyntax.Row(first, last, value, leaves.range(context));
    }

    ExprSyntax expr(EscoParser.ExprContext context) {
        return exprs.of(context);
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
            return new LimitSyntax.Rising(leaves.rate(rising.rate()), leaves.word(rising.TERM()), at);
        }
        return new LimitSyntax.Rounded(rounding(((EscoParser.RoundedContext) context).rounding()), at);
    }

    RoundingSyntax rounding(EscoParser.RoundingContext context) {
        ExprSyntax.Figure step =
                context.quantity() == null ? leaves.bare(context.NUMBER()) : leaves.figure(context.quantity());
        return new RoundingSyntax(Roundings.mode(context.roundingMode().getText()), step, leaves.range(context));
    }
}

package io.smartblocks.dsl.syntax;

import java.util.Optional;

/** Turns the parse tree of what parties state and agree while an agreement runs into records. */
final class StatedBuilder {

    private final Leaves leaves;
    private final ExprBuilder exprs;

    StatedBuilder(Leaves leaves, ExprBuilder exprs) {
        this.leaves = leaves;
        this.exprs = exprs;
    }

    Sentence.Fact fact(EscoParser.FactContext context) {
        boolean each = leaves.has(context, "each");
        return new Sentence.Fact(
                leaves.word(context.TERM(0)),
                leaves.unit(context.unit()),
                each ? leaves.optional(context.TERM(1)) : Optional.empty(),
                leaves.figure(context.amount()),
                leaves.word(context.TERM(each ? 2 : 1)),
                leaves.terms(context.terms()),
                leaves.range(context));
    }

    Sentence.Adjustment adjustment(EscoParser.AdjustmentContext context) {
        return new Sentence.Adjustment(
                leaves.word(context.TERM(0)),
                leaves.unit(context.unit()),
                leaves.word(context.TERM(1)),
                leaves.terms(context.terms()),
                leaves.range(context));
    }

    Sentence.Baseline baseline(EscoParser.BaselineContext context) {
        return new Sentence.Baseline(
                leaves.word(context.TERM(0)),
                leaves.word(context.TERM(1)),
                leaves.word(context.STRING()),
                leaves.date(context.date(0)),
                leaves.date(context.date(1)),
                leaves.terms(context.terms()),
                Optional.ofNullable(context.cond()).map(exprs.conditions()::of),
                leaves.range(context));
    }
}

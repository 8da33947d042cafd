package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.units.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Turns the parse tree of what a scenario gives and settles into records. */
final class StepBuilder extends EscoBaseVisitor<StepSyntax> {

    private final Leaves leaves;
    private final ExpectationBuilder expectations;

    StepBuilder(Leaves leaves, ExprBuilder exprs) {
        this.leaves = leaves;
        this.expectations = new ExpectationBuilder(leaves, exprs);
    }

    @Override
    public StepSyntax visitStep(EscoParser.StepContext context) {
        return context.expect() == null ? visit(context.getChild(0)) : expectations.visit(context.expect());
    }

    @Override
    public StepSyntax visitGivenValue(EscoParser.GivenValueContext context) {
        return new StepSyntax.GivenValue(
                leaves.word(context.TERM()),
                leaves.figure(context.amount()),
                leaves.optionalHours(context.hours()),
                Optional.ofNullable(context.span()).map(this::span),
                leaves.optionalDate(context.date()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitGivenSeries(EscoParser.GivenSeriesContext context) {
        return new StepSyntax.GivenSeries(
                leaves.word(context.TERM()),
                !leaves.has(context, "is"),
                values(context.series()),
                Optional.ofNullable(context.unit()).map(leaves::unit),
                leaves.duration(context.duration()),
                leaves.date(context.date()),
                leaves.range(context));
    }

    private List<Exact> values(EscoParser.SeriesContext series) {
        List<Exact> values = new ArrayList<>();
        boolean negative = false;
        for (ParseTree child : series.children) {
            Token token = ((TerminalNode) child).getSymbol();
            if (token.getType() == EscoLexer.NUMBER) {
                Exact value = leaves.exact(token);
                values.add(negative ? value.negated() : value);
            }
            negative = leaves.text(token).equals("-");
        }
        return values;
    }

    @Override
    public StepSyntax visitGivenTotal(EscoParser.GivenTotalContext context) {
        return new StepSyntax.GivenTotal(
                leaves.word(context.TERM()),
                leaves.figure(context.amount()),
                span(context.span()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitGivenEach(EscoParser.GivenEachContext context) {
        return new StepSyntax.GivenEach(
                leaves.word(context.TERM()),
                leaves.figure(context.amount()),
                leaves.optionalHours(context.hours()),
                Optional.ofNullable(context.span()).map(this::span),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitGivenStand(EscoParser.GivenStandContext context) {
        return new StepSyntax.GivenStand(
                leaves.word(context.TERM()),
                leaves.figure(context.quantity()),
                leaves.has(context, "estimated"),
                leaves.date(context.date()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitGivenOccurrence(EscoParser.GivenOccurrenceContext context) {
        return new StepSyntax.GivenOccurrence(
                leaves.word(context.TERM()),
                leaves.date(context.date()),
                leaves.time(context.TIME().getSymbol()),
                context.givenFigure().stream()
                        .map(figure ->
                                new StepSyntax.FigureSyntax(leaves.word(figure.TERM()), leaves.figure(figure.amount())))
                        .toList(),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitGivenGap(EscoParser.GivenGapContext context) {
        return new StepSyntax.GivenGap(
                leaves.word(context.TERM()),
                leaves.optionalHours(context.hours()),
                span(context.span()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitGivenPrevious(EscoParser.GivenPreviousContext context) {
        return new StepSyntax.GivenPrevious(
                leaves.word(context.TERM()), leaves.figure(context.amount()), leaves.range(context));
    }

    @Override
    public StepSyntax visitGivenEvent(EscoParser.GivenEventContext context) {
        return new StepSyntax.GivenEvent(
                leaves.clause(context.clauseNo()),
                leaves.event(context.clauseState()),
                leaves.date(context.date()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitGivenTermination(EscoParser.GivenTerminationContext context) {
        return new StepSyntax.GivenTermination(
                leaves.word(context.TERM()),
                Optional.ofNullable(context.clauseNo()).map(leaves::clause),
                leaves.date(context.date()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitGivenDispute(EscoParser.GivenDisputeContext context) {
        return new StepSyntax.GivenDispute(
                leaves.word(context.TERM(0)),
                leaves.word(context.TERM(1)),
                leaves.date(context.date(0)),
                context.clauseRefs() == null ? List.of() : leaves.clauses(context.clauseRefs()),
                leaves.date(context.date(1)),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitSettle(EscoParser.SettleContext context) {
        return new StepSyntax.Settle(
                leaves.word(context.TERM()),
                leaves.date(context.date()),
                leaves.has(context, "again"),
                leaves.range(context));
    }

    private StepSyntax.Span span(EscoParser.SpanContext context) {
        SourceRange at = leaves.range(context);
        return new StepSyntax.Span(leaves.date(context.date(0)), leaves.date(context.date(1)), at);
    }
}

package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.ExpectDuty.Kind;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Turns the parse tree of what a scenario expects into records. */
final class ExpectationBuilder extends EscoBaseVisitor<StepSyntax> {

    private final Leaves leaves;
    private final ExprBuilder exprs;

    ExpectationBuilder(Leaves leaves, ExprBuilder exprs) {
        this.leaves = leaves;
        this.exprs = exprs;
    }

    @Override
    public StepSyntax visitExpectValue(EscoParser.ExpectValueContext context) {
        return new StepSyntax.ExpectValue(
                exprs.of(context.expr(0)),
                exprs.of(context.expr(1)),
                settled(context.settled()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitExpectPay(EscoParser.ExpectPayContext context) {
        return new StepSyntax.ExpectPay(
                leaves.word(context.TERM(0)),
                exprs.of(context.expr()),
                leaves.word(context.TERM(1)),
                Optional.ofNullable(context.clauseNo()).map(leaves::clause),
                leaves.optional(context.STRING()),
                leaves.optionalDate(context.date()),
                settled(context.settled()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitExpectBalance(EscoParser.ExpectBalanceContext context) {
        EscoParser.SumContext sum = context.sum();
        return new StepSyntax.ExpectDocument(
                Scenario.ExpectDocument.Kind.valueOf(context.kind.getText().toUpperCase(Locale.ROOT)),
                exprs.of(sum.expr(0)),
                Optional.ofNullable(sum.expr(1)).map(exprs::of),
                Optional.ofNullable(sum.expr(2)).map(exprs::of),
                leaves.word(context.TERM(0)),
                leaves.word(context.TERM(1)),
                leaves.optionalDate(context.date()),
                settled(context.settled()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitExpectTransfer(EscoParser.ExpectTransferContext context) {
        return duty(
                Kind.valueOf(context.kind.getText().toUpperCase(Locale.ROOT)),
                context.TERM(0),
                Optional.of(exprs.of(context.expr())),
                leaves.optional(context.TERM(1)),
                leaves.optional(context.TERM(2)),
                context.condition());
    }

    @Override
    public StepSyntax visitExpectRetire(EscoParser.ExpectRetireContext context) {
        return duty(
                Kind.RETIRE,
                context.TERM(0),
                Optional.of(exprs.of(context.expr())),
                leaves.optional(context.TERM(1)),
                leaves.optional(context.TERM(2)),
                context.condition());
    }

    @Override
    public StepSyntax visitExpectDeliver(EscoParser.ExpectDeliverContext context) {
        return duty(
                Kind.DELIVER,
                context.TERM(0),
                Optional.of(exprs.of(context.expr())),
                Optional.empty(),
                leaves.optional(context.TERM(1)),
                context.condition());
    }

    @Override
    public StepSyntax visitExpectPerform(EscoParser.ExpectPerformContext context) {
        return duty(
                Kind.PERFORM,
                context.TERM(),
                Optional.empty(),
                leaves.optional(context.STRING()),
                Optional.empty(),
                context.condition());
    }

    private StepSyntax duty(
            Kind kind,
            TerminalNode debtor,
            Optional<ExprSyntax> amount,
            Optional<Word> what,
            Optional<Word> other,
            EscoParser.ConditionContext condition) {
        return new StepSyntax.ExpectDuty(
                kind,
                leaves.word(debtor),
                amount,
                what,
                other,
                Optional.ofNullable(condition.clauseNo()).map(leaves::clause),
                leaves.optionalDate(condition.date()),
                leaves.range((ParserRuleContext) condition.getParent()));
    }

    @Override
    public StepSyntax visitExpectNothing(EscoParser.ExpectNothingContext context) {
        return new StepSyntax.ExpectNothing(leaves.clause(context.clauseNo()), leaves.range(context));
    }

    @Override
    public StepSyntax visitExpectState(EscoParser.ExpectStateContext context) {
        return new StepSyntax.ExpectState(
                leaves.clause(context.clauseNo()),
                Scenario.ExpectState.State.valueOf(context.state.getText().toUpperCase(Locale.ROOT)),
                leaves.optionalDate(context.date()),
                leaves.range(context));
    }

    @Override
    public StepSyntax visitExpectEnd(EscoParser.ExpectEndContext context) {
        return new StepSyntax.ExpectEnd(leaves.date(context.date()), leaves.range(context));
    }

    @Override
    public StepSyntax visitExpectNone(EscoParser.ExpectNoneContext context) {
        SourceRange at = leaves.range(context);
        Optional<StepSyntax.Settled> settled = settled(context.settled());
        return leaves.has(context, "correction")
                ? new StepSyntax.ExpectNoCorrection(settled, at)
                : new StepSyntax.ExpectNoPayment(
                        Optional.ofNullable(context.clauseNo()).map(leaves::clause), settled, at);
    }

    @Override
    public StepSyntax visitExpectHeld(EscoParser.ExpectHeldContext context) {
        return new StepSyntax.ExpectHeld(settled(context.settled()), leaves.range(context));
    }

    @Override
    public StepSyntax visitExpectDisputed(EscoParser.ExpectDisputedContext context) {
        return new StepSyntax.ExpectDisputed(leaves.range(context));
    }

    @Override
    public StepSyntax visitExpectPower(EscoParser.ExpectPowerContext context) {
        return new StepSyntax.ExpectPower(leaves.word(context.TERM()), leaves.range(context));
    }

    private Optional<StepSyntax.Settled> settled(EscoParser.SettledContext context) {
        return Optional.ofNullable(context)
                .map(it -> new StepSyntax.Settled(leaves.word(it.TERM()), leaves.date(it.date()), leaves.range(it)));
    }
}

package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Turns the parse tree of what a sentence of a clause brings about into records. */
final class EffectBuilder extends EscoBaseVisitor<EffectSyntax> {

    private final Leaves leaves;
    private final ExprBuilder exprs;
    private final ValueBuilder values;

    EffectBuilder(Leaves leaves, ExprBuilder exprs) {
        this.leaves = leaves;
        this.exprs = exprs;
        this.values = new ValueBuilder(leaves, exprs);
    }

    EffectSyntax of(EscoParser.EffectContext context) {
        return visit(context);
    }

    @Override
    public EffectSyntax visitPay(EscoParser.PayContext pay) {
        return new EffectSyntax.Pay(
                leaves.word(pay.TERM(0)),
                exprs.of(pay.expr()),
                leaves.word(pay.TERM(1)),
                due(pay.due()),
                leaves.optional(pay.STRING()),
                leaves.range(pay));
    }

    @Override
    public EffectSyntax visitPaySplit(EscoParser.PaySplitContext split) {
        return new EffectSyntax.PaySplit(
                leaves.word(split.TERM(0)),
                exprs.of(split.expr()),
                split.share().stream().map(this::share).toList(),
                new EffectSyntax.Rest(leaves.word(split.TERM(1)), described(split, false)),
                due(split.due()),
                described(split, true),
                leaves.range(split));
    }

    private EffectSyntax.Share share(EscoParser.ShareContext share) {
        return new EffectSyntax.Share(
                exprs.of(share.expr()),
                leaves.word(share.TERM()),
                leaves.optional(share.STRING()),
                leaves.range(share));
    }

    /** The words after {@code , described as}, which are for all shares, or after {@code described as}, for the rest. */
    private Optional<Word> described(EscoParser.PaySplitContext split, boolean all) {
        List<ParseTree> parts = split.children;
        for (int i = 3; i < parts.size(); i++) {
            if (parts.get(i - 1).getText().equals("as")
                    && parts.get(i) instanceof TerminalNode text
                    && parts.get(i - 3).getText().equals(",") == all) {
                return Optional.of(leaves.word(text));
            }
        }
        return Optional.empty();
    }

    @Override
    public EffectSyntax visitTransfer(EscoParser.TransferContext transfer) {
        return new EffectSyntax.Transfer(
                leaves.word(transfer.TERM(0)),
                exprs.of(transfer.expr()),
                leaves.word(transfer.TERM(1)),
                leaves.word(transfer.TERM(2)),
                due(transfer.due()),
                leaves.range(transfer));
    }

    @Override
    public EffectSyntax visitMint(EscoParser.MintContext mint) {
        return new EffectSyntax.Mint(
                leaves.word(mint.TERM(0)),
                exprs.of(mint.expr()),
                leaves.optional(mint.TERM(1)),
                leaves.word(mint.TERM(2)),
                due(mint.due()),
                leaves.range(mint));
    }

    @Override
    public EffectSyntax visitRetire(EscoParser.RetireContext retire) {
        return new EffectSyntax.Retire(
                leaves.word(retire.TERM(0)),
                exprs.of(retire.expr()),
                leaves.optional(retire.TERM(1)),
                leaves.optional(retire.TERM(2)),
                due(retire.due()),
                leaves.range(retire));
    }

    @Override
    public EffectSyntax visitMintAtOnce(EscoParser.MintAtOnceContext mint) {
        SourceRange at = leaves.range(mint);
        return new EffectSyntax.Mint(
                leaves.word(mint.TERM(0)),
                counted(mint.counted()),
                asset(mint.counted()),
                leaves.word(mint.TERM(1)),
                new DueSyntax.AtSettlement(Optional.empty(), at),
                at);
    }

    @Override
    public EffectSyntax visitRetireAtOnce(EscoParser.RetireAtOnceContext retire) {
        SourceRange at = leaves.range(retire);
        return new EffectSyntax.Retire(
                leaves.word(retire.TERM(0)),
                counted(retire.counted()),
                asset(retire.counted()),
                leaves.optional(retire.TERM(1)),
                new DueSyntax.AtSettlement(Optional.empty(), at),
                at);
    }

    private ExprSyntax counted(EscoParser.CountedContext counted) {
        if (counted instanceof EscoParser.CountedForContext each) {
            return new ExprSyntax.ShareOf(
                    leaves.figure(each.quantity()), exprs.visit(each.operand()), leaves.range(counted));
        }
        Word term = leaves.word(((EscoParser.CountedOfContext) counted).TERM(0));
        return new ExprSyntax.Name(term.text(), term.at());
    }

    private Optional<Word> asset(EscoParser.CountedContext counted) {
        return counted instanceof EscoParser.CountedOfContext of ? leaves.optional(of.TERM(1)) : Optional.empty();
    }

    @Override
    public EffectSyntax visitDeliver(EscoParser.DeliverContext deliver) {
        return new EffectSyntax.Deliver(
                leaves.word(deliver.TERM(0)),
                exprs.of(deliver.expr()),
                leaves.word(deliver.TERM(1)),
                due(deliver.due()),
                leaves.range(deliver));
    }

    @Override
    public EffectSyntax visitPerform(EscoParser.PerformContext perform) {
        return new EffectSyntax.Perform(
                leaves.word(perform.TERM()), leaves.word(perform.STRING()), due(perform.due()), leaves.range(perform));
    }

    @Override
    public EffectSyntax visitRedefine(EscoParser.RedefineContext instead) {
        return new EffectSyntax.Instead(
                leaves.word(instead.TERM()),
                values.value(instead.value()),
                values.limits(instead.bound()),
                leaves.range(instead));
    }

    @Override
    public EffectSyntax visitNothingDue(EscoParser.NothingDueContext nothing) {
        return new EffectSyntax.NothingDue(leaves.clauses(nothing.clauseRefs()), leaves.range(nothing));
    }

    @Override
    public EffectSyntax visitHold(EscoParser.HoldContext hold) {
        return new EffectSyntax.Hold(leaves.range(hold));
    }

    @Override
    public EffectSyntax visitTerminate(EscoParser.TerminateContext may) {
        return new EffectSyntax.MayTerminate(
                leaves.word(may.TERM()), leaves.duration(may.duration()), leaves.range(may));
    }

    @Override
    public EffectSyntax visitDispute(EscoParser.DisputeContext may) {
        return new EffectSyntax.MayDispute(
                leaves.word(may.TERM()), moment(may.moment(), Optional.empty()), leaves.range(may));
    }

    private DueSyntax due(EscoParser.DueContext context) {
        return moment(context.moment(), Optional.ofNullable(context.duration()).map(leaves::duration));
    }

    private DueSyntax moment(EscoParser.MomentContext context, Optional<TimeSpan> grace) {
        SourceRange at = leaves.range(context);
        if (context instanceof EscoParser.DueWithinContext within) {
            return new DueSyntax.Within(leaves.duration(within.duration()), event(within.event()), grace, at);
        }
        return context instanceof EscoParser.DueByContext by
                ? new DueSyntax.By(leaves.date(by.date()), grace, at)
                : new DueSyntax.AtSettlement(grace, at);
    }

    private DueSyntax.EventSyntax event(EscoParser.EventContext context) {
        if (context instanceof EscoParser.OnEndContext end) {
            return new DueSyntax.EventSyntax.EndOf(leaves.word(end.TERM()));
        }
        if (context instanceof EscoParser.OnClauseContext clause) {
            return new DueSyntax.EventSyntax.OfClause(
                    leaves.clause(clause.clauseNo()), leaves.event(clause.clauseState()));
        }
        return context instanceof EscoParser.OnNoticeContext
                ? new DueSyntax.EventSyntax.Notice()
                : new DueSyntax.EventSyntax.Settlement();
    }
}

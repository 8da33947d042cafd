package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/** Turns the parse tree of clauses, due times and missing-data rules into records. */
final class ClauseBuilder {

    private final Leaves leaves;
    private final ExprBuilder exprs;
    private final ValueBuilder values;

    ClauseBuilder(Leaves leaves, ExprBuilder exprs) {
        this.leaves = leaves;
        this.exprs = exprs;
        this.values = new ValueBuilder(leaves, exprs);
    }

    Sentence.Clause clause(EscoParser.ClauseContext context) {
        SourceRange at = leaves.range(context);
        if (context instanceof EscoParser.ProseContext prose) {
            return new Sentence.Clause(
                    leaves.clause(prose.clauseNo()),
                    leaves.word(prose.STRING(0)),
                    List.of(),
                    List.of(),
                    Optional.of(leaves.word(prose.STRING(1))),
                    at);
        }
        EscoParser.RulingContext ruling = (EscoParser.RulingContext) context;
        return new Sentence.Clause(
                leaves.clause(ruling.clauseNo()),
                leaves.word(ruling.STRING()),
                ruling.clauseRefs() == null ? List.of() : leaves.clauses(ruling.clauseRefs()),
                List.of(provision(ruling.provision())),
                Optional.empty(),
                at);
    }

    Sentence.ProvisionSyntax provision(EscoParser.ProvisionContext context) {
        return new Sentence.ProvisionSyntax(
                context.guard().stream().map(this::guard).toList(), effect(context.effect()), leaves.range(context));
    }

    private Sentence.GuardSyntax guard(EscoParser.GuardContext context) {
        SourceRange at = leaves.range(context);
        if (context instanceof EscoParser.PeriodGuardContext period) {
            return new Sentence.GuardSyntax(Optional.empty(), false, Optional.of(leaves.word(period.TERM())), at);
        }
        EscoParser.ConditionGuardContext guard = (EscoParser.ConditionGuardContext) context;
        boolean unless = guard.word.getText().equals("unless");
        return new Sentence.GuardSyntax(Optional.of(exprs.conditions().of(guard.cond())), unless, Optional.empty(), at);
    }

    private EffectSyntax effect(EscoParser.EffectContext context) {
        SourceRange at = leaves.range(context);
        if (context instanceof EscoParser.PayContext pay) {
            return new EffectSyntax.Pay(
                    leaves.word(pay.TERM(0)),
                    exprs.of(pay.expr()),
                    leaves.word(pay.TERM(1)),
                    due(pay.due()),
                    leaves.optional(pay.STRING()),
                    at);
        }
        if (context instanceof EscoParser.RedefineContext instead) {
            return new EffectSyntax.Instead(
                    leaves.word(instead.TERM()), values.value(instead.value()), values.limits(instead.bound()), at);
        }
        if (context instanceof EscoParser.NothingDueContext nothing) {
            return new EffectSyntax.NothingDue(leaves.clauses(nothing.clauseRefs()), at);
        }
        if (context instanceof EscoParser.HoldContext) {
            return new EffectSyntax.Hold(at);
        }
        return power(context, at);
    }

    private EffectSyntax power(EscoParser.EffectContext context, SourceRange at) {
        if (context instanceof EscoParser.TerminateContext may) {
            return new EffectSyntax.MayTerminate(leaves.word(may.TERM()), leaves.duration(may.duration()), at);
        }
        if (context instanceof EscoParser.DisputeContext may) {
            return new EffectSyntax.MayDispute(leaves.word(may.TERM()), due(may.due()), at);
        }
        if (context instanceof EscoParser.PaySplitContext) {
            return new EffectSyntax.Unsettled("a payment split among several parties", at);
        }
        if (context instanceof EscoParser.TransferContext) {
            return new EffectSyntax.Unsettled("`shall transfer`", at);
        }
        return context instanceof EscoParser.DeliverContext
                ? new EffectSyntax.Unsettled("`shall deliver`", at)
                : new EffectSyntax.Unsettled("an obligation to do something other than pay", at);
    }

    private DueSyntax due(EscoParser.DueContext context) {
        SourceRange at = leaves.range(context);
        if (context instanceof EscoParser.DueWithinContext within) {
            return new DueSyntax.Within(leaves.duration(within.duration()), event(within.event()), at);
        }
        return context instanceof EscoParser.DueByContext by
                ? new DueSyntax.By(leaves.date(by.date()), at)
                : new DueSyntax.AtSettlement(at);
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

    Sentence.Gaps gaps(EscoParser.GapRuleContext context) {
        List<GapSyntax> arms = context.gapAction() == null
                ? context.gapArm().stream().map(this::arm).toList()
                : List.of(action(Optional.empty(), context.gapAction()));
        return new Sentence.Gaps(leaves.terms(context.terms()), arms, leaves.range(context));
    }

    private GapSyntax arm(EscoParser.GapArmContext context) {
        return context instanceof EscoParser.GapUpToContext upTo
                ? action(Optional.of(leaves.duration(upTo.duration())), upTo.gapAction())
                : action(Optional.empty(), ((EscoParser.GapLongerContext) context).gapAction());
    }

    private GapSyntax action(Optional<TimeSpan> upTo, EscoParser.GapActionContext context) {
        return new GapSyntax(
                upTo, Optional.ofNullable(context.estimate()).map(this::estimate), leaves.terms(context.terms()));
    }

    private GapSyntax.EstimateSyntax estimate(EscoParser.EstimateContext context) {
        if (context instanceof EscoParser.LikeDaysContext like) {
            return new GapSyntax.EstimateSyntax.LikeDays(
                    leaves.count(like.NUMBER().getSymbol()), leaves.optional(like.TERM()));
        }
        if (context instanceof EscoParser.PreviousAverageContext average) {
            return new GapSyntax.EstimateSyntax.PreviousAverage(leaves.duration(average.duration()));
        }
        if (context instanceof EscoParser.PreviousYearContext year) {
            return new GapSyntax.EstimateSyntax.PreviousYear(leaves.duration(year.duration()));
        }
        return context instanceof EscoParser.FixedEstimateContext fixed
                ? new GapSyntax.EstimateSyntax.Fixed(exprs.of(fixed.expr()))
                : new GapSyntax.EstimateSyntax.StraightLine();
    }
}

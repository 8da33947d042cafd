package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.List;
import java.util.Optional;

/** Turns the parse tree of clauses, due times and missing-data rules into records. */
final class ClauseBuilder {

    private final Leaves leaves;
    private final ExprBuilder exprs;
    private final EffectBuilder effects;

    ClauseBuilder(Leaves leaves, ExprBuilder exprs) {
        this.leaves = leaves;
        this.exprs = exprs;
        this.effects = new EffectBuilder(leaves, exprs);
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
                context.guard().stream().map(this::guard).toList(),
                effects.of(context.effect()),
                leaves.range(context));
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

    Sentence.Survival survival(EscoParser.SurvivalContext context) {
        return new Sentence.Survival(
                leaves.clauses(context.clauseRefs()),
                Optional.ofNullable(context.duration()).map(leaves::duration),
                leaves.range(context));
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

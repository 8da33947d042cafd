package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.agreement.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the parse tree of settings, declarations and definitions into records. */
final class SentenceBuilder extends EscoBaseVisitor<Sentence> {

    private final Leaves leaves;
    private final ValueBuilder values;
    private final ParameterBuilder parameters;
    private final ClauseBuilder clauses;
    private final StatedBuilder stated;
    private final StepBuilder steps;
    private final VersionBuilder versions;

    SentenceBuilder(Leaves leaves) {
        this.leaves = leaves;
        ExprBuilder exprs = new ExprBuilder(leaves);
        this.values = new ValueBuilder(leaves, exprs);
        this.parameters = new ParameterBuilder(leaves);
        this.clauses = new ClauseBuilder(leaves, exprs);
        this.stated = new StatedBuilder(leaves, exprs);
        this.steps = new StepBuilder(leaves, exprs);
        this.versions = new VersionBuilder(leaves, this);
    }

    Sentence sentence(EscoParser.SentenceContext context) {
        return visit(context.getChild(0));
    }

    Sentence.ProvisionSyntax provision(EscoParser.ProvisionContext context) {
        return clauses.provision(context);
    }

    StepSyntax step(EscoParser.StepContext context) {
        return steps.visitStep(context);
    }

    @Override
    public Sentence visitContractHead(EscoParser.ContractHeadContext context) {
        return versions.head(context);
    }

    @Override
    public Sentence visitAmendmentHead(EscoParser.AmendmentHeadContext context) {
        return versions.amendment(context);
    }

    @Override
    public Sentence visitInForce(EscoParser.InForceContext context) {
        return new Sentence.InForce(leaves.date(context.date(0)), leaves.date(context.date(1)), leaves.range(context));
    }

    @Override
    public Sentence visitLaw(EscoParser.LawContext context) {
        return new Sentence.Law(leaves.word(context.STRING()), leaves.range(context));
    }

    @Override
    public Sentence visitZone(EscoParser.ZoneContext context) {
        return new Sentence.Zone(leaves.word(context.STRING()), leaves.range(context));
    }

    @Override
    public Sentence visitCalendar(EscoParser.CalendarContext context) {
        return new Sentence.WorkingDays(leaves.word(context.STRING()), leaves.range(context));
    }

    @Override
    public Sentence visitMoneyRounding(EscoParser.MoneyRoundingContext context) {
        return new Sentence.MoneyRounding(values.rounding(context.rounding()), leaves.range(context));
    }

    @Override
    public Sentence visitRoll(EscoParser.RollContext context) {
        return new Sentence.Roll(roll(context), leaves.range(context));
    }

    private static Settings.Roll roll(EscoParser.RollContext context) {
        if (context.within != null) {
            return Settings.Roll.NEXT_WORKING_DAY_OF_MONTH;
        }
        return context.direction.getText().equals("next")
                ? Settings.Roll.NEXT_WORKING_DAY
                : Settings.Roll.PREVIOUS_WORKING_DAY;
    }

    @Override
    public Sentence visitSetOff(EscoParser.SetOffContext context) {
        return new Sentence.SetOff(leaves.range(context));
    }

    @Override
    public Sentence visitCarryCorrections(EscoParser.CarryCorrectionsContext context) {
        return new Sentence.CarriedCorrections(
                leaves.word(context.TERM(0)),
                Optional.ofNullable(context.duration()).map(leaves::duration),
                leaves.word(context.TERM(1)),
                leaves.range(context));
    }

    @Override
    public Sentence visitUses(EscoParser.UsesContext context) {
        return new Sentence.Uses(leaves.word(context.STRING()), leaves.word(context.NUMBER()), leaves.range(context));
    }

    @Override
    public Sentence visitParty(EscoParser.PartyContext context) {
        return new Sentence.Party(leaves.word(context.TERM()), leaves.word(context.STRING()), leaves.range(context));
    }

    @Override
    public Sentence visitMeter(EscoParser.MeterContext context) {
        return new Sentence.Meter(
                leaves.word(context.TERM()),
                context.how.getText().equals("registers"),
                leaves.unit(context.unit()),
                leaves.duration(context.duration()),
                leaves.word(context.STRING()),
                Optional.ofNullable(context.quantity()).map(leaves::figure),
                leaves.range(context));
    }

    @Override
    public Sentence visitFact(EscoParser.FactContext context) {
        return stated.fact(context);
    }

    @Override
    public Sentence visitAdjustment(EscoParser.AdjustmentContext context) {
        return stated.adjustment(context);
    }

    @Override
    public Sentence visitBaseline(EscoParser.BaselineContext context) {
        return stated.baseline(context);
    }

    @Override
    public Sentence visitIndex(EscoParser.IndexContext context) {
        return new Sentence.Index(
                leaves.word(context.TERM()),
                leaves.unit(context.unit()),
                leaves.duration(context.duration()),
                leaves.word(context.STRING()),
                leaves.range(context));
    }

    @Override
    public Sentence visitPeriod(EscoParser.PeriodContext context) {
        return new Sentence.Period(
                leaves.word(context.TERM()),
                leaves.duration(context.duration(0)),
                leaves.date(context.date()),
                Optional.ofNullable(context.duration(1)).map(leaves::duration),
                leaves.range(context));
    }

    @Override
    public Sentence visitSeasonDecl(EscoParser.SeasonDeclContext context) {
        return new Sentence.Season(
                leaves.word(context.TERM()),
                leaves.monthDay(context.DAYMONTH(0)),
                leaves.monthDay(context.DAYMONTH(1)),
                leaves.range(context));
    }

    @Override
    public Sentence visitAsset(EscoParser.AssetContext context) {
        return new Sentence.Asset(
                leaves.word(context.TERM()),
                leaves.unit(context.unit()),
                Optional.ofNullable(context.quantity()).map(leaves::figure),
                leaves.range(context));
    }

    @Override
    public Sentence visitTableDecl(EscoParser.TableDeclContext context) {
        return new Sentence.Definition(
                leaves.word(context.TERM(0)), values.table(context), List.of(), leaves.range(context));
    }

    @Override
    public Sentence visitStart(EscoParser.StartContext context) {
        return new Sentence.Start(leaves.word(context.TERM()), values.expr(context.expr()), leaves.range(context));
    }

    @Override
    public Sentence visitEventDecl(EscoParser.EventDeclContext context) {
        return new Sentence.Event(
                leaves.word(context.TERM(0)),
                context.eventFigure().stream()
                        .map(it -> new Sentence.Event.FigureSyntax(leaves.word(it.TERM()), leaves.unit(it.unit())))
                        .toList(),
                leaves.word(context.TERM(1)),
                leaves.range(context));
    }

    @Override
    public Sentence visitParameter(EscoParser.ParameterContext context) {
        return parameters.parameter(context);
    }

    @Override
    public Sentence visitValued(EscoParser.ValuedContext context) {
        List<LimitSyntax> limits = new ArrayList<>(values.limits(context.bound()));
        leaves.between(context, "by", "days").map(LimitSyntax.ByDays::new).ifPresent(limits::add);
        return new Sentence.Definition(
                leaves.word(context.TERM()), values.value(context.value()), limits, leaves.range(context));
    }

    @Override
    public Sentence visitDated(EscoParser.DatedContext context) {
        return new Sentence.Dated(leaves.word(context.TERM()), leaves.word(context.DATE()), leaves.range(context));
    }

    @Override
    public Sentence visitRuling(EscoParser.RulingContext context) {
        return clauses.clause(context);
    }

    @Override
    public Sentence visitProse(EscoParser.ProseContext context) {
        return clauses.clause(context);
    }

    @Override
    public Sentence visitSurvival(EscoParser.SurvivalContext context) {
        return clauses.survival(context);
    }

    @Override
    public Sentence visitVat(EscoParser.VatContext context) {
        return new Sentence.Vat(
                leaves.rate(context.rate()), leaves.clauses(context.clauseRefs()), leaves.range(context));
    }

    @Override
    public Sentence visitGapRule(EscoParser.GapRuleContext context) {
        return clauses.gaps(context);
    }

    @Override
    public Sentence visitReplace(EscoParser.ReplaceContext context) {
        return new Sentence.Replace(visit(context.getChild(1)), leaves.range(context));
    }

    @Override
    public Sentence visitRepeal(EscoParser.RepealContext context) {
        return versions.repeal(context);
    }

    @Override
    public Sentence visitScenario(EscoParser.ScenarioContext context) {
        Optional<Word> link = leaves.optional(context.STRING(1));
        boolean like = context.link != null && context.link.getText().equals("like");
        return new Sentence.Story(
                leaves.word(context.STRING(0)),
                link.filter(name -> like),
                link.filter(name -> !like),
                List.of(steps.visitStep(context.step())),
                leaves.range(context));
    }
}

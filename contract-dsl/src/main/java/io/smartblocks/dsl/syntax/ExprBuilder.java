package io.smartblocks.dsl.syntax;

import static io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator.DIVIDED_BY;
import static io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator.MINUS;
import static io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator.PLUS;
import static io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator.TIMES;

import io.smartblocks.dsl.agreement.CalendarTest.DayKind;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.EscoParser.PrimContext;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Turns the parse tree of expressions and calendar tests into records. */
final class ExprBuilder extends EscoBaseVisitor<ExprSyntax> {

    private final Leaves leaves;
    private final ConditionBuilder conditions;

    ExprBuilder(Leaves leaves) {
        this.leaves = leaves;
        this.conditions = new ConditionBuilder(leaves, this);
    }

    ConditionBuilder conditions() {
        return conditions;
    }

    @Override
    public ExprSyntax visitExpr(EscoParser.ExprContext context) {
        return chain(context, "-", MINUS, PLUS);
    }

    @Override
    public ExprSyntax visitFactor(EscoParser.FactorContext context) {
        return chain(context, "/", DIVIDED_BY, TIMES);
    }

    private ExprSyntax chain(
            ParserRuleContext context, String sign, Expr.Arithmetic.Operator signed, Expr.Arithmetic.Operator other) {
        ExprSyntax left = visit(context.getChild(0));
        for (int i = 2; i < context.getChildCount(); i += 2) {
            ExprSyntax right = visit(context.getChild(i));
            Expr.Arithmetic.Operator operator =
                    context.getChild(i - 1).getText().equals(sign) ? signed : other;
            left = new ExprSyntax.Operation(operator, left, right, left.at().to(right.at()));
        }
        return left;
    }

    @Override
    public ExprSyntax visitItem(EscoParser.ItemContext context) {
        ExprSyntax value = visit(context.prim(0));
        return context.quantity() == null
                ? value
                : new ExprSyntax.ForEach(
                        value,
                        leaves.has(context, "full"),
                        leaves.figure(context.quantity()),
                        visit(context.prim(1)),
                        leaves.range(context));
    }

    @Override
    public ExprSyntax visitLiteral(EscoParser.LiteralContext context) {
        return leaves.figure(context.quantity());
    }

    @Override
    public ExprSyntax visitNumber(EscoParser.NumberContext context) {
        return leaves.bare(context.NUMBER());
    }

    @Override
    public ExprSyntax visitShareOf(EscoParser.ShareOfContext context) {
        return new ExprSyntax.ShareOf(
                leaves.figure(context.quantity()), visit(context.operand()), leaves.range(context));
    }

    @Override
    public ExprSyntax visitOpenShareOf(EscoParser.OpenShareOfContext context) {
        return new ExprSyntax.ShareOf(leaves.figure(context.quantity()), visit(context.open()), leaves.range(context));
    }

    @Override
    public ExprSyntax visitRef(EscoParser.RefContext context) {
        Word word = leaves.word(context.TERM());
        return new ExprSyntax.Name(word.text(), word.at());
    }

    @Override
    public ExprSyntax visitPick(EscoParser.PickContext context) {
        return pick(context.side, context.prim(), context.operand(), leaves.range(context));
    }

    @Override
    public ExprSyntax visitOpenPick(EscoParser.OpenPickContext context) {
        return pick(context.side, context.prim(), context.open(), leaves.range(context));
    }

    private ExprSyntax pick(Token side, ParserRuleContext left, ParserRuleContext right, SourceRange at) {
        return new ExprSyntax.Pick(side.getText().equals("lesser"), visit(left), visit(right), at);
    }

    @Override
    public ExprSyntax visitExcess(EscoParser.ExcessContext context) {
        return new ExprSyntax.Excess(visit(context.prim()), visit(context.operand()), leaves.range(context));
    }

    @Override
    public ExprSyntax visitOpenExcess(EscoParser.OpenExcessContext context) {
        return new ExprSyntax.Excess(visit(context.prim()), visit(context.open()), leaves.range(context));
    }

    @Override
    public ExprSyntax visitAggregate(EscoParser.AggregateContext context) {
        ExprSyntax.Span over = span(context.window());
        return new ExprSyntax.Aggregate(
                Expr.Aggregate.Kind.valueOf(context.kind.getText().toUpperCase(Locale.ROOT)),
                visit(context.operand()),
                Optional.ofNullable(context.during()).map(this::during),
                over.period(),
                over.previous(),
                leaves.range(context));
    }

    @Override
    public ExprSyntax visitAmountDue(EscoParser.AmountDueContext context) {
        return new ExprSyntax.AmountDue(
                leaves.word(context.TERM(0)),
                leaves.clauses(context.clauseRefs()),
                leaves.has(context, "with"),
                leaves.optional(context.TERM(1)),
                leaves.range(context));
    }

    @Override
    public ExprSyntax visitCalendarCount(EscoParser.CalendarCountContext context) {
        Optional<DateSyntax> date = leaves.optionalDate(context.date());
        boolean before = context.side != null && context.side.getText().equals("before");
        return new ExprSyntax.CalendarCount(
                Expr.CalendarCount.Count.valueOf(context.count.getText().toUpperCase(Locale.ROOT)),
                leaves.word(context.TERM()),
                Optional.ofNullable(context.during()).map(this::during),
                date.filter(day -> before),
                date.filter(day -> !before),
                leaves.range(context));
    }

    @Override
    public ExprSyntax visitDegreeHours(EscoParser.DegreeHoursContext context) {
        return new ExprSyntax.DegreeHours(
                visit(context.operand(0)),
                context.side.getText().equals("below"),
                visit(context.operand(1)),
                Optional.ofNullable(context.during()).map(this::during),
                span(context.window()),
                leaves.range(context));
    }

    @Override
    public ExprSyntax visitHighestPower(EscoParser.HighestPowerContext context) {
        return new ExprSyntax.HighestPower(
                visit(context.operand()),
                Optional.ofNullable(context.duration()).map(leaves::duration),
                Optional.ofNullable(context.during()).map(this::during),
                span(context.window()),
                leaves.range(context));
    }

    @Override
    public ExprSyntax visitEnergyOf(EscoParser.EnergyOfContext context) {
        return new ExprSyntax.EnergyOf(visit(context.operand()), leaves.range(context));
    }

    @Override
    public ExprSyntax visitEventCount(EscoParser.EventCountContext context) {
        return new ExprSyntax.EventCount(
                leaves.word(context.TERM()),
                Optional.ofNullable(context.during()).map(this::during),
                span(context.window()),
                leaves.range(context));
    }

    private ExprSyntax.Span span(EscoParser.WindowContext context) {
        int previous =
                context.NUMBER() == null ? 0 : leaves.count(context.NUMBER().getSymbol());
        return new ExprSyntax.Span(leaves.word(context.TERM()), previous);
    }

    @Override
    public ExprSyntax visitLookup(EscoParser.LookupContext context) {
        return new ExprSyntax.ValueAt(
                leaves.word(context.TERM(0)),
                leaves.optionalDate(context.date()),
                leaves.optional(context.TERM(1)),
                context.end != null && context.end.getText().equals("start"),
                leaves.range(context));
    }

    @Override
    public ExprSyntax visitDueValue(EscoParser.DueValueContext context) {
        return new ExprSyntax.IndexLate(
                leaves.word(context.TERM()), leaves.clause(context.clauseNo()), true, leaves.range(context));
    }

    @Override
    public ExprSyntax visitLateAverage(EscoParser.LateAverageContext context) {
        return new ExprSyntax.IndexLate(
                leaves.word(context.TERM()), leaves.clause(context.clauseNo()), false, leaves.range(context));
    }

    @Override
    public ExprSyntax visitPrevious(EscoParser.PreviousContext context) {
        return new ExprSyntax.Previous(leaves.word(context.TERM()), leaves.range(context));
    }

    @Override
    public ExprSyntax visitLateness(EscoParser.LatenessContext context) {
        return new ExprSyntax.TimeLate(leaves.clause(context.clauseNo()), leaves.range(context));
    }

    @Override
    public ExprSyntax visitCountHours(EscoParser.CountHoursContext context) {
        Word measured = leaves.word(context.TERM(1));
        ExprSyntax left = new ExprSyntax.Name(measured.text(), measured.at());
        return new ExprSyntax.HoursDuring(
                leaves.word(context.TERM(0)),
                conditions.threshold(left, context.threshold()),
                Optional.ofNullable(context.older).map(leaves::word),
                leaves.range(context));
    }

    @Override
    public ExprSyntax visitParen(EscoParser.ParenContext context) {
        return visit(context.expr());
    }

    ExprSyntax of(EscoParser.ExprContext context) {
        return visitExpr(context);
    }

    /** The width or the rate of a band. */
    ExprSyntax of(EscoParser.SizeContext context) {
        if (context.TERM() != null) {
            Word word = leaves.word(context.TERM());
            return new ExprSyntax.Name(word.text(), word.at());
        }
        return context.quantity() != null ? leaves.figure(context.quantity()) : leaves.bare(context.NUMBER());
    }

    ExprSyntax of(PrimContext context) {
        return visit(context);
    }

    CalendarSyntax during(EscoParser.DuringContext context) {
        Optional<DayKind> day = Optional.ofNullable(context.dayKinds()).map(kind -> day(kind.getText()));
        return calendar(day, context.hours(), context.season(), leaves.range(context));
    }

    CalendarSyntax when(EscoParser.WhenContext context) {
        if (context.date() != null) {
            Optional<DateSyntax> date = Optional.of(leaves.date(context.date()));
            boolean before = context.bounds.getText().equals("before");
            return new CalendarSyntax(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    date.filter(it -> before),
                    date.filter(it -> !before),
                    leaves.range(context));
        }
        Optional<DayKind> day = Optional.ofNullable(context.dayKind()).map(kind -> day(kind.getText()));
        return calendar(day, context.hours(), context.season(), leaves.range(context));
    }

    private CalendarSyntax calendar(
            Optional<DayKind> day, EscoParser.HoursContext hours, EscoParser.SeasonContext season, SourceRange at) {
        Optional<CalendarSyntax.SeasonSyntax> named = Optional.ofNullable(season)
                .map(it -> new CalendarSyntax.SeasonSyntax(
                        leaves.word(it.TERM()), it.side.getText().equals("in")));
        return new CalendarSyntax(day, leaves.optionalHours(hours), named, Optional.empty(), Optional.empty(), at);
    }

    private static DayKind day(String words) {
        if (words.contains("working")) {
            return DayKind.WORKING_DAY;
        }
        if (words.contains("weekday")) {
            return DayKind.WEEKDAY;
        }
        return words.contains("weekend") ? DayKind.WEEKEND : DayKind.PUBLIC_HOLIDAY;
    }
}

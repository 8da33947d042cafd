package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.CalendarSyntax;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives names and units to expressions that look along time: aggregates, counts, earlier values, documents. */
final class TimeExpressions {

    private final Resolver resolver;
    private final Expressions expressions;
    private final CalendarTests calendar;
    private final Adjustments adjustments;
    private final Map<String, Optional<Unit>> termUnits;

    TimeExpressions(
            Resolver resolver, Expressions expressions, CalendarTests calendar, Map<String, Optional<Unit>> termUnits) {
        this.resolver = resolver;
        this.expressions = expressions;
        this.calendar = calendar;
        this.adjustments = new Adjustments(resolver);
        this.termUnits = termUnits;
    }

    /** The expression; nothing, already reported, if it has a fault. */
    Optional<? extends Expr> of(ExprSyntax syntax) {
        if (syntax instanceof ExprSyntax.Aggregate aggregate) {
            return aggregate(aggregate);
        }
        if (syntax instanceof ExprSyntax.CalendarCount count) {
            return count(count);
        }
        if (syntax instanceof ExprSyntax.Previous previous) {
            return previous(previous);
        }
        if (syntax instanceof ExprSyntax.AmountDue due) {
            return amountDue(due);
        }
        if (syntax instanceof ExprSyntax.TimeLate late) {
            return resolver.clause(late.clause()).map(clause -> new Expr.TimeLate(clause, Unit.of("days")));
        }
        if (syntax instanceof ExprSyntax.IndexLate late) {
            return late(late);
        }
        if (syntax instanceof ExprSyntax.ValueAt at) {
            return valueAt(at);
        }
        ExprSyntax.HoursDuring hours = (ExprSyntax.HoursDuring) syntax;
        hours.when()
                .ifPresent(word -> resolver.report(Diagnostic.of(
                                Code.W0712,
                                word.at(),
                                "`the hours of … when` counts hours, but reads as a case; say `during which`")
                        .fix("write `during which`", word.at(), "during which")));
        Optional<String> period = resolver.period(hours.period());
        return expressions
                .conditions()
                .of(hours.condition())
                .flatMap(condition -> period.map(p -> new Expr.HoursDuring(p, condition, Unit.of("hours"))));
    }

    private Optional<Expr> aggregate(ExprSyntax.Aggregate aggregate) {
        Optional<Sentence.Adjustment> adjustment = adjustments.aggregated(aggregate.of());
        Optional<? extends Expr> of = adjustment.isPresent()
                ? adjustments.total(aggregate, adjustment.orElseThrow())
                : expressions.of(aggregate.of());
        Optional<String> period = resolver.period(aggregate.over());
        var during = calendar.optional(aggregate.during());
        return of.isPresent() && period.isPresent() && during.isPresent()
                ? Optional.of(new Expr.Aggregate(
                        aggregate.kind(),
                        of.orElseThrow(),
                        during.orElseThrow(),
                        new Window(period.orElseThrow(), aggregate.previous()),
                        adjustment.isPresent()
                                ? Adjustments.totalUnit(of.orElseThrow().unit())
                                : of.orElseThrow().unit()))
                : Optional.empty();
    }

    /** Days have no hours of their own and months no kinds of days, so neither can be counted there. */
    private boolean isCountable(ExprSyntax.CalendarCount count) {
        return switch (count.count()) {
            case HOURS -> true;
            case DAYS -> count.during().flatMap(CalendarSyntax::hours).isEmpty();
            case MONTHS ->
                count.during()
                        .filter(it -> it.hours().isPresent() || it.day().isPresent())
                        .isEmpty();
        };
    }

    private Optional<Expr> count(ExprSyntax.CalendarCount count) {
        if (!isCountable(count)) {
            boolean days = count.count() == Expr.CalendarCount.Count.DAYS;
            resolver.report(Diagnostic.of(
                            Code.E0310,
                            count.at(),
                            days
                                    ? "a day has no part of the clock: it is counted whole or not at all"
                                    : "a month is not told by its days or hours: only a season has months")
                    .help("count %s: `the %s of %s …`"
                            .formatted(
                                    days ? "the hours" : "the days or hours",
                                    days ? "hours" : "days",
                                    count.period().text())));
            return Optional.empty();
        }
        Optional<String> period = resolver.period(count.period());
        var during = calendar.optional(count.during());
        var before = count.before().map(resolver::date);
        var from = count.from().map(resolver::date);
        boolean known = before.map(Optional::isPresent).orElse(true)
                && from.map(Optional::isPresent).orElse(true);
        Unit unit = Unit.of(count.count().name().toLowerCase(Locale.ROOT));
        return period.isPresent() && during.isPresent() && known
                ? Optional.of(new Expr.CalendarCount(
                        count.count(),
                        period.orElseThrow(),
                        during.orElseThrow(),
                        before.flatMap(day -> day),
                        from.flatMap(day -> day),
                        unit))
                : Optional.empty();
    }

    private Optional<Expr> previous(ExprSyntax.Previous previous) {
        Optional<String> term = resolver.term(previous.term());
        if (term.isPresent() && resolver.names().start(term.orElseThrow()).isEmpty()) {
            resolver.report(Diagnostic.of(
                            Code.E0207,
                            previous.at(),
                            "`%s` has no value before its first period".formatted(term.orElseThrow()))
                    .help("say what it is starting at, in a sentence of its own: `%s starts at 0 EUR.`"
                            .formatted(term.orElseThrow())));
            return Optional.empty();
        }
        return term.flatMap(name -> unit(name).map(it -> new Expr.Previous(name, it)));
    }

    /** The unit of a term that looks back, which that of its start tells before the term itself is known. */
    private Optional<Unit> unit(String term) {
        if (!termUnits.containsKey(term)) {
            termUnits.put(term, Optional.empty());
            termUnits.put(
                    term, resolver.names().start(term).flatMap(expressions::of).map(Expr::unit));
        }
        return termUnits.get(term);
    }

    private Optional<Expr> amountDue(ExprSyntax.AmountDue due) {
        Optional<String> party = resolver.party(due.party());
        Optional<List<String>> clauses = resolver.clauses(due.clauses());
        Optional<Optional<String>> over = due.over().isEmpty()
                ? Optional.of(Optional.empty())
                : resolver.period(due.over().orElseThrow()).map(Optional::of);
        return party.isPresent() && clauses.isPresent() && over.isPresent()
                ? Optional.of(new Expr.AmountDue(
                        party.orElseThrow(),
                        clauses.orElseThrow(),
                        due.withVat(),
                        over.orElseThrow(),
                        expressions.money()))
                : Optional.empty();
    }

    private Optional<Expr> late(ExprSyntax.IndexLate late) {
        Optional<String> index = resolver.index(late.index());
        Optional<String> clause = resolver.clause(late.clause());
        return index.flatMap(name -> expressions.reference(
                        new ExprSyntax.Name(name, late.index().at())))
                .flatMap(it -> clause.map(of -> new Expr.IndexLate(it.name(), of, late.onDueDay(), it.unit())));
    }

    private Optional<Expr> valueAt(ExprSyntax.ValueAt at) {
        Optional<String> index = resolver.index(at.index());
        Optional<? extends Expr.ValueAt.Moment> moment;
        if (at.on().isPresent()) {
            moment = resolver.date(at.on().orElseThrow()).map(Expr.ValueAt.Moment.On::new);
        } else {
            Optional<String> period = resolver.period(at.period().orElseThrow());
            moment = at.start() ? period.map(Expr.ValueAt.Moment.Start::new) : period.map(Expr.ValueAt.Moment.End::new);
        }
        if (index.isEmpty() || moment.isEmpty()) {
            return Optional.empty();
        }
        return expressions
                .reference(new ExprSyntax.Name(index.orElseThrow(), at.index().at()))
                .map(it -> new Expr.ValueAt(it.name(), moment.orElseThrow(), it.unit()));
    }
}

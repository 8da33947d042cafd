package io.smartblocks.dsl.scenario;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.names.Expressions;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.names.Resolver;
import io.smartblocks.dsl.syntax.DateSyntax;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.StepSyntax;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Unit;
import java.time.LocalDate;
import java.util.Optional;

/** Resolves the sentences of a scenario. */
final class Steps {

    private final Resolver resolver;
    private final Expressions expressions;
    private final Expectations expectations;

    Steps(Resolution resolution) {
        this.resolver = resolution.resolver();
        this.expressions = resolution.expressions();
        this.expectations = new Expectations(resolver, expressions);
    }

    /** The step; nothing, already reported, if it has a fault. */
    Optional<? extends Scenario.Step> of(StepSyntax step) {
        if (step instanceof StepSyntax.GivenValue given) {
            return value(given);
        }
        if (step instanceof StepSyntax.GivenSeries given) {
            return series(given);
        }
        if (step instanceof StepSyntax.GivenTotal given) {
            Optional<Scenario.Days> over = days(given.over());
            return figure(resolver.readings(given.name()), given.name(), given.amount())
                    .flatMap(it -> over.map(days ->
                            new Scenario.GivenTotal(given.name().text(), it.value(), it.unit(), days, given.at())));
        }
        if (step instanceof StepSyntax.GivenEach given) {
            return each(given);
        }
        if (step instanceof StepSyntax.GivenGap given) {
            Optional<Scenario.Days> over = days(given.over());
            return resolver.meter(given.name())
                    .flatMap(meter -> over.map(days -> new Scenario.GivenGap(meter, given.hours(), days, given.at())));
        }
        if (step instanceof StepSyntax.GivenStand given) {
            return stand(given);
        }
        if (step instanceof StepSyntax.GivenOccurrence given) {
            return new Occurrences(resolver, expressions).of(given);
        }
        return step instanceof StepSyntax.GivenPrevious given ? previous(given) : other(step);
    }

    private Optional<? extends Scenario.Step> other(StepSyntax step) {
        if (step instanceof StepSyntax.GivenEvent given) {
            Optional<LocalDate> on = resolver.date(given.on());
            return resolver.clause(given.clause())
                    .flatMap(clause -> on.map(day -> new Scenario.GivenEvent(clause, given.event(), day, given.at())));
        }
        if (step instanceof StepSyntax.GivenTermination given) {
            return termination(given);
        }
        if (step instanceof StepSyntax.GivenDispute given) {
            return dispute(given);
        }
        if (step instanceof StepSyntax.Settle settle) {
            Optional<LocalDate> starting = resolver.date(settle.starting());
            return resolver.period(settle.period())
                    .flatMap(period ->
                            starting.map(day -> new Scenario.Settle(period, day, settle.again(), settle.at())));
        }
        return expectations.of(step);
    }

    private Optional<Scenario.Step> termination(StepSyntax.GivenTermination given) {
        Optional<String> clause = given.clause().flatMap(resolver::clause);
        Optional<LocalDate> on = resolver.date(given.on());
        return resolver.party(given.party())
                .filter(party -> clause.isPresent() == given.clause().isPresent())
                .flatMap(party -> on.map(day -> new Scenario.GivenTermination(party, clause, day, given.at())));
    }

    private Optional<Scenario.Step> dispute(StepSyntax.GivenDispute given) {
        Optional<String> party = resolver.party(given.party());
        Optional<String> period = resolver.period(given.period());
        Optional<LocalDate> starting = resolver.date(given.starting());
        Optional<LocalDate> on = resolver.date(given.on());
        return resolver.clauses(given.clauses())
                .filter(it -> party.isPresent() && period.isPresent() && starting.isPresent() && on.isPresent())
                .map(clauses -> new Scenario.GivenDispute(
                        party.orElseThrow(),
                        period.orElseThrow(),
                        starting.orElseThrow(),
                        clauses,
                        on.orElseThrow(),
                        given.at()));
    }

    private Optional<Scenario.Step> value(StepSyntax.GivenValue given) {
        if (given.hours().isPresent() && resolver.indexByTheClock(given.name()).isEmpty()) {
            return Optional.empty();
        }
        Optional<Expr.Constant> figure = figure(resolver.stated(given.name()), given.name(), given.amount());
        lump(given);
        Optional<Optional<Scenario.Days>> over = given.over().isEmpty()
                ? Optional.of(Optional.empty())
                : days(given.over().orElseThrow()).map(Optional::of);
        Optional<LocalDate> from = given.from().flatMap(resolver::date);
        return figure.isPresent()
                        && over.isPresent()
                        && from.isPresent() == given.from().isPresent()
                ? figure.map(it -> new Scenario.GivenValue(
                        given.name().text(),
                        it.value(),
                        it.unit(),
                        given.hours(),
                        over.orElseThrow(),
                        from,
                        given.at()))
                : Optional.empty();
    }

    private Optional<Scenario.Step> series(StepSyntax.GivenSeries given) {
        Unit unit = given.unit().map(expressions::unit).orElse(Unit.NONE);
        Optional<Unit> wanted = given.readings() ? resolver.readings(given.name()) : resolver.given(given.name());
        Optional<LocalDate> from = resolver.date(given.from());
        boolean fits = wanted.isPresent()
                && expressions.has(
                        new Expr.Constant(unit.scale(), unit),
                        wanted.orElseThrow(),
                        given.at(),
                        "`%s` is in %s"
                                .formatted(
                                        given.name().text(),
                                        wanted.orElseThrow().symbol()));
        return from.filter(day -> fits)
                .map(day -> new Scenario.GivenSeries(
                        given.name().text(),
                        given.values().stream()
                                .map(value -> value.times(unit.scale()))
                                .toList(),
                        unit,
                        given.every(),
                        day,
                        given.at()));
    }

    private Optional<Scenario.Step> stand(StepSyntax.GivenStand given) {
        Optional<String> register = resolver.register(given.name());
        Optional<Expr.Constant> figure =
                register.flatMap(it -> figure(resolver.readings(given.name()), given.name(), given.stand()));
        Optional<LocalDate> on = resolver.date(given.on());
        return figure.flatMap(it -> on.map(day -> new Scenario.GivenStand(
                register.orElseThrow(), it.value(), it.unit(), given.estimated(), day, given.at())));
    }

    private Optional<Scenario.Step> each(StepSyntax.GivenEach given) {
        Optional<Expr.Constant> figure = figure(resolver.readings(given.name()), given.name(), given.amount());
        Optional<Optional<Scenario.Days>> over = given.over().isEmpty()
                ? Optional.of(Optional.empty())
                : days(given.over().orElseThrow()).map(Optional::of);
        return figure.flatMap(it -> over.map(days ->
                new Scenario.GivenEach(given.name().text(), it.value(), it.unit(), given.hours(), days, given.at())));
    }

    private Optional<Scenario.Step> previous(StepSyntax.GivenPrevious given) {
        Expr.Constant figure = expressions.constant(given.amount());
        Word name = given.name();
        return resolver.term(name)
                .flatMap(term -> expressions.of(new ExprSyntax.Name(term, name.at())))
                .filter(term -> expressions.agree(
                        term, figure, given.amount().at(), "`%s` has another unit".formatted(name.text())))
                .map(term -> new Scenario.GivenPrevious(name.text(), figure.value(), figure.unit(), given.at()));
    }

    /** A single amount is spread over the days it belongs to, so these must be known. */
    private void lump(StepSyntax.GivenValue given) {
        if (given.over().isEmpty() && resolver.isLump(given.name())) {
            resolver.report(Diagnostic.of(
                            Code.E0306,
                            given.at(),
                            "nothing says which days this amount of `%s` belongs to"
                                    .formatted(given.name().text()))
                    .help("end it with `over 1 August 2026 to 31 August 2026`, or say an amount per day"));
        }
    }

    /** A figure for something a scenario may give, in its unit. */
    private Optional<Expr.Constant> figure(Optional<Unit> wanted, Word name, ExprSyntax.Figure amount) {
        Expr.Constant figure = expressions.constant(amount);
        return wanted.filter(unit -> expressions.has(
                        figure, unit, amount.at(), "`%s` is in %s".formatted(name.text(), unit.symbol())))
                .map(unit -> figure);
    }

    private Optional<Scenario.Days> days(StepSyntax.Span span) {
        Optional<LocalDate> from = resolver.date(span.from());
        Optional<LocalDate> to = resolver.date(span.to());
        boolean backwards =
                isDay(span.from()) && isDay(span.to()) && to.orElseThrow().isBefore(from.orElseThrow());
        if (backwards) {
            resolver.report(Diagnostic.of(Code.E0605, span.at(), "these days end before they begin")
                    .help("put the earlier day first"));
            return Optional.empty();
        }
        return from.flatMap(first -> to.map(last -> new Scenario.Days(first, last)));
    }

    private static boolean isDay(DateSyntax date) {
        return date.date().isPresent();
    }
}

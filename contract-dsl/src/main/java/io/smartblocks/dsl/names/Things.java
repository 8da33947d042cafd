package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Survival;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.agreement.Vat;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives declarations, VAT and missing-data rules their names and units. */
final class Things {

    private final Resolver resolver;
    private final Names names;
    private final Expressions expressions;
    private final Meters meters;
    private final Set<String> taxed = new HashSet<>();

    Things(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.names = resolver.names();
        this.expressions = expressions;
        this.meters = new Meters(resolver, expressions);
    }

    List<Declaration.Party> parties() {
        List<Declaration.Party> parties = new ArrayList<>();
        names.all(Sentence.Party.class)
                .forEach(it -> parties.add(new Declaration.Party(
                        it.name().text(), Optional.of(it.legalName().text()), it.at())));
        names.all(Sentence.Parameter.class).stream()
                .filter(it -> it.kind() instanceof Sentence.ParameterKind.Party)
                .forEach(it -> parties.add(new Declaration.Party(it.name().text(), Optional.empty(), it.at())));
        return parties;
    }

    List<Declaration.Meter> meters() {
        return meters.all();
    }

    List<Declaration.Index> indexes() {
        return names.all(Sentence.Index.class).stream()
                .map(it -> new Declaration.Index(
                        it.name().text(),
                        UnitCheck.unit(it.unit()),
                        it.every(),
                        it.publisher().text(),
                        it.at()))
                .toList();
    }

    List<Declaration.Adjustment> adjustments() {
        return names.all(Sentence.Adjustment.class).stream()
                .flatMap(it -> new Adjustments(resolver).of(it).stream())
                .toList();
    }

    List<Declaration.Baseline> baselines() {
        return names.all(Sentence.Baseline.class).stream()
                .flatMap(it -> new Baselines(resolver, expressions).of(it).stream())
                .toList();
    }

    List<Declaration.Asset> assets() {
        return names.all(Sentence.Asset.class).stream().map(this::asset).toList();
    }

    private Declaration.Asset asset(Sentence.Asset it) {
        Unit unit = UnitCheck.unit(it.unit());
        String name = it.name().text();
        if (unit.isFactor() || unit.isMoney()) {
            resolver.report(Diagnostic.of(Code.E0301, it.at(), "`%s` has nothing to be counted in".formatted(name))
                    .help("count it in `certificates`, `coins` or another unit that is no money"));
        }
        Optional<Expr.Constant> downTo = it.downTo().map(expressions::constant);
        downTo.ifPresent(part -> expressions
                .units()
                .has(part, unit, it.at(), "`%s` is counted in %s".formatted(name, UnitCheck.words(unit))));
        if (downTo.filter(part -> part.value().signum() <= 0).isPresent()) {
            resolver.report(
                    Diagnostic.of(Code.E0107, it.at(), "`%s` cannot be counted in parts of nothing".formatted(name))
                            .help("write the smallest part: `down to 0.01 coins`"));
        }
        return new Declaration.Asset(name, unit, downTo, it.at());
    }

    Optional<Survival> survival(Sentence.Survival survival) {
        return resolver.clauses(survival.clauses()).map(clauses -> new Survival(clauses, survival.span()));
    }

    List<Declaration.Event> events() {
        List<Declaration.Event> events = new ArrayList<>();
        for (Sentence.Event it : names.all(Sentence.Event.class)) {
            List<Declaration.Event.Figure> figures = it.figures().stream()
                    .map(figure -> new Declaration.Event.Figure(figure.name().text(), UnitCheck.unit(figure.unit())))
                    .toList();
            resolver.party(it.reportedBy())
                    .ifPresent(by -> events.add(new Declaration.Event(it.name().text(), figures, by, it.at())));
        }
        return events;
    }

    List<Declaration.Period> periods() {
        List<Declaration.Period> periods = new ArrayList<>();
        for (Sentence.Period it : names.all(Sentence.Period.class)) {
            ofDays(it.every(), false, it, "a period lasts days, weeks, months or years", "every 1 month");
            it.settledAfter()
                    .ifPresent(lag -> ofDays(
                            lag,
                            true,
                            it,
                            "a settlement waits for days, weeks, months or years",
                            "settled 5 working days after its end"));
            resolver.date(it.from())
                    .ifPresent(from -> periods.add(
                            new Declaration.Period(it.name().text(), it.every(), from, it.settledAfter(), it.at())));
        }
        return periods;
    }

    private void ofDays(TimeSpan span, boolean working, Sentence.Period period, String message, String example) {
        boolean days = switch (span.unit()) {
            case MINUTE, HOUR -> false;
            case WORKING_DAY -> working;
            case DAY, WEEK, MONTH, YEAR -> true;
        };
        if (!days) {
            resolver.report(Diagnostic.of(Code.E0107, period.at(), "%s, not %s".formatted(message, span.words()))
                    .help("write it in whole days or longer: `%s`".formatted(example)));
        }
    }

    List<Declaration.Season> seasons() {
        return names.all(Sentence.Season.class).stream()
                .map(it -> new Declaration.Season(it.name().text(), it.from(), it.to(), it.at()))
                .toList();
    }

    List<Declaration.Fact> facts() {
        List<Declaration.Fact> facts = new ArrayList<>();
        for (Sentence.Fact it : names.all(Sentence.Fact.class)) {
            Unit unit = UnitCheck.unit(it.unit());
            Expr.Constant initial = expressions.constant(it.initial());
            expressions
                    .units()
                    .has(
                            initial,
                            unit,
                            it.at(),
                            "`%s` is in another unit".formatted(it.name().text()));
            Optional<String> each = it.each().flatMap(resolver::period);
            Optional<List<String>> confirming = resolver.parties(it.confirmedBy());
            resolver.party(it.statedBy())
                    .ifPresent(by -> confirming.ifPresent(confirmed -> facts.add(
                            new Declaration.Fact(it.name().text(), unit, each, initial, by, confirmed, it.at()))));
        }
        return facts;
    }

    List<Declaration.Parameter> parameters() {
        return names.all(Sentence.Parameter.class).stream().map(this::parameter).toList();
    }

    private Declaration.Parameter parameter(Sentence.Parameter it) {
        Kind kind = kind(it.kind());
        return new Declaration.Parameter(
                it.name().text(),
                kind,
                it.atLeast().map(limit -> limit(limit, kind, it)),
                it.atMost().map(limit -> limit(limit, kind, it)),
                it.description().map(Word::text),
                it.at());
    }

    private Expr.Constant limit(ExprSyntax.Figure figure, Kind kind, Sentence.Parameter parameter) {
        Expr.Constant limit = expressions.constant(figure);
        SourceRange at = figure.at();
        Unit unit = kind instanceof Kind.Quantity quantity ? quantity.unit() : Unit.NONE;
        expressions
                .units()
                .has(
                        limit,
                        unit,
                        at,
                        "this limit has another unit than `%s`"
                                .formatted(parameter.name().text()));
        return limit;
    }

    private Kind kind(Sentence.ParameterKind kind) {
        if (kind instanceof Sentence.ParameterKind.Quantity quantity) {
            return new Kind.Quantity(UnitCheck.unit(quantity.unit()));
        }
        if (kind instanceof Sentence.ParameterKind.Meter meter) {
            return meters.kind(meter);
        }
        return kind instanceof Sentence.ParameterKind.Date ? new Kind.Date() : new Kind.Party();
    }

    Optional<Vat> vat(Sentence.Vat vat) {
        Optional<Expr.Constant> rate = new NamedFigures(resolver, expressions)
                .of(vat.rate())
                .filter(it -> expressions.units().has(it, Unit.of("%"), vat.at(), "a rate of VAT is a share in %"));
        vat.clauses().stream()
                .filter(clause -> !taxed.add(clause.text()))
                .forEach(clause -> resolver.report(Diagnostic.of(
                                Code.E0603, clause.at(), "VAT on clause %s is said twice".formatted(clause.text()))
                        .help("keep one rate for each clause")));
        Optional<List<String>> clauses = resolver.clauses(vat.clauses());
        return rate.flatMap(it -> clauses.map(numbers -> new Vat(it.value(), numbers)));
    }
}

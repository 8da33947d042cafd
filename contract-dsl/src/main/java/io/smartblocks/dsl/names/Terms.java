package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Rounding;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.LimitSyntax;
import io.smartblocks.dsl.syntax.RoundingSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.ValueSyntax;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives each definition its names and its unit, in the order in which definitions use one another. */
final class Terms {

    private final Resolver resolver;
    private final Expressions expressions;
    private final Map<String, Optional<Unit>> units;

    Terms(Resolver resolver, Expressions expressions, Map<String, Optional<Unit>> units) {
        this.resolver = resolver;
        this.expressions = expressions;
        this.units = units;
    }

    List<Term> of(DefinitionOrder order) {
        for (Sentence.Definition definition : order.definitions()) {
            String name = definition.name().text();
            resolver.names()
                    .start(name)
                    .filter(ExprSyntax.Figure.class::isInstance)
                    .map(figure ->
                            expressions.constant((ExprSyntax.Figure) figure).unit())
                    .ifPresent(unit -> units.put(name, Optional.of(unit)));
        }
        List<Term> terms = new ArrayList<>();
        for (Sentence.Definition definition : order.definitions()) {
            if (!order.isCyclic(definition.name().text())) {
                term(definition).ifPresent(terms::add);
            }
        }
        return terms;
    }

    private Optional<Term> term(Sentence.Definition definition) {
        String name = definition.name().text();
        Optional<? extends Value> value = value(definition.value(), name);
        Optional<Unit> unit = value.<Unit>map(Terms::unit).or(() -> units.getOrDefault(name, Optional.empty()));
        units.put(name, unit);
        Optional<List<Limit>> limits = unit.flatMap(it -> limits(definition.limits(), name, it));
        Optional<Expr> start = resolver.names().start(name).flatMap(expressions::of);
        boolean fits = start.isEmpty()
                || unit.isEmpty()
                || expressions.units().has(start.orElseThrow(), unit.orElseThrow(), definition.at(), differs(name));
        return value.isPresent() && limits.isPresent() && fits
                ? Optional.of(new Term(
                        name,
                        value.orElseThrow(),
                        limits.orElseThrow(),
                        start,
                        unit.orElseThrow(),
                        new Level.PerAgreement(),
                        definition.at()))
                : Optional.empty();
    }

    /** The value with its names and units; cases must agree in their units. */
    Optional<? extends Value> value(ValueSyntax syntax, String name) {
        if (syntax instanceof ValueSyntax.Plain plain) {
            return expressions.of(plain.expr()).map(Value.Plain::new);
        }
        if (syntax instanceof ValueSyntax.Table table) {
            return new TableRows(resolver, expressions).of(table, name);
        }
        return syntax instanceof ValueSyntax.Banded banded
                ? new BandRates(resolver, expressions).of(banded)
                : cases((ValueSyntax.Cases) syntax, name);
    }

    private Optional<Value> cases(ValueSyntax.Cases syntax, String name) {
        Optional<Expr> otherwise = expressions.of(syntax.otherwise());
        List<Value.Arm> arms = new ArrayList<>();
        for (ValueSyntax.Arm arm : syntax.arms()) {
            Optional<Expr> expr = expressions.of(arm.expr());
            expressions
                    .conditions()
                    .of(arm.when())
                    .ifPresent(when -> expr.ifPresent(it -> arms.add(new Value.Arm(it, when))));
        }
        if (otherwise.isEmpty() || arms.size() < syntax.arms().size()) {
            return Optional.empty();
        }
        List<Expr> others = new ArrayList<>(arms.stream().map(Value.Arm::expr).toList());
        others.add(otherwise.orElseThrow());
        Expr first = others.remove(0);
        boolean agree = true;
        for (Expr other : others) {
            agree &= expressions
                    .units()
                    .agree(
                            first,
                            other,
                            syntax.otherwise().at(),
                            "the cases of `%s` have different units".formatted(name));
        }
        return agree ? Optional.of(new Value.Cases(arms, otherwise.orElseThrow())) : Optional.empty();
    }

    static Unit unit(Value value) {
        if (value instanceof Value.Plain plain) {
            return plain.expr().unit();
        }
        if (value instanceof Value.Table table) {
            return table.unit();
        }
        return value instanceof Value.Banded banded
                ? banded.unit()
                : ((Value.Cases) value).arms().get(0).expr().unit();
    }

    /** The limits in order, without the start. */
    Optional<List<Limit>> limits(List<LimitSyntax> syntax, String name, Unit unit) {
        List<Limit> limits = new ArrayList<>();
        boolean whole = true;
        for (LimitSyntax limit : syntax) {
            if (!(limit instanceof LimitSyntax.StartingAt || limit instanceof LimitSyntax.ByDays)) {
                Optional<Limit> one = limit(limit, name, unit);
                one.ifPresent(limits::add);
                whole &= one.isPresent();
            }
        }
        return whole ? Optional.of(limits) : Optional.empty();
    }

    private Optional<Limit> limit(LimitSyntax limit, String name, Unit unit) {
        if (limit instanceof LimitSyntax.AtLeast least) {
            return bound(least.bound(), name, unit).map(Limit.AtLeast::new);
        }
        if (limit instanceof LimitSyntax.AtMost most) {
            Optional<String> each = most.inEach().flatMap(resolver::period);
            return bound(most.bound(), name, unit)
                    .filter(bound -> each.isPresent() == most.inEach().isPresent())
                    .map(bound -> new Limit.AtMost(bound, each));
        }
        if (limit instanceof LimitSyntax.Rising rising) {
            Optional<Expr.Constant> by = new NamedFigures(resolver, expressions)
                    .of(rising.by())
                    .filter(it -> expressions
                            .units()
                            .has(
                                    it,
                                    Unit.of("%"),
                                    rising.at(),
                                    "`%s` can rise only by a share of itself".formatted(name)));
            Optional<String> each = resolver.period(rising.each());
            return by.flatMap(rate -> each.map(it -> new Limit.Rising(rate, it)));
        }
        LimitSyntax.Rounded rounded = (LimitSyntax.Rounded) limit;
        return rounding(rounded.rounding(), name, unit).map(Limit.Rounded::new);
    }

    private Optional<Expr> bound(ExprSyntax bound, String name, Unit unit) {
        return expressions.of(bound).filter(it -> expressions.units().has(it, unit, bound.at(), differs(name)));
    }

    private Optional<Rounding> rounding(RoundingSyntax rounding, String name, Unit unit) {
        Expr.Constant step = expressions.constant(rounding.step());
        SourceRange at = rounding.step().at();
        return expressions.units().has(step, unit, at, "the step of rounding `%s` has another unit".formatted(name))
                ? Optional.of(new Rounding(rounding.mode(), step))
                : Optional.empty();
    }

    private static String differs(String name) {
        return "this limit has another unit than `%s`".formatted(name);
    }

    /** A start is said once, and of a defined term. */
    void check(Sentence.Start start) {
        resolver.term(start.name())
                .flatMap(name -> resolver.names().thing(name))
                .map(Sentence.Definition.class::cast)
                .flatMap(definition -> definition.limits().stream()
                        .filter(LimitSyntax.StartingAt.class::isInstance)
                        .findFirst())
                .ifPresent(limit -> resolver.report(Diagnostic.of(
                                Code.E0603,
                                start.at(),
                                "what `%s` starts at is said twice"
                                        .formatted(start.name().text()))
                        .note(limit.at(), "also here, among its limits")
                        .help("keep this sentence, and remove `starting at` from the definition")));
    }
}

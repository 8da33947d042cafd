package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.agreement.Expr.Reference.Kind;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.LimitSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.UnitSyntax;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each expression its names and its unit. An expression with a fault is reported and left out, and so is, without
 * another word, whatever needs it.
 */
public final class Expressions {

    private final Resolver resolver;
    private final Map<String, Optional<Unit>> termUnits;
    private final Unit money;
    private final Places places;
    private final List<Diagnostic> findings;
    private final UnitCheck units;
    private final CalendarTests calendar;
    private final Conditions conditions;

    /** Expressions of one document; {@code termUnits} holds the units of the terms that are known so far. */
    Expressions(
            Resolver resolver,
            Map<String, Optional<Unit>> termUnits,
            Unit money,
            Places places,
            List<Diagnostic> findings) {
        this.resolver = resolver;
        this.termUnits = termUnits;
        this.money = money;
        this.places = places;
        this.findings = findings;
        this.units = new UnitCheck(resolver.names(), places, findings);
        this.calendar = new CalendarTests(resolver);
        this.conditions = new Conditions(resolver, this, calendar);
    }

    Conditions conditions() {
        return conditions;
    }

    UnitCheck units() {
        return units;
    }

    /** True if both may be added or compared; otherwise it is reported. */
    public boolean agree(Expr first, Expr second, SourceRange at, String message) {
        return units.agree(first, second, at, message);
    }

    /** True if the expression has the wanted unit; otherwise it is reported. */
    public boolean has(Expr expr, Unit wanted, SourceRange at, String message) {
        return units.has(expr, wanted, at, message);
    }

    /** The unit that is written. */
    public Unit unit(UnitSyntax written) {
        return UnitCheck.unit(written);
    }

    /** The currency of the agreement. */
    public Unit money() {
        return money;
    }

    /** The expression with its names and units; nothing, already reported, if it has a fault. */
    public Optional<Expr> of(ExprSyntax syntax) {
        return resolved(syntax).<Expr>map(expr -> places.put(expr, syntax.at()));
    }

    private Optional<? extends Expr> resolved(ExprSyntax syntax) {
        if (syntax instanceof ExprSyntax.Figure figure) {
            return Optional.of(constant(figure));
        }
        if (syntax instanceof ExprSyntax.Name name) {
            return reference(name);
        }
        if (syntax instanceof ExprSyntax.Operation operation) {
            return operation(operation);
        }
        if (syntax instanceof ExprSyntax.ShareOf share) {
            return of(share.of()).map(base -> product(of(share.share()).orElseThrow(), Operator.TIMES, base));
        }
        if (syntax instanceof ExprSyntax.Pick pick) {
            return both(pick.left(), pick.right(), pick.at(), "the two values to choose from have different units")
                    .map(pair -> new Expr.Pick(
                            pick.lesser(),
                            pair.left(),
                            pair.right(),
                            pair.left().unit()));
        }
        if (syntax instanceof ExprSyntax.Excess excess) {
            return both(excess.amount(), excess.over(), excess.at(), "the two amounts compared have different units")
                    .map(pair -> new Expr.Excess(
                            pair.left(), pair.right(), pair.left().unit()));
        }
        return syntax instanceof ExprSyntax.ForEach each ? forEach(each) : special(syntax);
    }

    private Optional<? extends Expr> special(ExprSyntax syntax) {
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
        if (syntax instanceof ExprSyntax.ValueAt at) {
            return valueAt(at);
        }
        if (syntax instanceof ExprSyntax.HoursDuring hours) {
            Optional<String> period = resolver.period(hours.period());
            return conditions
                    .of(hours.condition())
                    .flatMap(condition -> period.map(p -> new Expr.HoursDuring(p, condition, Unit.of("hours"))));
        }
        ExprSyntax.Unsettled unsettled = (ExprSyntax.Unsettled) syntax;
        findings.add(Names.notYet(unsettled.what(), unsettled.at()));
        return Optional.empty();
    }

    <T> T placed(T part, SourceRange at) {
        return places.put(part, at);
    }

    /** A figure in base units. */
    public Expr.Constant constant(ExprSyntax.Figure figure) {
        Unit unit = figure.unit().map(UnitCheck::unit).orElse(Unit.NONE);
        return places.put(new Expr.Constant(figure.value().times(unit.scale()), unit), figure.at());
    }

    private Optional<Expr.Reference> reference(ExprSyntax.Name name) {
        Optional<Sentence> thing = resolver.thing(name.text(), name.at());
        if (thing.isEmpty()) {
            return Optional.empty();
        }
        Sentence it = thing.orElseThrow();
        if (it instanceof Sentence.Definition) {
            return termUnits
                    .getOrDefault(name.text(), Optional.empty())
                    .map(unit -> new Expr.Reference(Kind.TERM, name.text(), unit));
        }
        if (it instanceof Sentence.Meter meter) {
            return Optional.of(new Expr.Reference(Kind.METER, name.text(), UnitCheck.unit(meter.unit())));
        }
        if (it instanceof Sentence.Index index) {
            return Optional.of(new Expr.Reference(Kind.INDEX, name.text(), UnitCheck.unit(index.unit())));
        }
        if (it instanceof Sentence.Fact fact) {
            return Optional.of(new Expr.Reference(Kind.FACT, name.text(), UnitCheck.unit(fact.unit())));
        }
        return parameter(name, it);
    }

    private Optional<Expr.Reference> parameter(ExprSyntax.Name name, Sentence thing) {
        if (thing instanceof Sentence.Parameter parameter
                && parameter.kind() instanceof Sentence.ParameterKind.Quantity quantity) {
            return Optional.of(new Expr.Reference(Kind.PARAMETER, name.text(), UnitCheck.unit(quantity.unit())));
        }
        if (thing instanceof Sentence.Parameter parameter
                && parameter.kind() instanceof Sentence.ParameterKind.Meter meter) {
            return Optional.of(new Expr.Reference(Kind.METER, name.text(), UnitCheck.unit(meter.unit())));
        }
        resolver.wrongKind(new Word(name.text(), name.at()), thing, "a value");
        return Optional.empty();
    }

    /** Two expressions in one dimension. */
    private record Pair(Expr left, Expr right) {}

    private Optional<Pair> both(ExprSyntax left, ExprSyntax right, SourceRange at, String message) {
        Optional<Expr> first = of(left);
        Optional<Expr> second = of(right);
        return first.isPresent()
                        && second.isPresent()
                        && units.agree(first.orElseThrow(), second.orElseThrow(), at, message)
                ? Optional.of(new Pair(first.orElseThrow(), second.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Expr> operation(ExprSyntax.Operation operation) {
        Operator operator = operation.operator();
        if (operator == Operator.PLUS || operator == Operator.MINUS) {
            String which = operator == Operator.PLUS ? "sum" : "difference";
            return both(
                            operation.left(),
                            operation.right(),
                            operation.at(),
                            "the two sides of this %s have different units".formatted(which))
                    .map(pair -> new Expr.Arithmetic(
                            operator, pair.left(), pair.right(), pair.left().unit()));
        }
        Optional<Expr> left = of(operation.left());
        Optional<Expr> right = of(operation.right());
        return left.flatMap(first -> right.map(second -> product(first, operator, second)));
    }

    /** A product or quotient, with the factor that turns days of a yearly rate into years. */
    private Expr product(Expr left, Operator operator, Expr right) {
        Unit.Product product = operator == Operator.TIMES
                ? left.unit().times(right.unit())
                : left.unit().dividedBy(right.unit());
        Expr plain = new Expr.Arithmetic(operator, left, right, product.unit());
        return product.factor().equals(Exact.ONE)
                ? plain
                : new Expr.Arithmetic(
                        Operator.TIMES, plain, new Expr.Constant(product.factor(), Unit.NONE), product.unit());
    }

    private Optional<Expr> forEach(ExprSyntax.ForEach each) {
        Optional<Expr> value = of(each.value());
        return both(each.step(), each.amount(), each.at(), "the step and the amount have different units")
                .flatMap(pair ->
                        value.map(it -> new Expr.ForEach(it, each.full(), pair.left(), pair.right(), it.unit())));
    }

    private Optional<Expr> aggregate(ExprSyntax.Aggregate aggregate) {
        Optional<Expr> of = of(aggregate.of());
        Optional<String> period = resolver.period(aggregate.over());
        var during = calendar.optional(aggregate.during());
        return of.isPresent() && period.isPresent() && during.isPresent()
                ? Optional.of(new Expr.Aggregate(
                        aggregate.kind(),
                        of.orElseThrow(),
                        during.orElseThrow(),
                        new Window(period.orElseThrow(), aggregate.previous()),
                        of.orElseThrow().unit()))
                : Optional.empty();
    }

    private Optional<Expr> count(ExprSyntax.CalendarCount count) {
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
        if (term.isPresent() && !hasStart(term.orElseThrow())) {
            findings.add(Diagnostic.of(
                            Code.E0207,
                            previous.at(),
                            "`%s` has no value before its first period".formatted(term.orElseThrow()))
                    .help("say in its definition what it starts at: `, starting at 0 EUR`"));
            return Optional.empty();
        }
        Optional<Unit> unit = term.flatMap(name -> termUnits.getOrDefault(name, Optional.empty()));
        return unit.map(it -> new Expr.Previous(term.orElseThrow(), it));
    }

    private boolean hasStart(String term) {
        return resolver.names()
                .thing(term)
                .filter(Sentence.Definition.class::isInstance)
                .map(Sentence.Definition.class::cast)
                .filter(definition -> definition.limits().stream().anyMatch(LimitSyntax.StartingAt.class::isInstance))
                .isPresent();
    }

    private Optional<Expr> amountDue(ExprSyntax.AmountDue due) {
        Optional<String> party = resolver.party(due.party());
        Optional<List<String>> clauses = resolver.clauses(due.clauses());
        Optional<Optional<String>> over = due.over().isEmpty()
                ? Optional.of(Optional.empty())
                : resolver.period(due.over().orElseThrow()).map(Optional::of);
        return party.isPresent() && clauses.isPresent() && over.isPresent()
                ? Optional.of(new Expr.AmountDue(
                        party.orElseThrow(), clauses.orElseThrow(), due.withVat(), over.orElseThrow(), money))
                : Optional.empty();
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
        return reference(new ExprSyntax.Name(index.orElseThrow(), at.index().at()))
                .map(it -> new Expr.ValueAt(it.name(), moment.orElseThrow(), it.unit()));
    }
}

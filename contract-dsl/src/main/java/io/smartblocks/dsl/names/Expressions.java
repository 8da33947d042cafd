package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Expr.Arithmetic.Operator;
import io.smartblocks.dsl.agreement.Expr.Reference.Kind;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.UnitSyntax;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
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
    private final TimeExpressions overTime;
    private final Conditions conditions;
    private final MeasuredExpressions measured;

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
        CalendarTests calendar = new CalendarTests(resolver);
        this.conditions = new Conditions(resolver, this, calendar);
        this.measured = new MeasuredExpressions(resolver, this, calendar);
        this.overTime = new TimeExpressions(resolver, this, calendar, termUnits);
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
        if (syntax instanceof ExprSyntax.ForEach each) {
            return forEach(each);
        }
        Optional<Optional<Expr>> found = measured.of(syntax);
        return found.isPresent() ? found.orElseThrow() : overTime.of(syntax);
    }

    <T> T placed(T part, SourceRange at) {
        return places.put(part, at);
    }

    /** A figure in base units. */
    public Expr.Constant constant(ExprSyntax.Figure figure) {
        Unit unit = figure.unit().map(UnitCheck::unit).orElse(Unit.NONE);
        return places.put(new Expr.Constant(figure.value().times(unit.scale()), unit), figure.at());
    }

    Optional<Expr.Reference> reference(ExprSyntax.Name name) {
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
        if (it instanceof Sentence.Baseline) {
            return resolver.readings(new Word(name.text(), name.at()))
                    .map(unit -> new Expr.Reference(Kind.BASELINE, name.text(), unit));
        }
        if (it instanceof Sentence.Adjustment adjustment) {
            new Adjustments(resolver).alone(adjustment, name.at());
            return Optional.empty();
        }
        if (it instanceof Sentence.Event event && !event.name().text().equals(name.text())) {
            return event.figures().stream()
                    .filter(figure -> figure.name().text().equals(name.text()))
                    .map(figure -> new Expr.Reference(Kind.EVENT_FIGURE, name.text(), UnitCheck.unit(figure.unit())))
                    .findFirst();
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
    Expr product(Expr left, Operator operator, Expr right) {
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
}

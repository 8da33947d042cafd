package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.units.Unit;
import java.util.Optional;

/** Gives names and units to what is measured over time: degree hours, powers, energies, numbers of events. */
final class MeasuredExpressions {

    private static final Unit HOURS = Unit.of("hours");
    private static final Unit KWH = Unit.of("kWh");
    private static final Unit KW = Unit.of("kW");
    private static final Unit KVA = Unit.of("kVA");

    private final Resolver resolver;
    private final Expressions expressions;
    private final CalendarTests calendar;

    MeasuredExpressions(Resolver resolver, Expressions expressions, CalendarTests calendar) {
        this.resolver = resolver;
        this.expressions = expressions;
        this.calendar = calendar;
    }

    /** The expression; nothing where it is none of these, or has a fault that is already reported. */
    Optional<Optional<Expr>> of(ExprSyntax syntax) {
        if (syntax instanceof ExprSyntax.DegreeHours degrees) {
            return Optional.of(degreeHours(degrees));
        }
        if (syntax instanceof ExprSyntax.HighestPower highest) {
            return Optional.of(highestPower(highest));
        }
        if (syntax instanceof ExprSyntax.EventCount count) {
            return Optional.of(count(count));
        }
        return syntax instanceof ExprSyntax.EnergyOf energy ? Optional.of(energy(energy)) : Optional.empty();
    }

    private Optional<Expr> degreeHours(ExprSyntax.DegreeHours degrees) {
        Optional<Expr> of = expressions.of(degrees.of()).filter(it -> isTemperature(it, degrees.of()));
        Optional<Expr> bound = expressions.of(degrees.bound());
        boolean agree = of.isPresent()
                && bound.isPresent()
                && expressions.agree(
                        of.orElseThrow(),
                        bound.orElseThrow(),
                        degrees.at(),
                        "the temperature and its bound have different units");
        Optional<Window> window = window(degrees.over());
        Optional<Optional<CalendarTest>> during = calendar.optional(degrees.during());
        return agree && window.isPresent() && during.isPresent()
                ? Optional.of(new Expr.DegreeHours(
                        of.orElseThrow(),
                        degrees.below(),
                        bound.orElseThrow(),
                        during.orElseThrow(),
                        window.orElseThrow(),
                        Unit.of("degree hours")))
                : Optional.empty();
    }

    private boolean isTemperature(Expr of, ExprSyntax written) {
        boolean fits = of.unit().isCommensurableWith(Unit.of("°C")) || of.unit().isCommensurableWith(Unit.of("°F"));
        if (!fits) {
            resolver.report(Diagnostic.of(
                            Code.E0301,
                            written.at(),
                            "degree hours are those of a temperature, not of %s".formatted(UnitCheck.words(of.unit())))
                    .help("name a meter that reads °C"));
        }
        return fits;
    }

    private Optional<Expr> highestPower(ExprSyntax.HighestPower highest) {
        Optional<Expr> of = expressions.of(highest.of());
        Optional<Unit> unit = of.flatMap(it -> power(it, highest.of()));
        Optional<Window> window = window(highest.over());
        Optional<Optional<CalendarTest>> during = calendar.optional(highest.during());
        return unit.isPresent() && window.isPresent() && during.isPresent()
                ? Optional.of(new Expr.HighestPower(
                        of.orElseThrow(),
                        highest.each(),
                        during.orElseThrow(),
                        window.orElseThrow(),
                        unit.orElseThrow()))
                : Optional.empty();
    }

    /** Energy of an interval is divided by its length; a meter that reads power is taken as it is. */
    private Optional<Unit> power(Expr of, ExprSyntax written) {
        if (of.unit().isCommensurableWith(KWH)) {
            return Optional.of(of.unit().dividedBy(HOURS).unit());
        }
        if (of.unit().isCommensurableWith(KW) || of.unit().isCommensurableWith(KVA)) {
            return Optional.of(of.unit());
        }
        resolver.report(Diagnostic.of(
                        Code.E0301,
                        written.at(),
                        "a power is that of energy, not of %s".formatted(UnitCheck.words(of.unit())))
                .help("name a meter that reads kWh, or one that reads kW or kVA"));
        return Optional.empty();
    }

    private Optional<Expr> energy(ExprSyntax.EnergyOf energy) {
        Optional<Expr> power = expressions.of(energy.power());
        if (power.isPresent() && !power.orElseThrow().unit().isCommensurableWith(KW)) {
            boolean already = power.orElseThrow().unit().isCommensurableWith(KWH);
            resolver.report(Diagnostic.of(
                            Code.E0301,
                            energy.power().at(),
                            "an energy is that of a power in kW, not of %s"
                                    .formatted(
                                            UnitCheck.words(power.orElseThrow().unit())))
                    .help(already ? "this is energy already: use it as it is" : "name a meter that reads kW"));
            return Optional.empty();
        }
        return power.map(it -> new Expr.EnergyOf(it, it.unit().times(HOURS).unit()));
    }

    private Optional<Expr> count(ExprSyntax.EventCount count) {
        Optional<String> event = resolver.event(count.event());
        Optional<Window> window = window(count.over());
        Optional<Optional<CalendarTest>> during = calendar.optional(count.during());
        return event.isPresent() && window.isPresent() && during.isPresent()
                ? Optional.of(
                        new Expr.EventCount(event.orElseThrow(), during.orElseThrow(), window.orElseThrow(), Unit.NONE))
                : Optional.empty();
    }

    private Optional<Window> window(ExprSyntax.Span span) {
        return resolver.period(span.period()).map(period -> new Window(period, span.previous()));
    }
}

package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives meters their units, those of a template's parameters too, and says where only a register rolls over. */
final class Meters {

    private final Resolver resolver;
    private final Expressions expressions;

    Meters(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
    }

    List<Declaration.Meter> all() {
        return Stream.concat(
                        resolver.names().all(Sentence.Meter.class).stream().map(this::declared),
                        resolver.names().all(Sentence.Parameter.class).stream().flatMap(this::asked))
                .toList();
    }

    /** What a template asks for, checked where its meter is. */
    Kind kind(Sentence.ParameterKind.Meter meter) {
        Unit unit = UnitCheck.unit(meter.unit());
        return meter.register()
                ? new Kind.Register(unit, meter.every(), meter.rollsOverAt().map(expressions::constant))
                : new Kind.Meter(unit, meter.every());
    }

    private Declaration.Meter declared(Sentence.Meter it) {
        Unit unit = UnitCheck.unit(it.unit());
        return new Declaration.Meter(
                it.name().text(),
                unit,
                it.every(),
                Optional.of(it.id().text()),
                it.register(),
                rollsOver(it.rollsOverAt(), unit, it.register(), it.name(), it.at()),
                it.at());
    }

    private Stream<Declaration.Meter> asked(Sentence.Parameter it) {
        if (!(it.kind() instanceof Sentence.ParameterKind.Meter meter)) {
            return Stream.empty();
        }
        Unit unit = UnitCheck.unit(meter.unit());
        return Stream.of(new Declaration.Meter(
                it.name().text(),
                unit,
                meter.every(),
                Optional.empty(),
                meter.register(),
                rollsOver(meter.rollsOverAt(), unit, meter.register(), it.name(), it.at()),
                it.at()));
    }

    private Optional<Expr.Constant> rollsOver(
            Optional<ExprSyntax.Figure> stand, Unit unit, boolean register, Word name, SourceRange at) {
        Optional<Expr.Constant> rollsOver = stand.map(expressions::constant);
        rollsOver.ifPresent(it -> rolls(it, register, name, at));
        rollsOver.ifPresent(
                it -> expressions.units().has(it, unit, at, "`%s` rolls over in another unit".formatted(name.text())));
        return rollsOver;
    }

    private void rolls(Expr.Constant stand, boolean register, Word name, SourceRange at) {
        if (!register) {
            resolver.report(Diagnostic.of(
                            Code.E0204,
                            at,
                            "`%s` reads what flows in each interval; only a register rolls over".formatted(name.text()))
                    .help("write `registers` if its readings are cumulative, or leave out where it rolls over"));
        } else if (stand.value().signum() <= 0) {
            resolver.report(Diagnostic.of(Code.E0107, at, "`%s` cannot roll over at zero".formatted(name.text()))
                    .help("write the stand that the register never reaches: `rolls over at 100,000 kWh`"));
        }
    }
}

package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.ValueSyntax;
import io.smartblocks.dsl.syntax.Word;
import io.smartblocks.dsl.units.Exact;
import java.util.Optional;

/** Finds the figure where the text may write it or name it: a rate of VAT, or that of a price that rises. */
final class NamedFigures {

    private final Resolver resolver;
    private final Expressions expressions;

    NamedFigures(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
    }

    /** The figure; zero for a parameter that is still open; nothing, already reported, for what has no figure of its own. */
    Optional<Expr.Constant> of(ExprSyntax written) {
        if (written instanceof ExprSyntax.Figure figure) {
            return Optional.of(expressions.constant(figure));
        }
        ExprSyntax.Name name = (ExprSyntax.Name) written;
        return resolver.thing(name.text(), name.at()).flatMap(thing -> named(name, thing));
    }

    private Optional<Expr.Constant> named(ExprSyntax.Name name, Sentence thing) {
        if (thing instanceof Sentence.Parameter parameter
                && parameter.kind() instanceof Sentence.ParameterKind.Quantity quantity) {
            return Optional.of(new Expr.Constant(Exact.ZERO, UnitCheck.unit(quantity.unit())));
        }
        if (thing instanceof Sentence.Definition definition
                && definition.limits().isEmpty()
                && definition.value() instanceof ValueSyntax.Plain plain
                && plain.expr() instanceof ExprSyntax.Figure figure) {
            return Optional.of(expressions.constant(figure));
        }
        if (thing instanceof Sentence.Definition) {
            resolver.report(Diagnostic.of(
                            Code.E0204,
                            name.at(),
                            "`%s` is computed; here a fixed figure is expected".formatted(name.text()))
                    .note(thing.at(), "it is given its meaning here")
                    .help("write the figure here, or give `%s` one: `%s is 2 %%.`"
                            .formatted(name.text(), name.text())));
        } else {
            resolver.wrongKind(new Word(name.text(), name.at()), thing, "a figure");
        }
        return Optional.empty();
    }
}

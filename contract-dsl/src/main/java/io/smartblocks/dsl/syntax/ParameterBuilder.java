package io.smartblocks.dsl.syntax;

import java.util.List;
import java.util.Optional;

/** Turns the parse tree of a template's parameters into records. */
final class ParameterBuilder {

    private final Leaves leaves;

    ParameterBuilder(Leaves leaves) {
        this.leaves = leaves;
    }

    Sentence.Parameter parameter(EscoParser.ParameterContext context) {
        return new Sentence.Parameter(
                leaves.word(context.TERM()),
                kind(context.parameterKind()),
                limit(context.parameterLimit(), "least"),
                limit(context.parameterLimit(), "most"),
                leaves.optional(context.STRING()),
                leaves.range(context));
    }

    private Optional<ExprSyntax.Figure> limit(List<EscoParser.ParameterLimitContext> limits, String end) {
        return limits.stream()
                .filter(limit -> limit.end.getText().equals(end))
                .map(limit -> leaves.figure(limit.amount()))
                .findFirst();
    }

    private Sentence.ParameterKind kind(EscoParser.ParameterKindContext context) {
        if (context instanceof EscoParser.QuantityKindContext quantity) {
            return new Sentence.ParameterKind.Quantity(leaves.unit(quantity.unit()));
        }
        if (context instanceof EscoParser.MeterKindContext meter) {
            return new Sentence.ParameterKind.Meter(
                    leaves.unit(meter.unit()),
                    leaves.duration(meter.duration()),
                    meter.how.getText().equals("registers"),
                    Optional.ofNullable(meter.quantity()).map(leaves::figure));
        }
        return context instanceof EscoParser.DateKindContext
                ? new Sentence.ParameterKind.Date()
                : new Sentence.ParameterKind.Party();
    }
}

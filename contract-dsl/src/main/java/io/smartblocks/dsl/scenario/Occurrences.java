package io.smartblocks.dsl.scenario;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.names.Expressions;
import io.smartblocks.dsl.names.Resolver;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.StepSyntax;
import io.smartblocks.dsl.syntax.Word;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Resolves what a scenario says happened: an event with each of its figures once. */
final class Occurrences {

    private final Resolver resolver;
    private final Expressions expressions;

    Occurrences(Resolver resolver, Expressions expressions) {
        this.resolver = resolver;
        this.expressions = expressions;
    }

    Optional<Scenario.Step> of(StepSyntax.GivenOccurrence given) {
        Optional<LocalDate> on = resolver.date(given.on());
        return resolver.event(given.event())
                .flatMap(event -> figures(given, event)
                        .flatMap(figures -> on.map(
                                day -> new Scenario.GivenOccurrence(event, day, given.time(), figures, given.at()))));
    }

    private Optional<List<Scenario.GivenFigure>> figures(StepSyntax.GivenOccurrence given, String event) {
        List<Sentence.Event.FigureSyntax> declared = resolver.figures(event);
        List<Scenario.GivenFigure> figures = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (StepSyntax.FigureSyntax figure : given.figures()) {
            boolean again = !named.add(figure.name().text());
            if (again) {
                resolver.report(Diagnostic.of(
                                Code.E0603,
                                figure.name().at(),
                                "`%s` is said twice".formatted(figure.name().text()))
                        .help("keep one of the two"));
            }
            declared.stream()
                    .filter(it -> it.name().text().equals(figure.name().text()) && !again)
                    .findFirst()
                    .ifPresentOrElse(
                            it -> figure(figure, it).ifPresent(figures::add), () -> unknown(figure, event, again));
        }
        List<String> lacking = declared.stream()
                .map(it -> it.name().text())
                .filter(name -> !named.contains(name))
                .toList();
        if (!lacking.isEmpty()) {
            resolver.report(Diagnostic.of(
                            Code.E0207, given.at(), "this %s lacks %s".formatted(event, String.join(", ", lacking)))
                    .help("give every figure: `with %s`"
                            .formatted(declared.stream()
                                    .map(it -> it.name().text() + " of …")
                                    .collect(Collectors.joining(", ")))));
        }
        return figures.size() == declared.size() ? Optional.of(figures) : Optional.empty();
    }

    private void unknown(StepSyntax.FigureSyntax figure, String event, boolean again) {
        Word name = figure.name();
        if (!again) {
            resolver.report(
                    Diagnostic.of(Code.E0204, name.at(), "`%s` is no figure of %s".formatted(name.text(), event))
                            .help("an event has the figures that its own sentence names"));
        }
    }

    private Optional<Scenario.GivenFigure> figure(
            StepSyntax.FigureSyntax figure, Sentence.Event.FigureSyntax declared) {
        Expr.Constant amount = expressions.constant(figure.amount());
        var unit = expressions.unit(declared.unit());
        return expressions.has(
                        amount,
                        unit,
                        figure.amount().at(),
                        "`%s` is in %s".formatted(figure.name().text(), unit.symbol()))
                ? Optional.of(new Scenario.GivenFigure(figure.name().text(), amount.value(), amount.unit()))
                : Optional.empty();
    }
}

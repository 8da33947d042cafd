package io.smartblocks.portal.cli;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks on a terminal for the answers that were not given; each question goes to a reader of lines, empty at the end. */
record Interview(Function<String, Optional<String>> line, PrintWriter messages) {

    /** The interview on the terminal, if there is one. */
    static Optional<Interview> onTerminal(PrintWriter messages) {
        return Optional.ofNullable(System.console())
                .map(console ->
                        new Interview(question -> Optional.ofNullable(console.readLine("%s", question)), messages));
    }

    /** The given answers and those to the questions; who ends the input leaves the rest unanswered. */
    Map<String, String> complete(List<Parameter> parameters, Map<String, String> given) {
        Map<String, String> answers = new LinkedHashMap<>(given);
        for (Parameter parameter : parameters) {
            if (!answers.containsKey(parameter.name())) {
                parameter.description().ifPresent(messages::println);
                Optional<String> answer = line.apply("%s (%s): ".formatted(parameter.name(), kind(parameter.kind())));
                if (answer.isEmpty()) {
                    return answers;
                }
                answers.put(parameter.name(), answer.orElseThrow());
            }
        }
        return answers;
    }

    private static String kind(Parameter.Kind kind) {
        if (kind instanceof Parameter.Kind.Quantity quantity) {
            return quantity.unit().symbol().isEmpty()
                    ? "a number"
                    : "in " + quantity.unit().symbol();
        }
        if (kind instanceof Parameter.Kind.Date) {
            return "a day";
        }
        return kind instanceof Parameter.Kind.Metered ? "the id of a meter" : "the legal name of a party";
    }
}

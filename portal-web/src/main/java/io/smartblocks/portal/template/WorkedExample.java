package io.smartblocks.portal.template;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.templates.Template;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the first scenario of a template's sample that gives anything gives before it settles a period.
 *
 * @param period the period that is settled
 * @param readings the sentences that give what it knows, a line each
 */
record WorkedExample(String period, LocalDate starting, List<String> readings) {

    WorkedExample {
        readings = List.copyOf(readings);
    }

    static WorkedExample of(Template template) {
        Agreement sample = AgreementCompiler.compile(new SourceText(template.id(), template.sample()))
                .agreement()
                .orElseThrow(() -> new IllegalStateException("The sample of '" + template.id() + "' does not compile"));
        return sample.scenarios().stream()
                .filter(scenario ->
                        scenario.like().isEmpty() && scenario.after().isEmpty())
                .filter(scenario -> scenario.steps().stream().anyMatch(Scenario.Settle.class::isInstance))
                .map(scenario -> of(template.sample(), scenario))
                .filter(example -> !example.readings().isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("'" + template.id() + "' has no scenario that settles"));
    }

    private static WorkedExample of(String text, Scenario scenario) {
        List<String> givens = new ArrayList<>();
        for (Scenario.Step step : scenario.steps()) {
            if (step instanceof Scenario.Settle settle) {
                return new WorkedExample(settle.period(), settle.starting(), givens);
            }
            givens.add(text.substring(step.at().start(), step.at().end()).replaceAll("\\s+", " ") + '.');
        }
        throw new IllegalStateException("scenario '" + scenario.name() + "' settles nothing");
    }

    /** As the page of a dry run is asked. */
    Map<String, String> asked() {
        return Map.of("period", period, "day", starting.toString(), "readings", String.join("\n", readings));
    }
}

package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.List;
import java.util.Optional;

/** Every clause that makes someone pay is tried in a scenario. */
final class ScenarioCheck {

    private ScenarioCheck() {}

    static List<Diagnostic> of(Document document, List<Clause> clauses, List<Scenario> scenarios) {
        boolean contract = document.all(Sentence.Heading.class)
                .anyMatch(heading -> heading.head().kind() == Head.Kind.CONTRACT);
        List<Scenario.Step> steps = scenarios.stream()
                .flatMap(scenario -> scenario.steps().stream())
                .toList();
        List<Clause> untried = clauses.stream()
                .filter(clause -> clause.provisions().stream().anyMatch(it -> it.effect() instanceof Effect.Payment))
                .filter(clause -> steps.stream().noneMatch(step -> tries(step, clause)))
                .toList();
        if (untried.isEmpty() || !contract) {
            return List.of();
        }
        String numbers = String.join(", ", untried.stream().map(Clause::number).toList());
        return List.of(Diagnostic.of(
                        Code.N0705,
                        untried.get(0).at(),
                        "no scenario shows what is paid under clause%s %s"
                                .formatted(untried.size() == 1 ? "" : "s", numbers))
                .help("add `expect … to pay … under clause %s.` to a scenario"
                        .formatted(untried.get(0).number())));
    }

    private static boolean tries(Scenario.Step step, Clause clause) {
        if (step instanceof Scenario.ExpectPay pay) {
            boolean named = pay.clause().isEmpty() || pay.clause().equals(Optional.of(clause.number()));
            return named
                    && pays(clause, pay.debtor(), pay.creditor())
                    && (pay.line().isEmpty() || describes(clause, pay.line()));
        }
        if (step instanceof Scenario.ExpectNothing nothing) {
            return nothing.clause().equals(clause.number());
        }
        if (step instanceof Scenario.ExpectNoPayment none) {
            return none.clause().isEmpty() || none.clause().equals(Optional.of(clause.number()));
        }
        return step instanceof Scenario.ExpectDocument document
                && (pays(clause, document.debtor(), document.creditor())
                        || pays(clause, document.creditor(), document.debtor()));
    }

    private static boolean pays(Clause clause, String debtor, String creditor) {
        return clause.provisions().stream()
                .anyMatch(it -> it.effect() instanceof Effect.Payment pay
                        && pay.debtor().equals(debtor)
                        && pay.creditors().contains(creditor));
    }

    private static boolean describes(Clause clause, Optional<String> line) {
        return clause.provisions().stream()
                .anyMatch(it -> it.effect() instanceof Effect.Payment pay
                        && pay.descriptions().contains(line));
    }
}

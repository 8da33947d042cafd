package io.smartblocks.portal.editor;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.portal.agreement.Drafting;
import io.smartblocks.runtime.scenario.ScenarioResult;
import io.smartblocks.runtime.scenario.ScenarioRunner;
import io.smartblocks.runtime.scenario.StepResult;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the scenarios of a text came to, worked out by the engine that settles it.
 *
 * @param scenarios each in the order of the text
 * @param problem why none could be run, or nothing
 */
record Told(List<Story> scenarios, String problem) {

    /** One scenario, where it stands, and what became of its expectations. */
    record Story(String name, int line, int start, boolean passed, List<Step> steps) {}

    /** One expectation; places are offsets in UTF-16 units. */
    record Step(int line, int start, int end, boolean passed, String expected, String actual, String message) {}

    static Told of(String text) {
        Drafting drafting = Drafting.of("the text", text);
        return drafting instanceof Drafting.Draft draft
                ? new Told(stories(draft.agreement()), "")
                : new Told(List.of(), ((Drafting.Faulty) drafting).message());
    }

    /** How many of them came out as expected. */
    long passed() {
        return scenarios.stream().filter(Story::passed).count();
    }

    private static List<Story> stories(Agreement agreement) {
        List<ScenarioResult> results = ScenarioRunner.run(agreement);
        return IntStream.range(0, results.size())
                .mapToObj(i -> story(agreement.scenarios().get(i), results.get(i)))
                .toList();
    }

    private static Story story(Scenario scenario, ScenarioResult result) {
        return new Story(
                scenario.name(),
                scenario.at().line(),
                scenario.at().start(),
                result.passed(),
                result.steps().stream().map(Told::step).toList());
    }

    private static Step step(StepResult step) {
        return new Step(
                step.at().line(),
                step.at().start(),
                step.at().end(),
                step.passed(),
                step.expected(),
                step.actual(),
                step.message());
    }
}

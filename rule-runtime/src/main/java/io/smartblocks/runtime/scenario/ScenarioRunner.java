package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.ArrayList;
import java.util.List;

/** Runs the scenarios of an agreement: gives what they give, settles what they settle, compares what they expect. */
public final class ScenarioRunner {

    private final Agreement agreement;
    private final SettlementEngine engine;

    private ScenarioRunner(Agreement agreement, SettlementEngine engine) {
        this.agreement = agreement;
        this.engine = engine;
    }

    /** The results of all scenarios, in the order of the text. */
    public static List<ScenarioResult> run(Agreement agreement) {
        return run(agreement, new SettlementEngine());
    }

    /** The same with an engine that is kept. */
    public static List<ScenarioResult> run(Agreement agreement, SettlementEngine engine) {
        ScenarioRunner runner = new ScenarioRunner(agreement, engine);
        return agreement.scenarios().stream().map(runner::run).toList();
    }

    private ScenarioResult run(Scenario scenario) {
        Story story = new Story(agreement, engine);
        scenario.after().ifPresent(name -> play(story, before(find(name))));
        return new ScenarioResult(scenario.name(), play(story, steps(scenario)));
    }

    private List<StepResult> play(Story story, List<Step> steps) {
        List<StepResult> results = new ArrayList<>();
        for (Step step : steps) {
            story.play(step).ifPresent(results::add);
        }
        return results;
    }

    /** All that happens in a scenario and in those it goes on from, without their expectations. */
    private List<Step> before(Scenario scenario) {
        List<Step> steps = new ArrayList<>();
        scenario.after().ifPresent(name -> steps.addAll(before(find(name))));
        steps.addAll(told(steps(scenario)));
        return steps;
    }

    /** A scenario's own steps after those it inherits: givens, then its own givens, then the inherited settles. */
    private List<Step> steps(Scenario scenario) {
        if (scenario.like().isEmpty()) {
            return scenario.steps();
        }
        List<Step> steps = new ArrayList<>(before(find(scenario.like().get())));
        int firstSettle = (int) steps.stream()
                .takeWhile(step -> !(step instanceof Scenario.Settle))
                .count();
        List<Step> givens = scenario.steps().stream()
                .takeWhile(step -> !(step instanceof Scenario.Settle))
                .filter(ScenarioRunner::isFact)
                .toList();
        steps.addAll(firstSettle, givens);
        scenario.steps().stream().filter(step -> !givens.contains(step)).forEach(steps::add);
        return steps;
    }

    private static List<Step> told(List<Step> steps) {
        return steps.stream()
                .filter(step -> step instanceof Scenario.Settle || step instanceof Scenario.GivenEvent || isFact(step))
                .toList();
    }

    private static boolean isFact(Step step) {
        return step instanceof Scenario.GivenValue
                || step instanceof Scenario.GivenSeries
                || step instanceof Scenario.GivenTotal
                || step instanceof Scenario.GivenEach
                || step instanceof Scenario.GivenGap
                || step instanceof Scenario.GivenPrevious;
    }

    private Scenario find(String name) {
        return agreement.scenarios().stream()
                .filter(scenario -> scenario.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the agreement has no scenario \"" + name + "\""));
    }
}

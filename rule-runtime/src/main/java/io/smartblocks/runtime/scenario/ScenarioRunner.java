package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.ArrayList;
import java.util.List;

/** Runs the scenarios of an agreement: gives what they give, settles what they settle, compares what they expect. */
public final class ScenarioRunner {

    private final Timeline timeline;
    private final SettlementEngine engine;
    private final Branches branches;

    private ScenarioRunner(Timeline timeline, SettlementEngine engine) {
        this.timeline = timeline;
        this.engine = engine;
        this.branches = new Branches(timeline.latest());
    }

    /** The results of all scenarios, in the order of the text. */
    public static List<ScenarioResult> run(Agreement agreement) {
        return run(agreement, new SettlementEngine());
    }

    /** The same with an engine that is kept. */
    public static List<ScenarioResult> run(Agreement agreement, SettlementEngine engine) {
        return report(agreement, engine).results();
    }

    /** The results of the last version's scenarios, each period settled by the version that it follows. */
    public static List<ScenarioResult> run(Timeline timeline, SettlementEngine engine) {
        return report(timeline, engine).results();
    }

    /** The results of all scenarios, and which ways of the agreement they went. */
    public static ScenarioReport report(Agreement agreement, SettlementEngine engine) {
        return report(Timeline.of(agreement), engine);
    }

    /** The same over several versions. */
    public static ScenarioReport report(Timeline timeline, SettlementEngine engine) {
        ScenarioRunner runner = new ScenarioRunner(timeline, engine);
        List<ScenarioResult> results =
                timeline.latest().scenarios().stream().map(runner::run).toList();
        return new ScenarioReport(results, runner.branches.coverage());
    }

    private ScenarioResult run(Scenario scenario) {
        Telling telling = Telling.of(timeline.latest(), scenario);
        Story story = new Story(timeline, new Watched(engine, branches));
        telling.before().forEach(story::play);
        List<StepResult> results = new ArrayList<>();
        telling.own().forEach(step -> story.play(step).ifPresent(results::add));
        return new ScenarioResult(scenario.name(), results);
    }
}

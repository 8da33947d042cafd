package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.amendment.Timeline;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the scenarios of an agreement settle, each as its case with what came of it. */
public final class SettledCases {

    private SettledCases() {}

    /** A settled case of a scenario. */
    public record Settled(String scenario, Case of, Statement statement) {
        @Override
        public String toString() {
            return scenario + ", " + of.period().name() + " from " + of.period().from();
        }
    }

    /** All that is settled at the end of a period, as it stands when its scenario ends. */
    public static List<Settled> of(Agreement agreement, SettlementEngine engine) {
        List<Settled> settled = new ArrayList<>();
        for (Scenario scenario : agreement.scenarios()) {
            Story story = new Story(Timeline.of(agreement), new Watched(engine, new Branches(agreement)));
            Telling telling = Telling.of(agreement, scenario);
            telling.before().forEach(story::play);
            telling.own().forEach(story::play);
            for (Chapter chapter : story.told().chapters()) {
                if (chapter.outcome() instanceof Outcome.Settled outcome) {
                    settled.add(new Settled(
                            scenario.name(),
                            chapter.settled(),
                            outcome.settlement().statement()));
                }
            }
        }
        return settled;
    }
}

package io.smartblocks.runtime.rules;

import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;

/** Tells each settling which rules fired for it. */
final class FiringTrace extends DefaultAgendaEventListener {

    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        Stratum stratum = (Stratum) event.getMatch().getObjects().get(0);
        stratum.getSettling().fired(event.getMatch().getRule().getName());
    }
}

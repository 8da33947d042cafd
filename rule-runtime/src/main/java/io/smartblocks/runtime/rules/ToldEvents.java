package io.smartblocks.runtime.rules;

import io.smartblocks.runtime.evidence.ReportedEvent;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The events behind the payments of one decision in words: each event is told once, and so is each list of them. */
final class ToldEvents {

    private final Ground ground;
    private final Map<ReportedEvent, Reasons.Happened> events = new IdentityHashMap<>(0);
    private final Map<Looks, List<Reasons.Happened>> lists = new IdentityHashMap<>(0);

    ToldEvents(Ground ground) {
        this.ground = ground;
    }

    /** Those that a sentence sees; the same list for sentences that look alike. */
    List<Reasons.Happened> seenBy(Looks looks) {
        if (looks.events().isEmpty()) {
            return List.of();
        }
        List<Reasons.Happened> known = lists.get(looks);
        if (known == null) {
            known = new Behind(ground, looks).events().stream().map(this::told).toList();
            lists.put(looks, known);
        }
        return known;
    }

    private Reasons.Happened told(Behind.Happened it) {
        Reasons.Happened known = events.get(it.reported());
        if (known == null || !known.event().equals(it.event().name())) {
            known = Reasons.Happened.of(
                    it.event(), it.reported(), ground.calendar().zone());
            events.put(it.reported(), known);
        }
        return known;
    }
}

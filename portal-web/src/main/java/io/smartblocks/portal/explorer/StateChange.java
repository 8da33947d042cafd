package io.smartblocks.portal.explorer;

import io.smartblocks.portal.explorer.Said.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One field in which a version differs from the one before; what was not there before, or is not there now, is empty. */
record StateChange(String field, String before, String now) {

    /** Names a field among those of the same name. */
    private record Place(String field, int number) {}

    static List<StateChange> between(List<Pair> before, List<Pair> now) {
        Map<Place, String> old = placed(before);
        Map<Place, String> recent = placed(now);
        List<StateChange> changes = new ArrayList<>();
        recent.forEach((place, words) -> {
            String was = old.getOrDefault(place, "");
            if (!was.equals(words)) {
                changes.add(new StateChange(place.field(), was, words));
            }
        });
        old.forEach((place, words) -> {
            if (!recent.containsKey(place)) {
                changes.add(new StateChange(place.field(), words, ""));
            }
        });
        return changes;
    }

    private static Map<Place, String> placed(List<Pair> pairs) {
        Map<Place, String> placed = new LinkedHashMap<>();
        for (Pair pair : pairs) {
            int number = 0;
            while (placed.containsKey(new Place(pair.key(), number))) {
                number++;
            }
            placed.put(new Place(pair.key(), number), pair.words());
        }
        return placed;
    }
}

package io.smartblocks.portal.cli;

import io.smartblocks.dsl.diagnostic.Nearest;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/** Says that what was typed is not known: with the known name nearest to it, else with all there are. */
final class Known {

    private static final int MOST_LISTED = 12;

    private Known() {}

    /**
     * The refusal of a name.
     *
     * @param where what should know it, such as {@code The ledger}
     * @param kind what it names, such as {@code agreement}
     */
    static InputRefused not(String where, String kind, String typed, Collection<String> known) {
        return new InputRefused("%s has no %s '%s'; %s".formatted(where, kind, typed, instead(typed, known)));
    }

    private static String instead(String typed, Collection<String> known) {
        if (known.isEmpty()) {
            return "it has none.";
        }
        Optional<String> nearest = Nearest.to(typed, known);
        if (nearest.isPresent()) {
            return "did you mean '%s'?".formatted(nearest.get());
        }
        String listed = String.join(
                ", ", new TreeSet<>(known).stream().limit(MOST_LISTED).toList());
        return known.size() > MOST_LISTED
                ? "it has %d, such as %s.".formatted(known.size(), listed)
                : "it has %s.".formatted(listed);
    }
}

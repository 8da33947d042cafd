package io.smartblocks.portal.explorer;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of states, by the first part of their keys. */
final class StateKinds {

    /** What everybody who has signed in may read, as the transactions that wrote it. */
    static final Set<String> OPEN = Set.of("ledger", "member", "particulars", "site", "meter", "index");

    /** What goes on with a meter. */
    static final Set<String> OF_METER = Set.of("readings", "prediction");

    /** What goes on with an agreement. */
    static final Set<String> OF_AGREEMENT =
            Set.of("agreement", "statement", "settlement", "settled", "verification", "dispute", "payment", "hold");

    static final String REPUTATION = "reputation";
    static final String DOCUMENT = "document";

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("ledger", "ledger"),
            Map.entry("member", "user"),
            Map.entry("particulars", "user"),
            Map.entry("reputation", "user"),
            Map.entry("site", "site"),
            Map.entry("meter", "meter"),
            Map.entry("readings", "meter"),
            Map.entry("prediction", "clock"),
            Map.entry("index", "facts"),
            Map.entry("agreement", "agreement"),
            Map.entry("document", "agreement"),
            Map.entry("statement", "facts"),
            Map.entry("settlement", "settlement"),
            Map.entry("settled", "settlement"),
            Map.entry("verification", "proof"),
            Map.entry("dispute", "warn"),
            Map.entry("payment", "settlement"),
            Map.entry("hold", "pause"));

    private StateKinds() {}

    static List<String> all() {
        return List.copyOf(new TreeSet<>(ICONS.keySet()));
    }

    static boolean isKind(String word) {
        return ICONS.containsKey(word);
    }

    static String icon(String kind) {
        return ICONS.getOrDefault(kind, "state");
    }
}

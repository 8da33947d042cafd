package io.smartblocks.dsl.diff;

import java.util.List;

/** A part of an agreement that is not as it was: the sentences that went and those that came. */
public record Change(Kind kind, Group group, String name, List<String> before, List<String> after) {
    public Change {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** What happened to it. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Other words that mean the same. */
        REWORDED
    }

    /** What kind of part it is, in the order in which a reader asks. */
    public enum Group {
        HEAD("Head"),
        SETTING("Settings"),
        PARTY("Parties"),
        PARAMETER("Parameters"),
        METER("Meters"),
        INDEX("Indexes"),
        EVENT("Events"),
        FACT("Facts"),
        ADJUSTMENT("Adjustments"),
        BASELINE("Baselines"),
        ASSET("Assets"),
        PERIOD("Periods"),
        SEASON("Seasons"),
        TERM("Terms"),
        CLAUSE("Clauses"),
        VAT("VAT"),
        SURVIVAL("After the end"),
        MISSING_READINGS("Missing readings"),
        SCENARIO("Scenarios");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}

package io.smartblocks.dsl.names;

import io.smartblocks.dsl.syntax.Sentence;

/** The words for kinds of things. */
final class Kinds {

    private Kinds() {}

    static String of(Sentence thing) {
        if (thing instanceof Sentence.Party) {
            return "a party";
        }
        if (thing instanceof Sentence.Meter) {
            return "a meter";
        }
        if (thing instanceof Sentence.Index) {
            return "an index";
        }
        if (thing instanceof Sentence.Period) {
            return "a period";
        }
        if (thing instanceof Sentence.Asset) {
            return "an asset";
        }
        if (thing instanceof Sentence.Season) {
            return "a season";
        }
        if (thing instanceof Sentence.Fact) {
            return "a fact";
        }
        if (thing instanceof Sentence.Adjustment) {
            return "an adjustment";
        }
        if (thing instanceof Sentence.Baseline) {
            return "a baseline";
        }
        if (thing instanceof Sentence.Event) {
            return "an event";
        }
        return thing instanceof Sentence.Parameter ? "a parameter" : "a defined term";
    }

    /** How a thing of the expected kind is given its meaning; {@code %s} stands for its name. */
    static String defining(String expected) {
        return switch (expected) {
            case "a party" -> "name it: `party %s is \"…\".`";
            case "a meter" -> "name it: `meter %s reads kWh every 15 minutes from \"…\".`";
            case "an index" -> "name it: `index %s is published in EUR per kWh every 1 month by \"…\".`";
            case "a period", "a period or season" ->
                "name it: `period %s is every 1 month from …, settled … after its end.`";
            case "an asset" -> "name it: `asset %s is counted in certificates.`";
            case "a season" -> "name it: `season %s is 1 November to 31 March.`";
            case "an event" -> "name it: `event %s has Energy in kWh, reported by ….`";
            case "a date" -> "write a day as `1 January 2027`; only in a template may `%s` stand for one";
            default -> "define it: `%s is ….`";
        };
    }
}

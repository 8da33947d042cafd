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
        if (thing instanceof Sentence.Season) {
            return "a season";
        }
        if (thing instanceof Sentence.Fact) {
            return "a fact";
        }
        return thing instanceof Sentence.Parameter ? "a parameter" : "a defined term";
    }
}

package io.smartblocks.runtime.explain;

import java.util.List;
import java.util.Optional;

/**
 * Why one amount is what it is: the sentence, what it asked, the values behind it down to the evidence, and what would
 * have changed it.
 *
 * @param kind {@code line}, {@code duty} or {@code nothing due}
 * @param number the line or duty counted from 1; 0 where nothing is due
 * @param due the day by which all of it is due
 * @param parts what of a line is due on each day, the earliest first
 * @param rules the rules that fired, by their names in the printed rules
 * @param why in one sentence, if nothing is due
 * @param tree the amount and what it follows from
 * @param readings the readings behind it
 * @param margins how far each comparison and limit is from turning
 * @param changes what the amount would be with one input moved
 * @param estimates what it would be if all estimated readings were a tenth lower and higher
 */
public record AmountExplanation(
        String kind,
        int number,
        String clause,
        String title,
        String sentence,
        String payer,
        String payee,
        String description,
        String amount,
        String unit,
        String due,
        List<DuePart> parts,
        List<String> notes,
        List<String> rules,
        String why,
        List<Answer> conditions,
        List<Answer> exceptions,
        Optional<Step> tree,
        List<Step.Readings> readings,
        List<Margin> margins,
        List<Change> changes,
        Optional<Range> estimates) {

    public AmountExplanation {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
        rules = List.copyOf(rules);
        conditions = List.copyOf(conditions);
        exceptions = List.copyOf(exceptions);
        readings = List.copyOf(readings);
        margins = List.copyOf(margins);
        changes = List.copyOf(changes);
    }

    /**
     * A condition with its figures, who asks it, what follows from it, and the answer: yes, no or partly.
     *
     * @param values the figures compared and what they follow from, if the amount has no tree
     */
    public record Answer(String by, String then, String condition, String answer, List<Step> values) {
        public Answer {
            values = List.copyOf(values);
        }
    }

    /** How far a comparison or a limit is from turning, and what it would do then. */
    public record Margin(
            String by, String value, String turnsAt, String distance, String unit, boolean holds, String words) {}

    /** What the amount would be with one input moved. */
    public record Change(String kind, String input, String step, String amount, String difference, String words) {}

    /** The amount between two sets of estimated readings. */
    public record Range(int readings, String lower, String higher, String words) {}
}

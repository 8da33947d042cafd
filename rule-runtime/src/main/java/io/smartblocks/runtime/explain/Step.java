package io.smartblocks.runtime.explain;

import java.time.LocalDate;
import java.util.List;

/**
 * A value and how it follows from those below it.
 *
 * @param how the operation, such as {@code times}; applied to the parts it gives the value
 * @param words the term, or the expression in the words of the language
 * @param value exactly, in its unit: a decimal, or a fraction such as {@code 1/3}
 * @param shown for reading
 * @param sentence the definition, if this is a term
 */
public record Step(
        String how,
        String words,
        String value,
        String shown,
        String unit,
        String sentence,
        List<AmountExplanation.Answer> asked,
        List<String> taken,
        List<Step> parts) {

    public Step {
        asked = List.copyOf(asked);
        taken = List.copyOf(taken);
        parts = List.copyOf(parts);
    }

    /** The readings of a meter over a window of days: how many of each quality, and day by day. */
    public record Readings(
            String meter,
            String unit,
            LocalDate from,
            LocalDate to,
            int days,
            int actual,
            int estimated,
            int missing,
            List<String> spans,
            List<String> stands,
            String dayFigure,
            List<Day> byDay) {
        public Readings {
            spans = List.copyOf(spans);
            stands = List.copyOf(stands);
            byDay = List.copyOf(byDay);
        }
    }

    /** One day's readings, or one reading of several days: their total or average, and how many of each quality. */
    public record Day(LocalDate day, String figure, int actual, int estimated, int missing) {

        /** The worst quality of the day: actual, estimated or missing. */
        public String quality() {
            return missing > 0 ? "missing" : estimated > 0 ? "estimated" : "actual";
        }
    }
}

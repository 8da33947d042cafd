package io.smartblocks.portal.energy;

import io.smartblocks.portal.energy.series.Course;
import io.smartblocks.portal.energy.series.Span;
import java.util.List;

/**
 * The curves of a meter as its page tells them: sentences, and a table that the chart is drawn from.
 *
 * @param name what the curves show, such as a month
 * @param sentences how much is known, how good the prediction was, where the baseline comes from
 * @param step what a row stands for, as templates name it
 * @param clock what is to be known of a day on which clocks change; empty on others
 */
record CourseView(
        Course course,
        String name,
        List<String> sentences,
        String step,
        List<Row> rows,
        String total,
        String totalPredicted,
        String totalBaseline,
        String clock) {

    /**
     * One row.
     *
     * @param label what it is about, with the link to a finer view where there is one
     * @param actual the value as shown, and exactly for the chart
     * @param note what is worth knowing of its readings beside its state
     */
    record Row(
            String label,
            String mark,
            String link,
            String state,
            Chip chip,
            Figure actual,
            Figure predicted,
            Figure margin,
            Figure baseline,
            String off,
            Revision revision,
            String transaction) {}

    /** How it is marked: colour, icon and words. */
    record Chip(String mood, String icon, String words) {}

    /** A figure as a reader and as a program sees it; both empty where there is none. */
    record Figure(String shown, String exact) {
        static final Figure NONE = new Figure("", "");

        public boolean isThere() {
            return !exact.isEmpty();
        }
    }

    /** That the readings of a day were filled or corrected after they were first recorded; empty words where not. */
    record Revision(String words, String reason, String link) {
        static final Revision NONE = new Revision("", "", "");
    }

    public boolean predicted() {
        return course.hasPrediction();
    }

    public boolean margined() {
        return course.hasMargin();
    }

    public boolean hasBaseline() {
        return course.hasBaseline();
    }

    public boolean summed() {
        return course.summed();
    }

    public String unit() {
        return course.meter().unit();
    }

    /** Whether rows lie within a day, so that all of them stand in one transaction. */
    public boolean withinDay() {
        return course.step() == Span.Step.READING || course.step() == Span.Step.HOUR;
    }
}

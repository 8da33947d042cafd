package io.smartblocks.portal.energy.site;

import java.util.List;
import java.util.Optional;

/**
 * What an agreement saved in a contract year, against what it guarantees, as a card tells it.
 *
 * @param sentence what was saved, of what, since when
 * @param bar the parts of the bar, in 640ths; empty where nothing is guaranteed
 * @param facts figures below the bar
 * @param how how the outlook is made, or why there is none
 * @param from the first day of the contract year, as a program reads it
 * @param end how the year may end; empty where nobody can say
 */
record Goal(
        String id,
        String title,
        String link,
        String saved,
        String sentence,
        List<Part> bar,
        String barWords,
        String left,
        String right,
        List<Fact> facts,
        String how,
        String from,
        List<Row> rows,
        Optional<End> end) {

    /** Whether there is more to draw than what was saved. */
    public boolean drawn() {
        return end.isPresent() || rows.stream().anyMatch(row -> !row.guaranteed.isEmpty());
    }

    /** A part of the bar: its class, where it begins and how long it is. */
    record Part(String kind, String x, String width) {}

    /** A label and its figure. */
    record Fact(String label, String words) {}

    /** A figure as it is read, and as a program reads it. */
    record Figure(String shown, String exact) {}

    /** The last day of the year, with what will have been saved by then, from the least to the most, and guaranteed. */
    record End(String name, String until, Figure likely, Figure least, Figure most, Optional<Figure> guaranteed) {}

    /** A settled period, with its last day and what was saved and guaranteed up to it. */
    record Row(
            String name,
            String until,
            String saved,
            String baseline,
            String share,
            String toDate,
            String toDateExact,
            String guaranteed,
            String guaranteedExact,
            String link) {}
}

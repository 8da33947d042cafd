package io.smartblocks.portal.energy.site;

import java.util.List;

/**
 * What an agreement saved in a contract year, against what it guarantees, as a card tells it.
 *
 * @param sentence what was saved, of what, since when
 * @param bar the parts of the bar, in 640ths; empty where nothing is guaranteed
 * @param facts figures below the bar
 * @param how how the outlook is made, or why there is none
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
        List<Row> rows) {

    /** A part of the bar: its class, where it begins and how long it is. */
    record Part(String kind, String x, String width) {}

    /** A label and its figure. */
    record Fact(String label, String words) {}

    /** A settled period, with what was saved and guaranteed up to its end. */
    record Row(
            String name,
            String saved,
            String baseline,
            String share,
            String toDate,
            String toDateExact,
            String guaranteed,
            String guaranteedExact,
            String link) {}
}

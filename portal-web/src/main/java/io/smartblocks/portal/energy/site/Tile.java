package io.smartblocks.portal.energy.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure with its period, formula and what it rests on.
 *
 * @param key which figure it is, such as {@code used}
 * @param value the figure; empty where it is not known
 * @param figure as shown; empty where it is not known
 * @param mood the colour of the change, or none
 * @param change what changed, in words
 * @param spark the points of a small line, or none
 * @param formula how it is computed, with what it is computed from
 * @param sources the meters and statements behind it
 * @param missing what is not known; empty where all is
 * @param mend how to give it
 */
record Tile(
        String key,
        Optional<BigDecimal> value,
        String name,
        String period,
        String figure,
        String unit,
        String mood,
        String icon,
        String change,
        String spark,
        String formula,
        List<Source> sources,
        String missing,
        String mend) {

    /** A page on which what stands behind a figure leads to its transactions. */
    record Source(String words, String link) {}

    public boolean known() {
        return !figure.isEmpty();
    }
}

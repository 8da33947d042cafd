package io.smartblocks.runtime.baseline.fitting;

import java.util.List;

/**
 * The best curve, how well it explains the rows, and how many curves were compared.
 *
 * @param alike curves that explain the rows just as well, so that the rows cannot tell their balance points apart
 */
public record Fitted(Curve curve, Metrics metrics, int tried, int qualified, List<Curve> alike) {
    public Fitted {
        alike = List.copyOf(alike);
    }
}

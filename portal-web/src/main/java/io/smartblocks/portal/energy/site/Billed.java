package io.smartblocks.portal.energy.site;

import io.smartblocks.portal.energy.agreed.SavingsTerms.Saved;
import io.smartblocks.portal.energy.agreed.SettledFigures;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A settled period of an agreement of a place.
 *
 * @param title of the agreement
 * @param saved what it saved; empty where the agreement measures no savings
 * @param paid what the owner of the place pays less what it receives, by currency
 */
record Billed(String title, SettledFigures figures, Optional<Saved> saved, Map<String, BigDecimal> paid) {

    Billed {
        paid = Map.copyOf(paid);
    }
}

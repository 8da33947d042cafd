package io.smartblocks.portal.energy.site;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A site or building in a list.
 *
 * @param area in m²
 * @param systems how many operators read its meters
 * @param used in kWh, over the period of the list
 * @param saved in kWh, as settled over the same period
 */
public record SiteRow(
        String id,
        String name,
        boolean building,
        Optional<BigDecimal> area,
        int buildings,
        int meters,
        long systems,
        Optional<BigDecimal> used,
        Optional<BigDecimal> saved,
        Optional<BigDecimal> peak,
        int missing,
        int estimated) {

    public String areaPlain() {
        return area.map(BigDecimal::toPlainString).orElse("");
    }
}

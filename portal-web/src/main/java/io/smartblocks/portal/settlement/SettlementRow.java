package io.smartblocks.portal.settlement;

import java.util.List;

/** A settled or held period as a table shows it. */
public record SettlementRow(
        String link,
        String period,
        String agreement,
        String title,
        List<String> who,
        List<Sum> amounts,
        String mood,
        String icon,
        String state,
        String due,
        String proof,
        String block) {

    /** An amount of money. */
    public record Sum(String figure, String currency) {}
}

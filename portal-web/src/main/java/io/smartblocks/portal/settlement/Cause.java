package io.smartblocks.portal.settlement;

import java.math.BigDecimal;

/**
 * What led to one line of a settlement: the clause, its signed sentence, and the rule that was made from it.
 *
 * @param title the clause's own; empty where the clause has none
 * @param clauseLink where the clause stands in the text that was signed
 * @param sentence the one that brought the line about, as it was signed; empty where its place is not known
 * @param rule the name of the rule that was made of that sentence; the page behind the link names those of its terms too
 * @param link where all that led to the line is explained
 */
public record Cause(
        String clause,
        String title,
        String clauseLink,
        String sentence,
        String description,
        String rule,
        BigDecimal net,
        String currency,
        String link) {}

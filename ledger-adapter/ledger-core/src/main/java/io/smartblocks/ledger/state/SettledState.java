package io.smartblocks.ledger.state;

import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The newest settlement of a period without its statement, so that nobody reads whole statements to decide; stands under
 * {@code settled/<agreement>/<period>/<from>}.
 *
 * @param newest the newest settlement of the period
 * @param version the version of the agreement that it was made under
 * @param to the local day after the last
 * @param committedAt the time of its block
 * @param summary what is payable now, and the powers that it grants
 */
public record SettledState(
        SettlementId newest, String version, LocalDate to, Instant committedAt, StatementSummary summary)
        implements State {}

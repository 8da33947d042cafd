package io.smartblocks.ledger.transaction;

import java.time.LocalDate;

/**
 * Which settlement is meant.
 *
 * @param agreement the agreement's id
 * @param period the name of the period's term
 * @param from the period's first local day
 * @param revision 0 at first, then one more with each re-settlement
 */
public record SettlementId(AgreementId agreement, String period, LocalDate from, int revision) {}

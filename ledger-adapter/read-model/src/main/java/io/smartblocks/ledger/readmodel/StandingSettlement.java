package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.transaction.SettlementId;
import java.time.LocalDate;

/**
 * The latest revision of a period's settlement, without its statement.
 *
 * @param to the local day after the period's last
 * @param asOfBlock the last block that it could know
 */
public record StandingSettlement(SettlementId id, LocalDate to, long asOfBlock) {}

package io.smartblocks.portal.energy.agreed;

import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.settlement.BaselineUsed;

/**
 * The baseline of a meter as the newest statement under an agreement fitted it.
 *
 * @param title of the agreement
 * @param temperature the meter whose temperatures it depends on
 */
public record MeterBaseline(SettlementId settlement, String title, BaselineUsed fit, MeterId temperature) {}

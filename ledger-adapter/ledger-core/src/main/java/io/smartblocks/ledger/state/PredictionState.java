package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.PredictionPage;

/**
 * What one meter is expected to read on one local day; stands under {@code prediction/<meter>/<day>}.
 *
 * @param page the prediction as it now holds
 * @param recordedBy the member that signed the latest one
 * @param revision 0 at first, then one more with each later prediction
 */
public record PredictionState(PredictionPage page, MemberId recordedBy, int revision) implements State {}

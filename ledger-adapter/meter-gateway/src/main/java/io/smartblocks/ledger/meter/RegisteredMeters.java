package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.transaction.MeterId;
import java.util.Optional;

/** The meters that stand on the ledger. */
@FunctionalInterface
public interface RegisteredMeters {

    Optional<RegisteredMeter> find(MeterId id);
}

package io.smartblocks.ledger.meter.validation;

import io.smartblocks.ledger.transaction.ReadingsPage;
import java.time.LocalDate;
import java.util.Optional;

/** The readings of one meter that stand already, by local day. */
@FunctionalInterface
public interface History {

    /** Nothing stands. */
    History NONE = day -> Optional.empty();

    Optional<ReadingsPage> on(LocalDate day);
}

package io.smartblocks.portal;

import io.smartblocks.ledger.outbox.Outbox;
import java.util.Optional;

/** Whoever keeps the outbox of this portal open; nobody else can open it meanwhile. */
public interface HeldOutbox {

    /** The outbox; empty while it is not open. */
    Optional<Outbox> outbox();
}

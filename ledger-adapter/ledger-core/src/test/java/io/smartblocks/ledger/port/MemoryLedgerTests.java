package io.smartblocks.ledger.port;

import java.time.Clock;
import java.time.ZoneOffset;

class MemoryLedgerTests extends LedgerContract {

    private final MemoryLedger ledger = new MemoryLedger(Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR);

    @Override
    protected Ledger open() {
        return ledger.opened();
    }
}

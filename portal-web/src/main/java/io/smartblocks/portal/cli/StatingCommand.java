package io.smartblocks.portal.cli;

import io.smartblocks.ledger.port.Ledger;
import java.time.Clock;

/** A command that states something with the key that the ledger names for the signer. */
abstract class StatingCommand extends SigningCommand {

    @Override
    final String state(Ledger ledger, OpenedKeys keys, Clock clock) {
        return state(statement(ledger, keys.signer(ledger), clock));
    }

    /** States it, and says what stands now. */
    abstract String state(LedgerStatement statement);
}

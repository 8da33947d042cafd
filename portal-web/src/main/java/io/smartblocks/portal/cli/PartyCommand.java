package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.Payload;
import java.util.List;

/** A command by which a party states something about an agreement, and is told what stands there then. */
abstract class PartyCommand extends StatingCommand {

    @Override
    final String state(LedgerStatement statement) {
        List<? extends Payload> payloads = LedgerStatement.typed(() -> payloads(statement.view()));
        if (payloads.isEmpty()) {
            return done(statement.view());
        }
        long block = statement.make(payloads.toArray(Payload[]::new));
        return "Block %d: %s".formatted(block, done(statement.view()));
    }

    /** What is stated, all of it or none; nothing where all of it stands already. */
    abstract List<? extends Payload> payloads(StateView ledger);

    /** What stands now, in words without a full stop. */
    abstract String done(StateView ledger);
}

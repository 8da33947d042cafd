package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.StatementAction.Happening;
import picocli.CommandLine.Command;

/** {@code duty breached}: states that a duty was breached. */
@Command(name = "breached", description = "State that a duty that is owed to your party was not performed.")
final class DutyBreachedCommand extends DutyStatingCommand {

    @Override
    Happening happening() {
        return Happening.BREACHED;
    }
}

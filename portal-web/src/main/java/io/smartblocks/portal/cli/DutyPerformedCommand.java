package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.StatementAction.Happening;
import picocli.CommandLine.Command;

/** {@code duty performed}: states that a duty was performed. */
@Command(name = "performed", description = "State that a duty of your party was performed; its creditors confirm it.")
final class DutyPerformedCommand extends DutyStatingCommand {

    @Override
    Happening happening() {
        return Happening.PERFORMED;
    }
}

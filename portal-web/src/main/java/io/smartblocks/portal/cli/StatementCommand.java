package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code statement}: what parties stated. */
@Command(
        name = "statement",
        description = "List what parties stated, and take back what yours did.",
        subcommands = {StatementListCommand.class, StatementRetractCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class StatementCommand extends CommandGroup {}

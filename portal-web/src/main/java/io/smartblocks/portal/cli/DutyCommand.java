package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code duty}: what became of duties. */
@Command(
        name = "duty",
        description = "State that duties were performed or breached, and confirm it.",
        subcommands = {DutyPerformedCommand.class, DutyBreachedCommand.class, DutyConfirmCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class DutyCommand extends CommandGroup {}

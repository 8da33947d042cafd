package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code event}: what happened at an instant. */
@Command(
        name = "event",
        description = "Report what happened.",
        subcommands = {EventReportCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class EventCommand extends CommandGroup {}

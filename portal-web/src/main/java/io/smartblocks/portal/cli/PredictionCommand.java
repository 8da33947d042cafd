package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code prediction}: what meters are expected to read. */
@Command(
        name = "prediction",
        description = "State what meters are expected to read.",
        subcommands = PredictionRecordCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class PredictionCommand extends CommandGroup {}

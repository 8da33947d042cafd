package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code baseline}: what a building would have used without the measures. */
@Command(
        name = "baseline",
        description = "Fit a baseline to readings and temperatures in files.",
        subcommands = BaselineFitCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class BaselineCommand extends CommandGroup {}

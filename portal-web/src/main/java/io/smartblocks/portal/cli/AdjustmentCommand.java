package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code adjustment}: non-routine adjustments. */
@Command(
        name = "adjustment",
        description = "State non-routine adjustments, and confirm those of others.",
        subcommands = {AdjustmentStateCommand.class, AdjustmentConfirmCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class AdjustmentCommand extends CommandGroup {}

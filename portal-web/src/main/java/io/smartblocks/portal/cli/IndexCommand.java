package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code index}: prices and rates that somebody publishes. */
@Command(
        name = "index",
        description = "Publish prices and rates that agreements refer to.",
        subcommands = {IndexRegisterCommand.class, IndexPublishCommand.class, IndexCorrectCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class IndexCommand extends CommandGroup {}

package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code fact}: the values of facts. */
@Command(
        name = "fact",
        description = "State the values of facts, and confirm those of others.",
        subcommands = {FactStateCommand.class, FactConfirmCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class FactCommand extends CommandGroup {}

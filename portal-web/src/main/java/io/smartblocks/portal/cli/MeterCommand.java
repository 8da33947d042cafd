package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code meter}: what meters read. */
@Command(
        name = "meter",
        description = "Bring meter readings to the ledger.",
        subcommands = MeterImportCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class MeterCommand extends CommandGroup {}

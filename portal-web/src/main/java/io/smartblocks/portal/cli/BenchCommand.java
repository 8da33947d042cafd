package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code bench}: measures this machine. */
@Command(
        name = "bench",
        description = "Measure settlements and blocks a second on this machine.",
        subcommands = {BenchSettleCommand.class, BenchLedgerCommand.class, BenchSweepCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand extends CommandGroup {}

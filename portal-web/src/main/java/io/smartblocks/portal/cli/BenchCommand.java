package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code bench}: measures this machine. */
@Command(
        name = "bench",
        description = "Measure settlements, blocks and pages a second on this machine.",
        subcommands = {
            BenchSettleCommand.class,
            BenchLedgerCommand.class,
            BenchSweepCommand.class,
            BenchPortalCommand.class,
            BenchFabricCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand extends CommandGroup {}

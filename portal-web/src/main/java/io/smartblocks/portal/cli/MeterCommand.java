package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code meter}: what meters read. */
@Command(
        name = "meter",
        description = "Tell the ledger of meters and bring their readings to it.",
        subcommands = {
            MeterListCommand.class,
            MeterShowCommand.class,
            MeterRegisterCommand.class,
            MeterMoveCommand.class,
            MeterPredictorCommand.class,
            MeterRetireCommand.class,
            MeterImportCommand.class,
            MeterForwardCommand.class,
            OutboxCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class MeterCommand extends CommandGroup {}

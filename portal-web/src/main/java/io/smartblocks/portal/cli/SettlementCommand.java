package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code settlement}: what becomes of settled periods. */
@Command(
        name = "settlement",
        description = "Show and explain settlements, dispute them, and state what was paid.",
        subcommands = {
            SettlementListCommand.class,
            SettlementShowCommand.class,
            SettlementDocumentCommand.class,
            SettlementExplainCommand.class,
            SettlementDisputeCommand.class,
            SettlementResolveCommand.class,
            SettlementPaidCommand.class,
            SettlementUnpaidCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class SettlementCommand extends CommandGroup {}

package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code invoice}: electronic invoices, whoever made them. */
@Command(
        name = "invoice",
        description = "Check electronic invoices; 'settlement document' makes them.",
        subcommands = InvoiceCheckCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class InvoiceCommand extends CommandGroup {}

package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code ledger}: looks at a ledger from outside. */
@Command(
        name = "ledger",
        description = "Check a ledger, list its blocks, prove what stands in it, copy it and restore it.",
        subcommands = {
            LedgerStatusCommand.class,
            LedgerVerifyCommand.class,
            LedgerBlocksCommand.class,
            LedgerProofCommand.class,
            LedgerHeadersCommand.class,
            LedgerCheckProofCommand.class,
            LedgerBackupCommand.class,
            LedgerRestoreCommand.class,
            LedgerExportCommand.class,
            LedgerImportCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class LedgerCommand extends CommandGroup {}

package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code ledger}: looks at a ledger from outside. */
@Command(
        name = "ledger",
        description = "Check a ledger and list its blocks.",
        subcommands = {LedgerVerifyCommand.class, LedgerBlocksCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class LedgerCommand extends CommandGroup {}

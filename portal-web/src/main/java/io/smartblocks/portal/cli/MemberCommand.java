package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code member}: who may state what on the ledger. */
@Command(
        name = "member",
        description = "Admit members to the ledger.",
        subcommands = MemberRegisterCommand.class,
        synopsisSubcommandLabel = "COMMAND")
final class MemberCommand extends CommandGroup {}

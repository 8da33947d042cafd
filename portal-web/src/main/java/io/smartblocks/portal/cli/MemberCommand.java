package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code member}: who may state what on the ledger. */
@Command(
        name = "member",
        description = "Who belongs to the ledger, what each may do and how it keeps its agreements.",
        subcommands = {
            MemberListCommand.class,
            MemberShowCommand.class,
            MemberApplyCommand.class,
            MemberApproveCommand.class,
            MemberRejectCommand.class,
            MemberRegisterCommand.class,
            MemberGrantCommand.class,
            MemberSuspendCommand.class,
            MemberReadmitCommand.class,
            MemberRotateKeyCommand.class,
            MemberRateCommand.class,
            MemberParticularsCommand.class,
            MemberBindCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class MemberCommand extends CommandGroup {}

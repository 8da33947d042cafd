package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code agreement}: from a text to an agreement in force, and on to its end. */
@Command(
        name = "agreement",
        description = "Propose agreements, sign them, and take them through their life.",
        subcommands = {
            AgreementListCommand.class,
            AgreementShowCommand.class,
            AgreementProposeCommand.class,
            AgreementSignCommand.class,
            AgreementActivateCommand.class,
            AgreementWithdrawCommand.class,
            AgreementSuspendCommand.class,
            AgreementResumeCommand.class,
            AgreementTerminateCommand.class,
            AgreementRevokeTerminationCommand.class,
            AgreementCloseCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class AgreementCommand extends CommandGroup {}

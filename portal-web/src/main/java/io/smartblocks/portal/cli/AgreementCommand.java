package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code agreement}: from a text to an agreement in force. */
@Command(
        name = "agreement",
        description = "Propose agreements and sign them.",
        subcommands = {AgreementProposeCommand.class, AgreementSignCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class AgreementCommand extends CommandGroup {}

package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code key}: the key stores with which members sign. */
@Command(
        name = "key",
        description = "Make and look at the key stores with which members sign.",
        subcommands = {KeyNewCommand.class, KeyShowCommand.class, KeyPasswordCommand.class, KeyCertificateCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
final class KeyCommand extends CommandGroup {}

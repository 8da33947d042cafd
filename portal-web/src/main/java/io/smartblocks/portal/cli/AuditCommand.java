package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code audit}: who did what in the portal. */
@Command(
        name = "audit",
        description = "The portal's audit log: who did what, when and from where, as a chain of hashes.",
        subcommands = {AuditVerifyCommand.class, AuditExportCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class AuditCommand extends CommandGroup {}

package io.smartblocks.portal.cli;

import picocli.CommandLine.Command;

/** {@code site}: buildings and sites. */
@Command(
        name = "site",
        description = "Tell the ledger of buildings and sites, to which meters belong.",
        subcommands = {SiteListCommand.class, SiteRegisterCommand.class, SiteChangeCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class SiteCommand extends CommandGroup {}

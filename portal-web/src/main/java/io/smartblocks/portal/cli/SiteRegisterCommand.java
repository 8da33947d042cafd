package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import io.smartblocks.ledger.transaction.SiteId;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code site register}: tells the ledger of a building or site. */
@Command(
        name = "register",
        description = {
            "Tell the ledger of a building or site.",
            "Meters belong to it that name it by its id, or by words which in lower case with hyphens are its id."
        })
final class SiteRegisterCommand extends StatingCommand {

    @Parameters(paramLabel = "ID", description = "The site's id, such as north-campus.")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "What people call it.")
    private String name = "";

    @Mixin
    private ZoneOption zone = new ZoneOption();

    @Option(
            names = "--owner",
            paramLabel = "MEMBER",
            description = "Who owns it; the signer's organisation if left out.")
    private Optional<String> owner = Optional.empty();

    @Mixin
    private SiteOptions more = new SiteOptions();

    @Override
    String state(LedgerStatement statement) {
        SiteId site = Sites.id(id);
        ZoneId days = zone.id();
        MemberId of = owner.map(LedgerStatement::member).orElseGet(statement::organisation);
        long block = statement.make(
                new RegisterSite(site, of, name, days, more.country(), more.floorArea(), more.address()));
        return "Site %s of %s stands in block %d.".formatted(site, of, block);
    }
}

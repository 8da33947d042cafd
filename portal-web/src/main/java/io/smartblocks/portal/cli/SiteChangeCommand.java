package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.SiteAction.ChangeSite;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code site change}: states anew what has changed of a site. */
@Command(
        name = "change",
        description = "State what has changed of a site; what is not named stays as it is."
                + " Only a registrar names another owner.")
final class SiteChangeCommand extends StatingCommand {

    @Parameters(paramLabel = "ID", description = "The site's id.")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What people call it.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone of its days.")
    private Optional<String> zone = Optional.empty();

    @Option(names = "--owner", paramLabel = "MEMBER", description = "Who owns it now.")
    private Optional<String> owner = Optional.empty();

    @Mixin
    private SiteOptions more = new SiteOptions();

    @Option(
            names = "--without",
            paramLabel = "WHAT",
            split = ",",
            description = "What is no longer stated: ${COMPLETION-CANDIDATES}.")
    private List<Left> without = List.of();

    private enum Left {
        COUNTRY,
        FLOOR_AREA,
        ADDRESS;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    String state(LedgerStatement statement) {
        SiteState before = Sites.required(Sites.id(id), statement.view());
        MemberId of = owner.map(LedgerStatement::member).orElse(before.owner());
        ZoneId days = zone.map(Zones::of).orElse(before.zone());
        long block = statement.make(new ChangeSite(
                before.site(),
                of,
                name.orElse(before.name()),
                days,
                changed(Left.COUNTRY, more.country(), before.country()),
                changed(Left.FLOOR_AREA, more.floorArea(), before.floorArea()),
                changed(Left.ADDRESS, more.address(), before.address())));
        return "Site %s of %s stands so since block %d.".formatted(before.site(), of, block);
    }

    private <T> Optional<T> changed(Left what, Optional<T> stated, Optional<T> before) {
        if (!without.contains(what)) {
            return stated.or(() -> before);
        }
        stated.ifPresent(value -> {
            throw new InputRefused(
                    "--%1$s states '%2$s' and --without leaves it out; name one of them.".formatted(what, value));
        });
        return Optional.empty();
    }
}

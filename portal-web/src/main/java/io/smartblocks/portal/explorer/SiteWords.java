package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SiteAction;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/** Writes what was registered of a site in words. */
final class SiteWords {

    private SiteWords() {}

    static void add(Fields to, SiteAction action) {
        if (action instanceof SiteAction.RegisterSite site) {
            site(to, site.name(), site.owner(), site.zone(), site.country(), site.floorArea(), site.address());
        } else if (action instanceof SiteAction.ChangeSite site) {
            site(to, site.name(), site.owner(), site.zone(), site.country(), site.floorArea(), site.address());
        }
    }

    static void site(
            Fields to,
            String name,
            MemberId owner,
            ZoneId zone,
            Optional<String> country,
            Optional<BigDecimal> area,
            Optional<String> address) {
        to.add("site", name);
        to.add("owner", to.name(owner));
        to.add("zone", zone.getId());
        country.ifPresent(code -> to.add("country", code));
        area.ifPresent(size -> to.add("area", to.say().plain(size)));
        address.ifPresent(where -> to.add("address", where));
    }
}

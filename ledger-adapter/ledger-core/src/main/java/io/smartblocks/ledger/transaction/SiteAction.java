package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/** Actions of the family {@code site}. */
public sealed interface SiteAction extends Payload {

    @Override
    default String family() {
        return "site";
    }

    /** The site it is about. */
    SiteId site();

    /**
     * A building or site is registered with the organisation that owns it.
     *
     * @param site the site's id
     * @param owner the organisation that owns it
     * @param name what people call it
     * @param zone the time zone of its days
     * @param country the two letters of ISO 3166
     * @param floorArea in square metres
     * @param address where it stands
     */
    record RegisterSite(
            SiteId site,
            MemberId owner,
            String name,
            ZoneId zone,
            Optional<String> country,
            Optional<BigDecimal> floorArea,
            Optional<String> address)
            implements SiteAction {}

    /** What is stated of a site is stated anew, all of it; only the registrar names another owner. */
    record ChangeSite(
            SiteId site,
            MemberId owner,
            String name,
            ZoneId zone,
            Optional<String> country,
            Optional<BigDecimal> floorArea,
            Optional<String> address)
            implements SiteAction {}
}

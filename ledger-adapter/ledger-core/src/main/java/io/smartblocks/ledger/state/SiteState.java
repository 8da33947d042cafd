package io.smartblocks.ledger.state;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.SiteId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A registered site; stands under {@code site/<id>}.
 *
 * @param site the site's id
 * @param owner the organisation that owns it
 * @param name what people call it
 * @param zone the time zone of its days
 * @param country the two letters of ISO 3166
 * @param floorArea in square metres
 * @param address where it stands
 */
public record SiteState(
        SiteId site,
        MemberId owner,
        String name,
        ZoneId zone,
        Optional<String> country,
        Optional<BigDecimal> floorArea,
        Optional<String> address)
        implements State {}

package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.SiteAction.ChangeSite;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import io.smartblocks.ledger.transaction.SiteId;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SiteFamilyTests {

    private static final SiteId NORTH = SiteId.of("North Campus");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    @ParameterizedTest
    @MethodSource("rows")
    void who_may_say_what_of_a_site(Row row) {
        row.holdsOn(withSite());
    }

    static Stream<Row> rows() {
        return Stream.of(
                allowed("the owner registers its sites", "owner-1", site("south", "owner-1", "IE", "1200.5")),
                allowed("so do its people with the role", "oona", site("south", "owner-1", "IE", "1200.5")),
                allowed("and the registrar", "registrar", site("south", "owner-1", "IE", "1200.5")),
                refused("not its signatory", "otto", site("south", "owner-1", "IE", "1"), RefusalCode.NOT_ALLOWED),
                refused("nor a meter operator", "grid", site("south", "owner-1", "IE", "1"), RefusalCode.NOT_ALLOWED),
                refused("once", "owner-1", site("north-campus", "owner-1", "IE", "1"), RefusalCode.SITE_EXISTS),
                refused("of a member", "registrar", site("south", "nobody", "IE", "1"), RefusalCode.MEMBER_UNKNOWN),
                refused("in a country", "owner-1", site("south", "owner-1", "Eire", "1"), RefusalCode.INVALID_CONTENT),
                refused("with some floor", "owner-1", site("south", "owner-1", "IE", "0"), RefusalCode.INVALID_CONTENT),
                refused(
                        "of this world",
                        "owner-1",
                        site("south", "owner-1", "IE", "1e10"),
                        RefusalCode.INVALID_CONTENT),
                refused("with a name", "owner-1", change("owner-1", " "), RefusalCode.INVALID_CONTENT),
                allowed("the owner changes it", "oona", change("owner-1", "North")),
                refused("others do not", "esco-1", change("owner-1", "North"), RefusalCode.NOT_ALLOWED),
                refused(
                        "the same is no change",
                        "oona",
                        change("owner-1", "North Campus"),
                        RefusalCode.NOTHING_CHANGES),
                refused("the owner does not give it away", "oona", change("esco-1", "North"), RefusalCode.NOT_ALLOWED),
                allowed("the registrar does", "registrar", change("esco-1", "North")),
                refused("not to nobody", "registrar", change("eve", "North"), RefusalCode.MEMBER_UNKNOWN),
                refused("what is not there", "oona", changeOf("south"), RefusalCode.SITE_UNKNOWN));
    }

    @Test
    void what_may_be_left_out_is_left_out() {
        SiteState site = withSite().at(StateKey.site(NORTH), SiteState.class);
        assertThat(site.floorArea()).isEmpty();
        assertThat(site.address()).contains("1 College Green, Dublin");
    }

    private static World withSite() {
        World world = World.peopled();
        world.person("oona", "owner-1", Role.OWNER);
        world.must(
                "oona",
                new RegisterSite(
                        NORTH,
                        new MemberId("owner-1"),
                        "North Campus",
                        DUBLIN,
                        Optional.of("IE"),
                        Optional.empty(),
                        Optional.of("1 College Green, Dublin")));
        return world;
    }

    private static RegisterSite site(String id, String owner, String country, String area) {
        return new RegisterSite(
                new SiteId(id),
                new MemberId(owner),
                "South",
                DUBLIN,
                Optional.of(country),
                Optional.of(new BigDecimal(area)),
                Optional.empty());
    }

    private static ChangeSite change(String owner, String name) {
        return new ChangeSite(
                NORTH,
                new MemberId(owner),
                name,
                DUBLIN,
                Optional.of("IE"),
                Optional.empty(),
                Optional.of("1 College Green, Dublin"));
    }

    private static ChangeSite changeOf(String site) {
        return new ChangeSite(
                new SiteId(site),
                new MemberId("owner-1"),
                "South",
                DUBLIN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

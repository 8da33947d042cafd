package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ChainFixture.Step;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import io.smartblocks.ledger.transaction.SiteId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a filter leaves of the meters and sites, for everybody and for those who see some of them. */
@OnEachDatabase
class AskedListsTests {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 9, 30);
    private static final AskedMeters IN_SERVICE = new AskedMeters("", List.of(), "", Optional.of(false));
    private static final AskedMeters RETIRED = new AskedMeters("", List.of(), "", Optional.of(true));

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final ReadModel model;

    AskedListsTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
        model.apply(chain.add(StoryFixture.founded()));
    }

    @Test
    void words_are_parts_of_id_or_label_and_no_patterns() {
        meter("IE-1/a_b", "Main \"lastDay\":\" import", "Campus", "electricity");
        meter("IE-2/axb", "Boiler", "Mill", "gas");

        assertThat(all(words("a_B"))).containsExactly("IE-1/a_b");
        assertThat(all(words("boil"))).containsExactly("IE-2/axb");
        assertThat(all(words("%"))).isEmpty();
        assertThat(all(RETIRED)).as("a label is no last day").isEmpty();
        assertThat(all(new AskedMeters("", List.of(), "GAS", Optional.empty()))).containsExactly("IE-2/axb");
    }

    @Test
    void meters_of_some_sites_in_service_or_not() {
        meter("m-1", "One", "Campus", "electricity");
        meter("m-2", "Two", "Campus / Library", "electricity");
        meter("m-3", "Three", "Mill", "electricity");
        apply(retired("m-2"));

        AskedMeters campus =
                new AskedMeters("", List.of(new SiteId("campus"), SiteId.of("Campus / Library")), "", Optional.empty());
        assertThat(all(campus)).containsExactly("m-1", "m-2");
        assertThat(all(RETIRED)).containsExactly("m-2");
        assertThat(all(IN_SERVICE)).containsExactly("m-1", "m-3");
    }

    @Test
    void who_sees_some_meters_finds_none_more_by_asking_and_the_pages_join() {
        meter("m-1", "One", "Campus", "electricity");
        meter("m-2", "Two", "Campus", "gas");
        meter("m-3", "Three", "Mill", "electricity");
        apply(retired("m-1"));

        assertThat(ids(model.seen().after(StoryFixture.ESCO, "", words("o"), 9)))
                .containsExactly("m-1", "m-2");
        assertThat(ids(model.seen().after(StoryFixture.ESCO, "m-1", words("o"), 9)))
                .containsExactly("m-2");
        assertThat(ids(model.seen().besideAfter(StoryFixture.ESCO, "", IN_SERVICE, 1)))
                .containsExactly("m-2");
        assertThat(ids(model.seen().besideAfter(StoryFixture.ESCO, "m-2", IN_SERVICE, 1)))
                .containsExactly("m-3");
        assertThat(model.seen().after(StoryFixture.OWNER, "", words("o"), 9)).isEmpty();
        assertThat(model.seen().besideAfter(StoryFixture.OWNER, "", words("o"), 9))
                .isEmpty();
    }

    @Test
    void sites_are_asked_for_by_name_id_or_address_and_by_their_owner() {
        site("mill", "Old Mill", StoryFixture.OWNER, "1 \"Quay\" Street");
        site("hall", "Town Hall", StoryFixture.ESCO, "Cork");

        assertThat(sites("mill", Optional.empty())).containsExactly("mill");
        assertThat(sites("\"QUAY\"", Optional.empty())).containsExactly("mill");
        assertThat(sites("", Optional.of(StoryFixture.ESCO))).containsExactly("hall");
        assertThat(sites("cork", Optional.of(StoryFixture.OWNER))).isEmpty();
        assertThat(sites("zone", Optional.empty())).as("the name of a field").isEmpty();
        assertThat(sites("", Optional.empty())).containsExactly("hall", "mill");
    }

    @Test
    void members_are_since_the_block_in_which_they_were_first_stated() {
        apply(StoryFixture.member("one"));
        apply(StoryFixture.member("two"));
        Map<MemberId, Instant> before = model.members().since(List.of(new MemberId("one"), new MemberId("two")));
        apply(StoryFixture.member("one"));

        Map<MemberId, Instant> since = model.members()
                .since(List.of(new MemberId("one"), new MemberId("two"), new MemberId("one"), new MemberId("nobody")));
        assertThat(since)
                .isEqualTo(before)
                .containsOnlyKeys(new MemberId("one"), new MemberId("two"))
                .containsEntry(
                        new MemberId("one"),
                        model.chain().block(1).orElseThrow().time());
        assertThat(model.members().since(List.of())).isEmpty();
    }

    private List<String> sites(String words, Optional<MemberId> owner) {
        return model.sites().after("", new AskedSites(words, owner), 9).stream()
                .map(site -> site.site().value())
                .toList();
    }

    private static AskedMeters words(String words) {
        return new AskedMeters(words, List.of(), "", Optional.empty());
    }

    private List<String> all(AskedMeters asked) {
        return ids(model.meters().after("", asked, 9));
    }

    private static List<String> ids(List<MeterState> meters) {
        return meters.stream().map(meter -> meter.meter().value()).toList();
    }

    private void meter(String id, String label, String site, String energy) {
        RegisterMeter registered = new RegisterMeter(
                new MeterId(id),
                StoryFixture.ESCO,
                label,
                site,
                energy,
                "kWh",
                new Interval("P1D"),
                StoryFixture.DUBLIN);
        apply(Step.of(registered, new StateEntry(StateKey.meter(registered.meter()), MeterState.of(registered))));
    }

    private Step retired(String id) {
        MeterState meter = model.meters().meter(new MeterId(id)).orElseThrow();
        return Step.of(
                new RetireMeter(meter.meter(), LAST_DAY, "replaced"),
                new StateEntry(StateKey.meter(meter.meter()), meter.retiredAfter(LAST_DAY)));
    }

    private void site(String id, String name, MemberId owner, String address) {
        RegisterSite registered = new RegisterSite(
                new SiteId(id),
                owner,
                name,
                StoryFixture.DUBLIN,
                Optional.empty(),
                Optional.empty(),
                Optional.of(address));
        apply(Step.of(
                registered,
                new StateEntry(
                        StateKey.site(registered.site()),
                        new SiteState(
                                registered.site(),
                                owner,
                                name,
                                StoryFixture.DUBLIN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(address)))));
    }

    private void apply(Step step) {
        model.apply(chain.add(step));
    }
}

package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ChainFixture.Step;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SiteId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class SeenMetersTests {

    private static final MemberId SOMEONE = new MemberId("harbour");
    private static final MeterId DAILY = StoryFixture.METER;
    private static final MeterId HEAT = new MeterId("IE-9001/heat");
    private static final MeterId FAR = new MeterId("IE-9002/daily");

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final ReadModel model;
    private int agreements;

    SeenMetersTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
    }

    @Test
    void an_agreement_shows_its_meters_from_when_it_comes_into_force_and_for_ever() {
        apply(StoryFixture.meterRegistered(DAILY), StoryFixture.proposed());
        assertThat(seenBy(StoryFixture.OWNER)).isEmpty();
        apply(StoryFixture.signed());
        assertThat(seenBy(StoryFixture.OWNER)).isEmpty();

        apply(StoryFixture.activated(ChainFixture.FIRST));
        assertThat(seenBy(StoryFixture.OWNER)).containsExactly(DAILY);
        apply(StoryFixture.suspended());
        assertThat(seenBy(StoryFixture.OWNER)).containsExactly(DAILY);
        apply(StoryFixture.ended());
        assertThat(seenBy(StoryFixture.OWNER)).containsExactly(DAILY);
        assertThat(model.seen().sees(StoryFixture.OWNER, DAILY)).isTrue();
        assertThat(model.seen().sees(SOMEONE, DAILY)).isFalse();
    }

    @Test
    void a_proposal_that_is_withdrawn_shows_nothing() {
        apply(StoryFixture.meterRegistered(DAILY), StoryFixture.proposed());
        apply(StoryFixture.withdrawn());

        assertThat(seenBy(StoryFixture.OWNER)).isEmpty();
        assertThat(model.seen().agreementsNaming(Set.of(DAILY), Optional.empty()))
                .isEmpty();
    }

    @Test
    void an_operator_sees_its_meters_without_an_agreement() {
        apply(StoryFixture.meterRegistered(DAILY), StoryFixture.meterRegistered(HEAT));

        assertThat(seenBy(StoryFixture.ESCO)).containsExactly(DAILY, HEAT);
        assertThat(model.seen().operatedAfter(StoryFixture.ESCO, DAILY.value(), 9))
                .extracting(MeterState::meter)
                .containsExactly(HEAT);
        assertThat(model.seen().operatedAfter(StoryFixture.OWNER, "", 9)).isEmpty();
    }

    @Test
    void a_meter_that_is_registered_after_the_agreement_is_seen_as_well() {
        apply(agreement("with \"IE-9001/heat\" and \"meter/IE-9002/daily\", not IE-9001/daily"));
        assertThat(seenBy(SOMEONE)).isEmpty();

        apply(
                StoryFixture.meterRegistered(HEAT),
                StoryFixture.meterRegistered(FAR),
                StoryFixture.meterRegistered(DAILY));

        assertThat(seenBy(SOMEONE)).containsExactly(HEAT, FAR);
        assertThat(model.seen().sites(Optional.of(SOMEONE))).containsExactly("Campus");
    }

    @Test
    void the_pages_of_a_list_join() {
        List<MeterId> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int number = 10; number < 30; number++) {
            MeterId meter = new MeterId("M-" + number);
            all.add(meter);
            text.append("from \"").append(meter).append("\". ");
            apply(StoryFixture.meterRegistered(meter));
        }
        apply(agreement(text.toString()));

        List<MeterId> read = new ArrayList<>();
        String last = "";
        List<MeterState> page = model.seen().after(SOMEONE, last, 7);
        while (!page.isEmpty()) {
            page.forEach(meter -> read.add(meter.meter()));
            last = page.get(page.size() - 1).meter().value();
            page = model.seen().after(SOMEONE, last, 7);
        }
        assertThat(read).isEqualTo(all);
    }

    @Test
    void beside_a_meter_stand_the_others_of_its_site() {
        apply(
                StoryFixture.meterRegistered(DAILY),
                StoryFixture.meterRegistered(HEAT),
                StoryFixture.meterRegistered(FAR),
                StoryFixture.moved(FAR, "Mill"));
        apply(agreement("\"IE-9001/daily\""));

        assertThat(model.seen().besideAfter(SOMEONE, "", 9))
                .extracting(MeterState::meter)
                .containsExactly(DAILY, HEAT);
        assertThat(model.seen().besideAfter(SOMEONE, DAILY.value(), 9))
                .extracting(MeterState::meter)
                .containsExactly(HEAT);
        assertThat(model.seen().seesBeside(SOMEONE, HEAT)).isTrue();
        assertThat(model.seen().seesBeside(SOMEONE, FAR)).isFalse();
        assertThat(model.seen().sees(SOMEONE, HEAT)).isFalse();
    }

    @Test
    void the_sites_follow_meters_that_are_moved() {
        apply(StoryFixture.meterRegistered(DAILY), StoryFixture.meterRegistered(HEAT));
        apply(agreement("\"IE-9001/daily\""));

        apply(StoryFixture.moved(DAILY, "Mill"));
        assertThat(model.seen().sites(Optional.of(SOMEONE))).containsExactly("Mill");
        assertThat(model.seen().sites(Optional.of(StoryFixture.ESCO))).containsExactly("Campus", "Mill");

        apply(StoryFixture.moved(HEAT, "Mill"));
        assertThat(model.seen().sites(Optional.of(StoryFixture.ESCO))).containsExactly("Mill");
        assertThat(model.seen().sites(Optional.empty())).containsExactly("Mill");
    }

    @Test
    void meters_are_found_by_their_sites() {
        apply(
                StoryFixture.meterRegistered(DAILY),
                StoryFixture.meterRegistered(HEAT),
                StoryFixture.moved(HEAT, "Mill"));
        apply(agreement("\"IE-9001/daily\""));
        Set<SiteId> both = Set.of(new SiteId("campus"), new SiteId("mill"), new SiteId("nowhere"));

        assertThat(model.seen().at(both)).extracting(MeterState::meter).containsExactly(DAILY, HEAT);
        assertThat(model.seen().at(both, SOMEONE)).extracting(MeterState::meter).containsExactly(DAILY);
        assertThat(model.seen().besideAt(both, SOMEONE))
                .extracting(MeterState::meter)
                .containsExactly(DAILY);
        assertThat(model.seen().countAt(both)).isEqualTo(2);
    }

    @Test
    void words_that_give_no_id_are_of_no_site() {
        apply(StoryFixture.meterRegistered(DAILY), StoryFixture.moved(DAILY, "---"));

        assertThat(seenBy(StoryFixture.ESCO)).containsExactly(DAILY);
        assertThat(model.seen().sites(Optional.empty())).containsExactly("---");
    }

    @Test
    void agreements_are_found_by_the_meters_they_name() {
        apply(agreement("\"IE-9001/daily\" and \"IE-9001/heat\""));
        apply(agreement("\"IE-9001/heat\""));

        assertThat(model.seen().agreementsNaming(Set.of(HEAT, DAILY), Optional.empty()))
                .containsExactlyInAnyOrder(new AgreementId("a-1"), new AgreementId("a-2"));
        assertThat(model.seen().agreementsNaming(Set.of(DAILY), Optional.of(SOMEONE)))
                .containsExactly(new AgreementId("a-1"));
        assertThat(model.seen().agreementsNaming(Set.of(DAILY), Optional.of(StoryFixture.RUNTIME)))
                .isEmpty();
    }

    @Test
    void what_may_be_a_meter_stands_between_quotation_marks() {
        assertThat(SeenRows.idsIn("x \"a\" b \"meter/c/d\" \"no id\" \"\" \"meter/meter/e\" \"f"))
                .contains("a", "c/d")
                .doesNotContain("no id", "", "meter/e", "f", "x");
        assertThat(SeenRows.idsIn("without any")).isEmpty();
    }

    @Test
    void the_versions_of_a_party_come_newest_first_and_once_though_it_stands_behind_two_terms() {
        apply(agreement("one"));
        apply(agreement("two"));
        apply(agreement("one again", "a-1", "2.0"));

        List<AgreementRecord> all = model.agreements().ofParty(SOMEONE, Optional.empty(), 9);
        assertThat(all)
                .extracting(record ->
                        record.proposal().agreement() + " " + record.proposal().version())
                .containsExactly("a-1 2.0", "a-2 1.0", "a-1 1.0");
        assertThat(model.agreements().ofParty(SOMEONE, Optional.of(all.get(0)), 1))
                .containsExactly(all.get(1));
        assertThat(model.agreements().after(all.get(1), 9)).containsExactly(all.get(2));
        assertThat(model.agreements().versions(List.of(new AgreementId("a-1"), new AgreementId("a-1"))))
                .containsExactly(all.get(0), all.get(2));
    }

    private List<MeterId> seenBy(MemberId organisation) {
        return model.seen().after(organisation, "", 99).stream()
                .map(MeterState::meter)
                .toList();
    }

    private void apply(Step... steps) {
        for (Step step : steps) {
            model.apply(chain.add(step));
        }
    }

    private Step agreement(String text) {
        agreements++;
        return agreement(text, "a-" + agreements, "1.0");
    }

    /** One that is in force, in which an organisation stands behind both terms. */
    private static Step agreement(String text, String id, String version) {
        Proposal proposal = new Proposal(
                new AgreementId(id),
                version,
                "Supply",
                Hash.of(text),
                StoryFixture.COMPILED_HASH,
                LedgerTerms.plain(LocalDate.of(2026, 11, 1), LocalDate.of(2031, 10, 31), StoryFixture.DUBLIN, "EUR"),
                Map.of("Supplier", SOMEONE, "Client", SOMEONE),
                SOMEONE);
        return Step.of(
                new AgreementAction.ActivateAgreement(proposal.agreement(), version),
                new StateEntry(StateKey.document(proposal.textHash()), new DocumentState(text)),
                new StateEntry(
                        StateKey.agreement(proposal.agreement(), version),
                        new AgreementState.Active(
                                proposal, List.of(), SOMEONE, ChainFixture.FIRST, Optional.empty(), List.of())));
    }
}

package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.state.VerificationState;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class EvidenceViewTests {

    private static final LocalDate OCTOBER = LocalDate.parse("2026-10-01");
    private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-01");

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final ReadModel model;

    EvidenceViewTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
        model.apply(chain.add(StoryFixture.founded()));
    }

    @Test
    void predictions_can_be_read_as_of_any_block_and_only_of_their_meter() {
        MeterId below = new MeterId("IE-9001/daily/2026-10-02");
        model.apply(chain.add(
                EvidenceFixture.predicted(StoryFixture.METER, "2026-10-01", 1500, 0),
                EvidenceFixture.predicted(StoryFixture.METER, "2026-11-01", 1700, 0),
                EvidenceFixture.predicted(below, "2026-10-01", 9, 0)));
        model.apply(chain.add(EvidenceFixture.predicted(StoryFixture.METER, "2026-10-01", 1600, 1)));

        assertThat(predicted(0)).isEmpty();
        assertThat(predicted(1)).containsExactly(1500L);
        assertThat(predicted(2)).containsExactly(1600L);
        assertThat(model.predictions().pages(StoryFixture.METER, OCTOBER, NOVEMBER))
                .singleElement()
                .satisfies(prediction -> {
                    assertThat(prediction.block()).isEqualTo(2);
                    assertThat(prediction.time())
                            .isEqualTo(chain.blocks().get(2).header().time());
                    assertThat(prediction.transaction())
                            .contains(
                                    chain.blocks().get(2).transactions().get(0).id());
                });
    }

    private List<Long> predicted(long asOfBlock) {
        return model.predictions().pages(StoryFixture.METER, OCTOBER, NOVEMBER, asOfBlock).stream()
                .map(prediction -> prediction.state().page().values().get(0))
                .toList();
    }

    @Test
    void pages_of_an_index_can_be_read_as_of_any_block() {
        model.apply(chain.add(EvidenceFixture.indexPage("2026-10-01", 0, "81.20", "", "79.5", "80")));
        model.apply(chain.add(EvidenceFixture.indexPage("2026-10-01", 1, "81.20", "80.1", "79.5", "80")));

        assertThat(model.indexes().pages(StoryFixture.INDEX, OCTOBER, NOVEMBER, 1))
                .singleElement()
                .satisfies(page -> assertThat(page.state().page().missing()).isOne());
        assertThat(model.indexes().pages(StoryFixture.INDEX, OCTOBER, NOVEMBER, 2))
                .singleElement()
                .satisfies(page -> assertThat(page.state().page().missing()).isZero());
    }

    @Test
    void statements_can_be_read_as_of_any_block_and_by_kind() {
        StateFact area = EvidenceFixture.fact("Floor Area", "2026-10-01", "1250");
        StateFact larger = EvidenceFixture.fact("Floor Area", "2026-10-01", "1300");
        model.apply(chain.add(EvidenceFixture.stated(area, 0, true)));
        model.apply(chain.add(EvidenceFixture.stated(larger, 1, false)));

        assertThat(model.statements().facts(StoryFixture.AGREEMENT, 0)).isEmpty();
        assertThat(model.statements().facts(StoryFixture.AGREEMENT, 1))
                .extracting(fact -> fact.state().holding().orElseThrow().statement())
                .containsExactly(area);
        assertThat(model.statements().of(StoryFixture.AGREEMENT, 2))
                .extracting(fact -> fact.state().pending().orElseThrow().statement())
                .containsExactly(larger);
        assertThat(model.statements().adjustments(StoryFixture.AGREEMENT, 2)).isEmpty();
        assertThat(model.statements().events(StoryFixture.AGREEMENT, 2)).isEmpty();
        assertThat(model.statements().occurrences(StoryFixture.AGREEMENT, 2)).isEmpty();
    }

    @Test
    void what_waits_for_an_organisation_waits_until_it_confirms() {
        StateFact area = EvidenceFixture.fact("Floor Area", "2026-10-01", "1250");
        model.apply(chain.add(EvidenceFixture.stated(area, 0, false)));
        assertThat(confirming(StoryFixture.OWNER)).isOne();
        assertThat(confirming(StoryFixture.ESCO)).isZero();

        model.apply(chain.add(EvidenceFixture.stated(area, 0, true)));
        assertThat(confirming(StoryFixture.OWNER)).isZero();
    }

    private int confirming(MemberId organisation) {
        return model.waiting().count(organisation, Set.of(Waits.Kind.CONFIRM));
    }

    @Test
    void a_site_is_known_by_its_id_and_its_owner() {
        SiteId mill = new SiteId("old-mill");
        model.apply(chain.add(
                EvidenceFixture.siteRegistered(EvidenceFixture.CAMPUS, "Campus", StoryFixture.OWNER),
                EvidenceFixture.siteRegistered(mill, "Old mill", StoryFixture.ESCO)));
        model.apply(
                chain.add(EvidenceFixture.siteRegistered(EvidenceFixture.CAMPUS, "North campus", StoryFixture.OWNER)));

        assertThat(model.sites().sites()).extracting(site -> site.name()).containsExactly("North campus", "Old mill");
        assertThat(model.sites().ofOwner(StoryFixture.ESCO))
                .extracting(site -> site.site())
                .containsExactly(mill);
        assertThat(model.sites().site(EvidenceFixture.CAMPUS, 1))
                .hasValueSatisfying(then -> assertThat(then.state().name()).isEqualTo("Campus"));
        assertThat(model.sites().site(new SiteId("nowhere"))).isEmpty();
    }

    @Test
    void what_invoices_name_of_an_organisation_is_known_with_all_that_it_said_before() {
        model.apply(chain.add(EvidenceFixture.named(StoryFixture.ESCO, "Bright Ltd")));
        model.apply(chain.add(
                EvidenceFixture.named(StoryFixture.ESCO, "Bright plc"),
                EvidenceFixture.named(StoryFixture.OWNER, "Owner Ltd")));

        assertThat(model.members().particulars(StoryFixture.ESCO))
                .extracting(
                        said -> said.block() + " " + said.state().particulars().legalName())
                .containsExactly("1 Bright Ltd", "2 Bright plc");
        assertThat(model.members().particulars(new MemberId("nobody"))).isEmpty();
    }

    @Test
    void payments_are_found_by_agreement_settlement_and_document() {
        PaymentState first = EvidenceFixture.payment(EvidenceFixture.SETTLEMENT, 1, "100.00", "RF-1");
        PaymentState second = EvidenceFixture.payment(EvidenceFixture.SETTLEMENT, 10, "5.00", "RF-2");
        SettlementId corrected = new SettlementId(StoryFixture.AGREEMENT, "Month", OCTOBER, 1);
        PaymentState other = EvidenceFixture.payment(corrected, 1, "7.00", "RF-3");
        model.apply(chain.add(EvidenceFixture.paid(first), EvidenceFixture.paid(second), EvidenceFixture.paid(other)));
        model.apply(chain.add(EvidenceFixture.takenBack(first)));

        assertThat(model.payments().of(EvidenceFixture.SETTLEMENT, 1, 1))
                .extracting(Recorded::state)
                .containsExactly(first);
        assertThat(model.payments().of(EvidenceFixture.SETTLEMENT, 1, 2))
                .extracting(payment -> payment.state().reversed())
                .containsExactly(Optional.of("returned by the bank"));
        assertThat(model.payments().of(EvidenceFixture.SETTLEMENT, 2))
                .extracting(payment -> payment.state().reference())
                .containsExactly("RF-1", "RF-2");
        assertThat(model.payments().ofPeriod(corrected, 2))
                .extracting(payment -> payment.state().reference())
                .containsExactly("RF-1", "RF-2", "RF-3");
        assertThat(model.payments().of(StoryFixture.AGREEMENT, 2)).hasSize(3);
        assertThat(model.payments().of(StoryFixture.AGREEMENT, 0)).isEmpty();
    }

    @Test
    void a_dispute_is_open_until_it_ends() {
        DisputeState dispute = EvidenceFixture.dispute(EvidenceFixture.SETTLEMENT, "the wrong meter");
        model.apply(chain.add(StoryFixture.proposed(), EvidenceFixture.disputed(dispute)));
        assertThat(model.waiting().of(StoryFixture.OWNER, Set.of(Waits.Kind.DISPUTE), Optional.empty(), 9))
                .extracting(Waits::state)
                .containsExactly(dispute);
        assertThat(model.waiting().count(dispute.organisation(), Set.of(Waits.Kind.DISPUTE)))
                .isZero();
        assertThat(model.disputes().of(EvidenceFixture.SETTLEMENT, 1))
                .extracting(Recorded::state)
                .containsExactly(dispute);

        model.apply(chain.add(EvidenceFixture.resolved(dispute)));
        assertThat(model.waiting().count(StoryFixture.OWNER, Set.of(Waits.Kind.DISPUTE)))
                .isZero();
        assertThat(model.disputes().of(StoryFixture.AGREEMENT, 1))
                .allMatch(then -> then.state().open());
        assertThat(model.disputes().of(StoryFixture.AGREEMENT, 2))
                .singleElement()
                .satisfies(now -> assertThat(now.state().open()).isFalse());
    }

    @Test
    void a_settlement_shows_who_verified_it_last_and_how() {
        model.apply(
                chain.add(EvidenceFixture.verified(EvidenceFixture.verification(EvidenceFixture.SETTLEMENT, true))));
        assertThat(model.verifications().differences(9)).hasSize(1);

        VerificationState same = EvidenceFixture.verification(EvidenceFixture.SETTLEMENT, false);
        model.apply(chain.add(EvidenceFixture.verified(same)));
        assertThat(model.verifications().differences(9)).isEmpty();
        assertThat(model.verifications().of(EvidenceFixture.SETTLEMENT)).containsExactly(same);
    }

    @Test
    void a_reputation_is_made_of_all_events_about_one_organisation() {
        MemberId namesake = new MemberId("campus-two");
        model.apply(chain.add(
                EvidenceFixture.rated(StoryFixture.OWNER, 2, 0, EvidenceFixture.everyOtherEvent(StoryFixture.OWNER)),
                EvidenceFixture.rated(namesake, 5, 0)));
        model.apply(chain.add(EvidenceFixture.rated(StoryFixture.OWNER, 4, 1)));

        assertThat(model.reputations().of(StoryFixture.OWNER)).hasSize(6);
        assertThat(stars(1)).containsExactly(2);
        assertThat(stars(2)).containsExactly(4);
    }

    private List<Integer> stars(long asOfBlock) {
        return model.reputations().of(StoryFixture.OWNER, asOfBlock).stream()
                .map(Recorded::state)
                .filter(event -> event instanceof ReputationEvent.Rated)
                .map(event -> ((ReputationEvent.Rated) event).stars())
                .toList();
    }
}

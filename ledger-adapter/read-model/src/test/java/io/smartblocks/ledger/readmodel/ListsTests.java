package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Consent;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What lists show, and what waits for whom, read a page at a time. */
@OnEachDatabase
class ListsTests {

    private static final Map<String, MemberId> BOTH =
            Map.of("Provider", StoryFixture.ESCO, "Owner", StoryFixture.OWNER);
    private static final MemberId TENANT = new MemberId("tenant");
    private static final Set<Waits.Kind> ALL = EnumSet.allOf(Waits.Kind.class);

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final ReadModel model;

    ListsTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
        model.apply(chain.add(StoryFixture.founded()));
    }

    @Test
    void an_agreement_is_listed_once_by_the_version_that_counts_where_its_newest_version_stands() {
        stands("one", "1.0", BOTH, ListsTests::active);
        stands("two", "1.0", BOTH, ListsTests::active);
        stands("one", "2.0", BOTH, AgreementState.Proposed::new);

        assertThat(versions(everybody())).containsExactly("one 1.0", "two 1.0");
        assertThat(versions(of(StoryFixture.OWNER))).containsExactly("one 1.0", "two 1.0");

        stands("two", "1.0", BOTH, proposal -> new AgreementState.Withdrawn(proposal, List.of(), TENANT, "too dear"));
        stands("two", "1.1", BOTH, AgreementState.Proposed::new);
        assertThat(versions(everybody())).containsExactly("two 1.1", "one 1.0");
    }

    @Test
    void a_party_sees_the_versions_that_bind_it_even_where_another_one_counts_for_everybody() {
        stands("one", "1.0", Map.of("Provider", StoryFixture.ESCO, "Owner", TENANT), AgreementState.Proposed::new);
        stands("one", "2.0", BOTH, ListsTests::active);

        assertThat(versions(of(TENANT))).containsExactly("one 1.0");
        assertThat(versions(of(StoryFixture.OWNER))).containsExactly("one 2.0");
        assertThat(versions(everybody())).containsExactly("one 2.0");
        assertThat(model.agreements().isParty(TENANT, StoryFixture.AGREEMENT)).isFalse();
        assertThat(model.agreements().idsOfParty(TENANT)).hasSize(1);
    }

    @Test
    void an_organisation_that_is_two_parties_sees_its_agreement_once() {
        stands("one", "1.0", Map.of("Provider", TENANT, "Owner", TENANT), AgreementState.Proposed::new);

        assertThat(versions(of(TENANT))).containsExactly("one 1.0");
        assertThat(model.agreements().count(of(TENANT))).isOne();
        assertThat(model.waiting().count(TENANT, Set.of(Waits.Kind.SIGN))).isOne();
    }

    @Test
    void pages_join_without_gap_or_repetition_also_where_much_was_proposed_at_once() {
        model.apply(chain.add(
                StoryFixture.stands("a", "1.0", BOTH, AgreementState.Proposed::new),
                StoryFixture.stands("b", "1.0", BOTH, AgreementState.Proposed::new),
                StoryFixture.stands("c", "1.0", BOTH, AgreementState.Proposed::new)));
        stands("d", "1.0", BOTH, AgreementState.Proposed::new);

        for (AgreementList list : List.of(everybody(), of(StoryFixture.ESCO))) {
            List<String> paged = new ArrayList<>();
            Optional<AgreementList.Place> last = Optional.empty();
            List<AgreementList.Row> page = model.agreements().listed(list, last, 2);
            while (!page.isEmpty()) {
                page.forEach(row -> paged.add(row.place().agreement().value()));
                last = Optional.of(page.get(page.size() - 1).place());
                page = model.agreements().listed(list, last, 2);
            }
            assertThat(paged).containsExactly("d", "c", "b", "a");
            assertThat(model.agreements().count(list)).isEqualTo(4);
        }
    }

    @Test
    void words_are_parts_of_title_or_id_and_no_patterns() {
        stands("north_mill", "1.0", BOTH, ListsTests::active);
        stands("south", "1.0", BOTH, AgreementState.Proposed::new);

        assertThat(versions(new AgreementList(Optional.empty(), "TITLE of n", Set.of())))
                .containsExactly("north_mill 1.0");
        assertThat(versions(new AgreementList(Optional.empty(), "_", Set.of()))).containsExactly("north_mill 1.0");
        assertThat(versions(new AgreementList(Optional.of(StoryFixture.OWNER), "south", Set.of())))
                .containsExactly("south 1.0");
        AgreementList active = new AgreementList(Optional.of(StoryFixture.OWNER), "", Set.of("active", "suspended"));
        assertThat(versions(active)).containsExactly("north_mill 1.0");
        assertThat(model.agreements().count(active)).isOne();
    }

    @Test
    void a_text_is_found_by_its_hash_among_those_that_bind_a_party() {
        stands("one", "1.0", BOTH, ListsTests::active);

        Proposal proposal = model.agreements().newest(1).get(0).proposal();
        assertThat(model.agreements().withDocument(proposal.textHash())).hasSize(1);
        assertThat(model.agreements().withDocument(proposal.compiledHash())).hasSize(1);
        assertThat(model.agreements().documentsOfParty(StoryFixture.OWNER))
                .containsExactlyInAnyOrder(proposal.textHash(), proposal.compiledHash());
        assertThat(model.agreements().documentsOfParty(TENANT)).isEmpty();
    }

    @Test
    void a_text_waits_for_the_signatures_that_are_missing_and_is_open_for_who_proposed_it() {
        model.apply(chain.add(StoryFixture.proposed()));
        assertThat(model.waiting().count(StoryFixture.OWNER, ALL)).isOne();
        assertThat(kinds(StoryFixture.ESCO)).containsExactly(Waits.Kind.SIGN);
        assertThat(model.agreements().openOf(StoryFixture.ESCO))
                .containsExactly(new AgreementView.OpenText(StoryFixture.AGREEMENT, "1.0", StoryFixture.TEXT_HASH));
        assertThat(model.agreements().openOf(StoryFixture.OWNER)).isEmpty();

        model.apply(chain.add(StoryFixture.signed()));
        assertThat(kinds(StoryFixture.ESCO)).isEmpty();
        assertThat(kinds(StoryFixture.OWNER)).containsExactly(Waits.Kind.SIGN);

        model.apply(chain.add(StoryFixture.activated(ChainFixture.FIRST)));
        assertThat(model.waiting().count(StoryFixture.OWNER, ALL)).isZero();
        assertThat(model.agreements().openOf(StoryFixture.ESCO)).isEmpty();
    }

    @Test
    void what_one_party_asks_for_waits_for_the_others() {
        stands("one", "1.0", BOTH, proposal -> standing(proposal, StoryFixture.ESCO));

        assertThat(model.waiting().count(StoryFixture.OWNER, ALL)).isOne();
        assertThat(model.waiting().count(StoryFixture.ESCO, ALL)).isZero();
    }

    @Test
    void an_application_waits_for_any_registrar_until_it_is_decided() {
        Member applicant = new Member(TENANT, "Tenant", TENANT, Set.of(), StoryFixture.anyKey(), Member.Status.APPLIED);
        model.apply(chain.add(StoryFixture.changed(new MemberState(applicant))));
        assertThat(kinds(StoryFixture.ESCO)).containsExactly(Waits.Kind.APPLICATION);

        Member admitted = new Member(TENANT, "Tenant", TENANT, Set.of(), StoryFixture.anyKey(), Member.Status.ACTIVE);
        model.apply(chain.add(StoryFixture.changed(new MemberState(admitted))));
        assertThat(kinds(StoryFixture.ESCO)).isEmpty();
    }

    @Test
    void what_waits_is_read_kind_after_kind_by_its_pages() {
        stands("a", "1.0", BOTH, AgreementState.Proposed::new);
        stands("b", "1.0", BOTH, AgreementState.Proposed::new);
        stands("c", "1.0", BOTH, proposal -> standing(proposal, StoryFixture.OWNER));

        List<Waits> all = model.waiting().of(StoryFixture.ESCO, ALL, Optional.empty(), 9);
        List<Waits> paged = new ArrayList<>();
        Optional<WaitingView.Place> last = Optional.empty();
        for (int i = 0; i < all.size(); i++) {
            Waits next = model.waiting().of(StoryFixture.ESCO, ALL, last, 1).get(0);
            paged.add(next);
            last = Optional.of(new WaitingView.Place(next.kind(), next.number()));
        }

        assertThat(all).hasSize(3).isEqualTo(paged);
        assertThat(all.get(0).state())
                .isInstanceOfSatisfying(
                        AgreementState.class,
                        newest -> assertThat(newest.proposal().agreement().value())
                                .isEqualTo("b"));
        assertThat(model.waiting().of(StoryFixture.ESCO, ALL, last, 9)).isEmpty();
        assertThat(model.waiting().of(StoryFixture.ESCO, Set.of(), Optional.empty(), 9))
                .isEmpty();
    }

    @Test
    void the_calendar_is_read_by_its_pages_for_everybody_and_for_a_party() {
        model.apply(chain.add(StoryFixture.proposed()));
        DuePeriod own = due(StoryFixture.AGREEMENT.value(), 2);
        List<DuePeriod> all = List.of(due("of-others", 1), own, due("of-others-too", 2));
        model.due().putAll(all);

        List<DuePeriod> first = model.due().next(Optional.empty(), Optional.empty(), 2);
        assertThat(first).hasSize(2).startsWith(all.get(0));
        DuePeriod last = first.get(1);
        assertThat(model.due()
                        .next(
                                Optional.of(new DueCalendar.Place(
                                        last.dueAt(), last.agreement(), last.version(), last.period())),
                                Optional.empty(),
                                9))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first);
        assertThat(model.due().next(Optional.empty(), Optional.of(StoryFixture.OWNER), 9))
                .containsExactly(own);
    }

    private static DuePeriod due(String agreement, int days) {
        return new DuePeriod(
                agreement,
                "1.0",
                "Month",
                LocalDate.parse("2026-11-01"),
                ChainFixture.FIRST.plus(Duration.ofDays(days)),
                ZoneId.of("Europe/Dublin"),
                0);
    }

    private void stands(
            String agreement, String version, Map<String, MemberId> parties, Function<Proposal, AgreementState> state) {
        model.apply(chain.add(StoryFixture.stands(agreement, version, parties, state)));
    }

    private static AgreementState active(Proposal proposal) {
        return new AgreementState.Active(
                proposal, List.of(), StoryFixture.RUNTIME, ChainFixture.FIRST, Optional.empty(), List.of());
    }

    private static AgreementState standing(Proposal proposal, MemberId asks) {
        Instant at = ChainFixture.FIRST;
        Consent asked = new Consent(
                Consent.To.SUSPEND,
                Optional.empty(),
                asks,
                StoryFixture.RUNTIME,
                at,
                "a fire",
                new TransactionId(Hash.of("asking")));
        return new AgreementState.Active(
                proposal, List.of(), StoryFixture.RUNTIME, at, Optional.empty(), List.of(asked));
    }

    private static AgreementList everybody() {
        return new AgreementList(Optional.empty(), "", Set.of());
    }

    private static AgreementList of(MemberId party) {
        return new AgreementList(Optional.of(party), "", Set.of());
    }

    private List<String> versions(AgreementList list) {
        return model.agreements().listed(list, Optional.empty(), 9).stream()
                .map(row -> row.agreement().proposal())
                .map(proposal -> proposal.agreement() + " " + proposal.version())
                .toList();
    }

    private List<Waits.Kind> kinds(MemberId organisation) {
        return model.waiting().of(organisation, ALL, Optional.empty(), 9).stream()
                .map(Waits::kind)
                .toList();
    }
}

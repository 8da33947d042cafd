package io.smartblocks.ledger.family;

import static io.smartblocks.ledger.family.Row.allowed;
import static io.smartblocks.ledger.family.Row.refused;
import static io.smartblocks.ledger.family.World.AGREEMENT;
import static io.smartblocks.ledger.family.World.COMPILED;
import static io.smartblocks.ledger.family.World.FORM;
import static io.smartblocks.ledger.family.World.TEXT;
import static io.smartblocks.ledger.family.World.proposal;
import static io.smartblocks.ledger.family.World.signature;
import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Active;
import io.smartblocks.ledger.state.AgreementState.Proposed;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgreementFamilyTests {

    private static final String OTHER_TEXT = TEXT + " ESCO pays Owner.";

    @ParameterizedTest
    @MethodSource("proposals")
    void who_may_propose_what(Row row) {
        row.holdsOn(World.peopled());
    }

    static Stream<Row> proposals() {
        return Stream.of(
                allowed("a signatory proposes", "eve", proposal(TEXT)),
                allowed("so does the organisation itself", "esco-1", proposal(TEXT)),
                refused("a clerk does not", "clerk", proposal(TEXT), RefusalCode.NOT_ALLOWED),
                refused("nor another organisation", "stranger", proposal(TEXT), RefusalCode.NOT_A_PARTY),
                refused("nobody agrees with itself", "eve", withOwner("esco-1"), RefusalCode.INVALID_CONTENT),
                refused("parties must be members", "eve", withOwner("nobody"), RefusalCode.MEMBER_UNKNOWN),
                refused("a person is no party", "eve", withOwner("otto"), RefusalCode.MEMBER_UNKNOWN),
                refused(
                        "the compiled form has its hash",
                        "eve",
                        withForm("{\"format\":1}", "{\"format\":2}"),
                        RefusalCode.HASH_DIFFERS),
                refused("the hash is the text's", "eve", withHash(Hash.of("x")), RefusalCode.HASH_DIFFERS),
                refused("nothing to sign yet", "eve", signature(TEXT), RefusalCode.AGREEMENT_UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("signatures")
    void who_may_sign_what_after_one_side_signed(Row row) {
        World world = World.peopled();
        world.must("eve", proposal(TEXT));
        world.must("eve", signature(TEXT));
        row.holdsOn(world);
    }

    static Stream<Row> signatures() {
        return Stream.of(
                allowed("the other party signs", "otto", signature(TEXT)),
                allowed("with the organisation's own key too", "owner-1", signature(TEXT)),
                refused("a party signs once", "esco-1", signature(TEXT), RefusalCode.ALREADY_SIGNED),
                refused("a clerk does not sign", "clerk", signature(TEXT), RefusalCode.NOT_ALLOWED),
                refused("nor someone who is not a party", "stranger", signature(TEXT), RefusalCode.NOT_A_PARTY),
                refused("what is signed is what stands", "otto", signature(OTHER_TEXT), RefusalCode.AGREEMENT_CHANGED),
                refused("no force before all signed", "eve", activate(), RefusalCode.AGREEMENT_NOT_SIGNED),
                refused("the same text again", "eve", proposal(TEXT), RefusalCode.PROPOSAL_UNCHANGED),
                allowed("a party changes the text", "otto", proposal(OTHER_TEXT)),
                allowed("a party withdraws", "otto", new WithdrawAgreement(AGREEMENT, "1.0", "no")),
                refused(
                        "a stranger does not",
                        "stranger",
                        new WithdrawAgreement(AGREEMENT, "1.0", "no"),
                        RefusalCode.NOT_A_PARTY));
    }

    @ParameterizedTest
    @MethodSource("afterwards")
    void an_agreement_in_force_stands(Row row) {
        row.holdsOn(World.withActiveAgreement());
    }

    static Stream<Row> afterwards() {
        return Stream.of(
                refused("no other text", "eve", proposal(OTHER_TEXT), RefusalCode.AGREEMENT_ACTIVE),
                refused("no signature", "eve", signature(TEXT), RefusalCode.AGREEMENT_ACTIVE),
                refused("no activation", "eve", activate(), RefusalCode.AGREEMENT_ACTIVE),
                refused(
                        "no way back",
                        "eve",
                        new WithdrawAgreement(AGREEMENT, "1.0", ""),
                        RefusalCode.AGREEMENT_ACTIVE));
    }

    @Test
    void a_changed_text_voids_signatures_and_the_refusal_of_the_old_hash_says_so() {
        World world = World.peopled();
        world.must("eve", proposal(TEXT));
        world.must("eve", signature(TEXT));
        world.must("otto", proposal(OTHER_TEXT));
        assertThat(world.at(StateKey.agreement(AGREEMENT, "1.0"), AgreementState.class))
                .isInstanceOf(Proposed.class);

        assertThat(world.ask("otto", signature(TEXT))).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.AGREEMENT_CHANGED);
            assertThat(refused.message())
                    .contains(
                            "changed since",
                            "signatures are void",
                            Hash.of(OTHER_TEXT).value());
        });
    }

    @Test
    void other_terms_under_the_same_text_void_signatures_too() {
        World world = World.peopled();
        world.must("eve", proposal(TEXT));
        world.must("otto", signature(TEXT));
        LedgerTerms other = LedgerTerms.plain(
                World.TERMS.from(), World.TERMS.to().minusDays(1), World.TERMS.zone(), "EUR", World.MONTH);
        world.must("eve", World.proposal("1.0", TEXT, other));

        refused("the terms that were signed", "otto", signature(TEXT), RefusalCode.AGREEMENT_CHANGED)
                .holdsOn(world);
    }

    @Test
    void text_and_compiled_form_stand_once_however_many_versions_have_them() {
        World world = World.peopled();
        world.must("eve", proposal(TEXT));
        assertThat(world.at(StateKey.document(Hash.of(TEXT)), DocumentState.class)
                        .text())
                .isEqualTo(TEXT);
        assertThat(world.at(StateKey.document(COMPILED), DocumentState.class).text())
                .isEqualTo(FORM);

        assertThat(world.ask("otto", World.proposal("2.0", TEXT, World.TERMS)))
                .isInstanceOfSatisfying(
                        Decision.Applied.class,
                        applied -> assertThat(applied.changes().writes())
                                .extracting(write -> write.key().kind())
                                .containsExactly("agreement"));
    }

    @ParameterizedTest
    @MethodSource("badTerms")
    void terms_that_do_not_hang_together_are_refused(LedgerTerms terms) {
        refused("terms", "eve", World.proposal("1.0", TEXT, terms), RefusalCode.INVALID_CONTENT)
                .holdsOn(World.peopled());
    }

    static Stream<LedgerTerms> badTerms() {
        LocalDate from = World.TERMS.from();
        LocalDate to = World.TERMS.to();
        ZoneId zone = World.TERMS.zone();
        return Stream.of(
                LedgerTerms.plain(to, from, zone, "EUR"),
                LedgerTerms.plain(from, LocalDate.MAX, zone, "EUR"),
                LedgerTerms.plain(LocalDate.MIN, to, zone, "EUR"),
                LedgerTerms.plain(from, to, zone, "euro"),
                LedgerTerms.plain(from, to, zone, "EUR", new Cycle("Month", from, CalendarSpan.days(0))),
                LedgerTerms.plain(from, to, zone, "EUR", new Cycle("Mo/nth", from, CalendarSpan.days(1))),
                LedgerTerms.plain(
                        from,
                        to,
                        zone,
                        "EUR",
                        new Cycle("Fee Month", from, CalendarSpan.days(30)),
                        new Cycle("fee-month", from, CalendarSpan.days(30))),
                LedgerTerms.plain(
                        from,
                        to,
                        zone,
                        "EUR",
                        new Cycle("Age", from, new CalendarSpan(1_000_000_000, CalendarSpan.Unit.YEAR))));
    }

    @Test
    void who_stands_behind_a_party_never_changes_under_what_was_signed() {
        World world = World.peopled();
        world.must("eve", proposal(TEXT));
        refused("parties swapped", "eve", swapped(TEXT), RefusalCode.PARTIES_CHANGED)
                .holdsOn(world);
        refused("with another text too", "eve", swapped(OTHER_TEXT), RefusalCode.PARTIES_CHANGED)
                .holdsOn(world);
    }

    @Test
    void nobody_acts_for_a_suspended_organisation() {
        World world = World.peopled();
        world.must("registrar", new SuspendMember(new MemberId("esco-1"), "insolvent"));

        assertThat(world.ask("eve", proposal(TEXT))).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(RefusalCode.SIGNER_NOT_ACTIVE);
            assertThat(refused.message()).contains("'eve' acts for 'esco-1'", "suspended");
        });
    }

    @Test
    void a_stranger_who_signs_is_told_who_the_parties_are() {
        World world = World.peopled();
        world.must("eve", proposal(TEXT));

        assertThat(world.ask("stranger", signature(TEXT)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.message())
                                .contains("'stranger'", "ESCO ('esco-1')", "Owner ('owner-1')"));
    }

    @Test
    void it_is_in_force_with_both_signatures() {
        Active active = World.withActiveAgreement().at(StateKey.agreement(AGREEMENT, "1.0"), Active.class);

        assertThat(active.signatures())
                .extracting(signature -> signature.signer().value())
                .containsExactly("eve", "otto");
        assertThat(active.unsigned()).isEmpty();
    }

    private static ActivateAgreement activate() {
        return new ActivateAgreement(AGREEMENT, "1.0");
    }

    private static ProposeAgreement withOwner(String owner) {
        return new ProposeAgreement(
                AGREEMENT,
                "1.0",
                "Campus supply",
                TEXT,
                Hash.of(TEXT),
                FORM,
                COMPILED,
                World.TERMS,
                Map.of("ESCO", new MemberId("esco-1"), "Owner", new MemberId(owner)));
    }

    private static ProposeAgreement swapped(String text) {
        return new ProposeAgreement(
                AGREEMENT,
                "1.0",
                "Campus supply",
                text,
                Hash.of(text),
                FORM,
                COMPILED,
                World.TERMS,
                Map.of("ESCO", new MemberId("owner-1"), "Owner", new MemberId("esco-1")));
    }

    private static ProposeAgreement withForm(String form, String hashed) {
        return new ProposeAgreement(
                AGREEMENT,
                "1.0",
                "Campus supply",
                TEXT,
                Hash.of(TEXT),
                form,
                Hash.of(hashed),
                World.TERMS,
                withHash(Hash.of(TEXT)).parties());
    }

    private static ProposeAgreement withHash(Hash hash) {
        ProposeAgreement right = proposal(TEXT);
        return new ProposeAgreement(
                AGREEMENT, "1.0", "Campus supply", TEXT, hash, FORM, COMPILED, right.terms(), right.parties());
    }
}

package io.smartblocks.ledger.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life of keys, with real signatures that are really checked. */
class KeyLifeTests {

    private static final Instant NOON = World.NOON;
    private static final Instant EVENING = NOON.plus(Duration.ofHours(6));
    private static final MemberId REGISTRAR = new MemberId("registrar");
    private static final MemberId ANN = new MemberId("ann");

    private final KeyPair registrarsKey = KeyPair.generate();
    private final KeyPair first = KeyPair.generate();
    private final KeyPair second = KeyPair.generate();
    private final StateOverlay states = new StateOverlay(new World.Nothing());
    private Instant now = NOON;
    private int requests;

    @BeforeEach
    void ann_signs_with_her_first_key_until_the_evening() {
        assertThat(ask(REGISTRAR, registrarsKey, new FoundLedger("L", REGISTRAR, "R", registrarsKey.publicKey())))
                .isEmpty();
        assertThat(ask(
                        REGISTRAR,
                        registrarsKey,
                        new RegisterMember(
                                ANN, "Ann", ANN, Set.of(Role.OWNER), first.publicKey(), Optional.of(EVENING))))
                .isEmpty();
    }

    @Test
    void an_expired_key_signs_nothing_not_even_its_successor() {
        now = EVENING.minusSeconds(1);
        assertThat(ask(ANN, first, rotate(ANN, second, Optional.of(EVENING.plusSeconds(60)))))
                .isEmpty();
        now = EVENING.plusSeconds(60);
        assertThat(ask(ANN, second, rotate(ANN, first, Optional.empty()))).contains(RefusalCode.KEY_EXPIRED);
    }

    @Test
    void the_signers_own_time_does_not_bring_an_expired_key_back() {
        now = EVENING;
        Transaction backdated = Transaction.sign(
                ledger(),
                rotate(ANN, second, Optional.empty()),
                new RequestKey("backdated"),
                NOON,
                Signer.of(ANN, first));
        assertThat(decide(backdated)).contains(RefusalCode.KEY_EXPIRED);
    }

    @Test
    void the_registrar_replaces_an_expired_key() {
        now = EVENING;
        assertThat(ask(REGISTRAR, registrarsKey, rotate(ANN, second, Optional.empty())))
                .isEmpty();
        assertThat(ask(ANN, second, rotate(ANN, KeyPair.generate(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void the_old_key_is_refused_after_rotation_also_within_the_same_batch() {
        Transaction rotation = signed(ANN, first, rotate(ANN, second, Optional.empty()));
        Transaction withOldKey = signed(ANN, first, rotate(ANN, KeyPair.generate(), Optional.empty()));

        assertThat(Families.decide(
                        List.of(rotation, withOldKey), states, new BlockLimits(1, now), Transaction::signedWith))
                .isInstanceOfSatisfying(BatchDecision.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(RefusalCode.SIGNATURE_WRONG);
                    assertThat(refused.place()).isEqualTo(1);
                });
        assertThat(decide(rotation)).isEmpty();
        assertThat(decide(withOldKey)).contains(RefusalCode.SIGNATURE_WRONG);
    }

    @Test
    void what_follows_a_rotation_is_refused_before_it() {
        Transaction withNewKey = signed(ANN, second, rotate(ANN, KeyPair.generate(), Optional.empty()));
        assertThat(decide(withNewKey)).contains(RefusalCode.SIGNATURE_WRONG);
    }

    @Test
    void nobody_signs_for_another() {
        assertThat(ask(REGISTRAR, first, new SuspendMember(ANN, "forged"))).contains(RefusalCode.SIGNATURE_WRONG);
    }

    @Test
    void what_was_signed_for_another_ledger_is_not_replayed_here() {
        Transaction elsewhere = Transaction.sign(
                LedgerId.of(signed(ANN, second, rotate(ANN, first, Optional.empty()))),
                rotate(ANN, second, Optional.empty()),
                new RequestKey("elsewhere"),
                now,
                Signer.of(ANN, first));
        assertThat(decide(elsewhere)).contains(RefusalCode.WRONG_LEDGER);
    }

    @Test
    void a_key_is_stated_with_a_moment_that_is_still_to_come() {
        assertThat(ask(ANN, first, rotate(ANN, second, Optional.of(now)))).contains(RefusalCode.INVALID_CONTENT);
        assertThat(ask(ANN, first, rotate(ANN, second, Optional.of(Instant.parse("2300-01-01T00:00:00Z")))))
                .contains(RefusalCode.INVALID_CONTENT);
        assertThat(ask(ANN, first, rotate(ANN, first, Optional.empty()))).contains(RefusalCode.NOTHING_CHANGES);
        MemberId bob = new MemberId("bob");
        assertThat(ask(
                        bob,
                        second,
                        new ApplyForMembership(bob, "Bob", bob, Set.of(), second.publicKey(), Optional.of(NOON))))
                .contains(RefusalCode.INVALID_CONTENT);
    }

    @Test
    void the_last_registrar_keeps_a_key_without_expiry() {
        RotateKey expiring = rotate(REGISTRAR, second, Optional.of(EVENING));
        assertThat(ask(REGISTRAR, registrarsKey, expiring)).contains(RefusalCode.LAST_REGISTRAR);

        // her own key expires, so she does not count as one who remains
        assertThat(ask(REGISTRAR, registrarsKey, new GrantRoles(ANN, Set.of(Role.REGISTRAR))))
                .isEmpty();
        assertThat(ask(REGISTRAR, registrarsKey, expiring)).contains(RefusalCode.LAST_REGISTRAR);

        assertThat(ask(REGISTRAR, registrarsKey, rotate(ANN, KeyPair.generate(), Optional.empty())))
                .isEmpty();
        assertThat(ask(REGISTRAR, registrarsKey, expiring)).isEmpty();
    }

    private static RotateKey rotate(MemberId member, KeyPair key, Optional<Instant> expires) {
        return new RotateKey(member, key.publicKey(), expires);
    }

    private Optional<RefusalCode> ask(MemberId member, KeyPair key, Payload payload) {
        return decide(signed(member, key, payload));
    }

    private Transaction signed(MemberId member, KeyPair key, Payload payload) {
        LedgerId named = payload instanceof FoundLedger ? LedgerId.NONE : ledger();
        return Transaction.sign(named, payload, new RequestKey("r" + requests++), now, Signer.of(member, key));
    }

    private LedgerId ledger() {
        return states.state(StateKey.ledger(), LedgerState.class).orElseThrow().id();
    }

    private Optional<RefusalCode> decide(Transaction transaction) {
        BatchDecision decision =
                Families.decide(List.of(transaction), states, new BlockLimits(1, now), Transaction::signedWith);
        if (decision instanceof BatchDecision.Refused refused) {
            return Optional.of(refused.code());
        }
        states.write(((BatchDecision.Applied) decision).writes());
        return Optional.empty();
    }
}

package io.smartblocks.ledger.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.SignatureCheck;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.DocumentState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerTextTests {

    private static final Signer ESCO = Signer.of(new MemberId("esco"), KeyPair.generate());
    private static final Binding BINDING =
            new Binding(LedgerId.NONE, ESCO.member(), "EscoMSP", ESCO.member(), Instant.parse("2026-11-02T12:00:00Z"));

    @Test
    void an_answer_is_read_as_it_was_written() {
        for (Answer answer : List.of(
                new Answer.Taken(100),
                new Answer.Refused("not-allowed", 3, "needed is a signatory"),
                new Answer.Repeated(List.of("f00d"), List.of("beef")))) {
            assertThat(CanonicalJson.read(CanonicalJson.write((Record) answer), Answer.class))
                    .isEqualTo(answer);
        }
        assertThat(CanonicalJson.write(new Answer.Refused("not-allowed", 3, "no")))
                .isEqualTo("{\"code\":\"not-allowed\",\"message\":\"no\",\"transaction\":3,\"type\":\"refused\"}");
    }

    @Test
    void what_queries_answer_is_read_as_it_was_written() {
        DocumentState text = new DocumentState("a text");
        StateKey key = StateKey.document(Hash.of("a text"));
        for (Record answer : List.of(
                new Found(Optional.of(text)),
                new Found(Optional.empty()),
                new StatePage(List.of(new StatePage.Entry(key, text, Optional.of("f00d")))),
                new StateHistory(List.of(new StateHistory.Version("f00d", text))),
                new Carried(Optional.of(new Carried.By("f00d", 2, Hash.NONE, Hash.of("whole")))),
                new Ready("1", "2026a"))) {
            assertThat(CanonicalJson.read(CanonicalJson.write(answer), answer.getClass()))
                    .isEqualTo(answer);
        }
    }

    @Test
    void states_stand_under_their_own_keys_and_nothing_else_does() {
        StateKey key = StateKey.readings(new MeterId("IE-9001/import"), LocalDate.of(2026, 10, 25));

        assertThat(PeerKeys.of(key)).isEqualTo("readings/IE-9001/import/2026-10-25");
        assertThat(PeerKeys.stateKey(PeerKeys.of(key))).contains(key);
        assertThat(PeerKeys.stateKey(PeerKeys.request(ESCO.member(), new RequestKey("a/b"))))
                .isEmpty();
        assertThat(PeerKeys.stateKey(PeerKeys.transaction(new TransactionId(Hash.NONE))))
                .isEmpty();
        assertThat(PeerKeys.stateKey(PeerKeys.binding(ESCO.member()))).isEmpty();
    }

    @Test
    void the_range_of_a_prefix_ends_right_behind_its_keys() {
        assertThat(PeerKeys.behind("agreement/a/")).isEqualTo("agreement/a0");
        assertThat(PeerKeys.behind("index/x/2026-")).isEqualTo("index/x/2026.");
    }

    @Test
    void a_binding_is_signed_by_whom_it_names() {
        SignedBinding signed = SignedBinding.sign(BINDING, ESCO);

        assertThat(SignatureCheck.holds(
                        ESCO.publicKey(),
                        BINDING.hash().bytes(),
                        Base64.getDecoder().decode(signed.signature())))
                .isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignedBinding.sign(BINDING, Signer.of(new MemberId("owner"), KeyPair.generate())))
                .withMessageContaining("'owner'");
    }

    @Test
    void the_name_of_a_membership_provider_is_checked() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Binding(LedgerId.NONE, ESCO.member(), "Esco MSP", ESCO.member(), BINDING.statedAt()))
                .withMessageContaining("'Esco MSP'");
    }
}

package io.smartblocks.ledger.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.proof.InclusionPath;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Signature;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgedSignatureTests {

    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final String X509 = "302a300506032b6570032100";

    private final World world = World.founded();
    private final Signer eve = member("eve");
    private final Signer mallory = member("mallory");

    @Test
    void what_its_signer_signed_is_taken() {
        assertThat(decision(signed("a", eve))).isInstanceOf(BatchDecision.Applied.class);
        List<Transaction> together = signedTogether(eve);
        assertThat(together).allSatisfy(each -> assertThat(decision(each)).isInstanceOf(BatchDecision.Applied.class));
    }

    @Test
    void a_signature_with_another_key_is_refused() {
        refuses(signed("a", Signer.of(eve.member(), KeyPair.generate())));
        refuses(signed("a", impostor()));
    }

    @Test
    void a_signature_in_which_any_bit_is_flipped_is_refused() {
        Transaction honest = signed("a", eve);
        byte[] bytes = bytes(honest);
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refuses(with(honest, flipped));
        }
    }

    @Test
    void a_second_half_beyond_the_order_of_the_group_is_refused() {
        Transaction honest = signed("a", eve);
        BigInteger half = Ed25519Sums.number(bytes(honest), 32);
        for (BigInteger same = half.add(ORDER); same.bitLength() <= 256; same = same.add(ORDER)) {
            refuses(with(honest, Ed25519Sums.joined(bytes(honest), same)));
        }
    }

    @Test
    void a_first_half_that_is_written_in_another_way_is_refused() {
        byte[] seed = new byte[32];
        seed[0] = 7;
        Ed25519Sums sums = new Ed25519Sums(seed);
        Signer signer = member("sums", sums.publicKey());
        Transaction body = signed("a", signer);
        // the neutral point is y = 1, or y = 1 + p where the rules are not kept
        byte[] neutral = HexFormat.of().parseHex("01" + "00".repeat(31));
        byte[] loose = HexFormat.of().parseHex("ee" + "ff".repeat(30) + "7f");

        byte[] message = body.signedRoot().bytes();
        assertThat(sums.equationHolds(neutral, message)).isTrue();
        refuses(with(body, sums.withNeutral(loose, message)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "no Base64 at all", "AAAA AAAA", "\u20ac"})
    void what_is_no_signature_is_refused(String value) {
        Transaction honest = signed("a", eve);

        refuses(new Transaction(
                honest.id(),
                honest.body(),
                new Signature(value, honest.signature().path())));
    }

    @Test
    void a_signature_has_one_text() {
        Transaction honest = signed("a", eve);
        String value = honest.signature().value();
        char last = value.charAt(85);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char same = letters.charAt(letters.indexOf(last) + 1);
        for (String other : List.of(value.substring(0, 85) + same + "==", value.substring(0, 86))) {
            assertThat(Base64.getDecoder().decode(other)).isEqualTo(bytes(honest));
            refuses(new Transaction(
                    honest.id(),
                    honest.body(),
                    new Signature(other, honest.signature().path())));
        }
    }

    @Test
    void a_signature_that_is_too_short_or_too_long_is_refused() {
        Transaction honest = signed("a", eve);
        for (int length : new int[] {1, 32, 63, 65, 128}) {
            refuses(with(honest, Arrays.copyOf(bytes(honest), length)));
        }
    }

    @Test
    void the_signature_of_another_member_or_request_is_refused() {
        Transaction honest = signed("a", eve);

        refuses(new Transaction(honest.id(), honest.body(), signed("a", mallory).signature()));
        refuses(new Transaction(honest.id(), honest.body(), signed("b", eve).signature()));
    }

    @Test
    void a_body_that_was_changed_after_it_was_signed_is_refused() {
        Transaction honest = signed("a", eve);
        Transaction other = signed("b", eve);

        refuses(new Transaction(honest.id(), other.body(), honest.signature()));
        refuses(new Transaction(other.id(), other.body(), honest.signature()));
    }

    @Test
    void the_way_through_the_tree_of_a_stranger_is_refused() {
        List<Transaction> hers = signedTogether(eve);
        List<Transaction> theirs = signedTogether(mallory);
        Transaction first = hers.get(0);
        String value = first.signature().value();

        refuses(new Transaction(first.id(), first.body(), theirs.get(0).signature()));
        refuses(with(first, value, theirs.get(0).signature().path()));
        refuses(with(first, value, hers.get(1).signature().path()));
        refuses(with(first, value, new InclusionPath(0, 1, List.of())));
        // a transaction of the stranger under a signature of hers
        refuses(new Transaction(theirs.get(0).id(), theirs.get(0).body(), first.signature()));
    }

    @Test
    void a_way_that_was_bent_is_refused() {
        Transaction second = signedTogether(eve).get(1);
        InclusionPath path = second.signature().path();
        for (int place = 0; place < path.beside().size(); place++) {
            List<Hash> bent = new ArrayList<>(path.beside());
            bent.set(place, Hash.of("elsewhere"));
            refuses(with(second, second.signature().value(), new InclusionPath(path.index(), path.size(), bent)));
        }
        for (int index : new int[] {0, 2, 3}) {
            refuses(with(second, second.signature().value(), new InclusionPath(index, path.size(), path.beside())));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the eight points of small order, then other writings of two of them
                "0100000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void a_key_for_which_everyone_could_sign_is_refused(String point) {
        VerifyingKey weak = new VerifyingKey(
                Base64.getEncoder().encodeToString(HexFormat.of().parseHex(X509 + point)));
        MemberId ann = new MemberId("ann");

        refuses(
                signed(new RegisterMember(ann, "Ann", ann, Set.of(), weak), World.key(), "registrar"),
                RefusalCode.INVALID_CONTENT);
        refuses(signed(new RotateKey(eve.member(), weak), World.key(), "registrar"), RefusalCode.INVALID_CONTENT);
        // S = s and R = [s]B: what everyone can make for the neutral point
        byte[] seed = new byte[32];
        Transaction application =
                signed(new ApplyForMembership(ann, "Ann", ann, Set.of(), weak), KeyPair.generate(), "ann");
        BatchDecision decision = decision(with(application, new Ed25519Sums(seed).forNeutralKey()));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        BatchDecision.Refused.class,
                        refused -> assertThat(refused.code())
                                .isIn(RefusalCode.INVALID_CONTENT, RefusalCode.SIGNATURE_WRONG));
    }

    private Signer member(String id) {
        KeyPair key = KeyPair.generate();
        member(id, key.publicKey());
        return Signer.of(new MemberId(id), key);
    }

    /** A member whose transactions are signed by whoever holds the key; here only what they name matters. */
    private Signer member(String id, VerifyingKey key) {
        MemberId member = new MemberId(id);
        world.must("registrar", new RegisterMember(member, id, member, Set.of(), key));
        return Signer.of(member, KeyPair.generate());
    }

    private Signer impostor() {
        return new Signer() {
            @Override
            public MemberId member() {
                return eve.member();
            }

            @Override
            public VerifyingKey publicKey() {
                return eve.publicKey();
            }

            @Override
            public byte[] sign(byte[] message) {
                return mallory.sign(message);
            }
        };
    }

    private TransactionBody body(String request, Signer signer) {
        VerifyingKey next = World.key().publicKey();
        LedgerId ledger = world.at(StateKey.ledger(), LedgerState.class).id();
        return new TransactionBody(
                ledger, new RotateKey(signer.member(), next), signer.member(), new RequestKey(request), World.NOON);
    }

    private Transaction signed(String request, Signer signer) {
        return Transaction.signAll(List.of(body(request, signer)), signer).get(0);
    }

    private Transaction signed(Payload payload, KeyPair key, String member) {
        LedgerId ledger = world.at(StateKey.ledger(), LedgerState.class).id();
        return Transaction.sign(ledger, payload, new RequestKey("r"), World.NOON, Signer.of(new MemberId(member), key));
    }

    private List<Transaction> signedTogether(Signer signer) {
        List<TransactionBody> bodies = List.of("a", "b", "c", "d").stream()
                .map(request -> body(request, signer))
                .toList();
        return Transaction.signAll(bodies, signer);
    }

    private static byte[] bytes(Transaction transaction) {
        return Base64.getDecoder().decode(transaction.signature().value());
    }

    private static Transaction with(Transaction honest, byte[] signature) {
        return with(
                honest,
                Base64.getEncoder().encodeToString(signature),
                honest.signature().path());
    }

    private static Transaction with(Transaction honest, String value, InclusionPath path) {
        return new Transaction(honest.id(), honest.body(), new Signature(value, path));
    }

    private void refuses(Transaction forged) {
        refuses(forged, RefusalCode.SIGNATURE_WRONG);
    }

    private void refuses(Transaction forged, RefusalCode code) {
        assertThat(decision(forged)).isInstanceOfSatisfying(BatchDecision.Refused.class, refused -> {
            assertThat(refused.code()).as(refused.message()).isEqualTo(code);
            assertThat(refused.message()).isNotBlank();
        });
    }

    private BatchDecision decision(Transaction transaction) {
        return Families.decide(
                List.of(transaction), world.states(), new BlockLimits(1, World.NOON), new SignatureMemo());
    }
}

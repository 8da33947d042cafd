package io.smartblocks.ledger.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TestVectorTests {

    // the first key of RFC 8032, section 7.1
    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static final VerifyingKey KEY = new VerifyingKey(
            Base64.getEncoder().encodeToString(HexFormat.of().parseHex("302a300506032b6570032100" + PUBLIC)));

    @ParameterizedTest
    @MethodSource("vectors")
    void text_id_and_signature_are_as_published(Map<String, String> vector) throws GeneralSecurityException {
        String text = vector.get("text");
        TransactionBody body = CanonicalJson.read(text, TransactionBody.class);
        Transaction signed = Transaction.signAll(List.of(body), new FixedSigner(body.signer()))
                .get(0);

        assertThat(body.canonicalText()).isEqualTo(text);
        assertThat(signed.id().toString()).isEqualTo(vector.get("id")).isEqualTo(sha256(text));
        assertThat(signed.signature().value()).isEqualTo(vector.get("signature"));
        assertThat(signed.signedWith(KEY)).isTrue();
        assertThat(CanonicalJson.read(CanonicalJson.write(signed), Transaction.class))
                .isEqualTo(signed);
    }

    @Test
    void one_signature_over_all_of_them_proves_each_alone() {
        List<TransactionBody> bodies = vectors()
                .map(vector -> CanonicalJson.read(vector.get("text"), TransactionBody.class))
                .map(body -> new TransactionBody(
                        body.ledger(), body.payload(), new MemberId("one"), body.requestKey(), body.statedAt()))
                .toList();
        List<Transaction> signed = Transaction.signAll(bodies, new FixedSigner(new MemberId("one")));

        assertThat(signed).hasSameSizeAs(bodies).allMatch(transaction -> transaction.signedWith(KEY));
        Transaction first = signed.get(0);
        assertThat(new Transaction(first.id(), bodies.get(1), first.signature()).signedWith(KEY))
                .isFalse();
        assertThat(new Transaction(first.id(), first.body(), signed.get(1).signature()).signedWith(KEY))
                .isFalse();
    }

    @Test
    void the_vector_in_the_documentation_is_the_first_of_them() throws IOException {
        Map<String, String> first = vectors().findFirst().orElseThrow();
        String page = Files.readString(Path.of("..", "..", "docs", "ledger.md"));

        assertThat(page)
                .contains(first.get("text") + "\nid: " + first.get("id") + "\nsignature: " + first.get("signature"));
    }

    static Stream<Map<String, String>> vectors() {
        try (InputStream file = TestVectorTests.class.getResourceAsStream("test-vectors.txt")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n\n"))
                    .filter(block -> !block.startsWith("#"))
                    .map(TestVectorTests::vector);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> vector(String block) {
        Map<String, String> vector = new TreeMap<>();
        block.lines()
                .forEach(line ->
                        vector.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2)));
        return vector;
    }

    private static String sha256(String text) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    private record FixedSigner(MemberId member) implements Signer {

        @Override
        public VerifyingKey publicKey() {
            return KEY;
        }

        @Override
        public byte[] sign(byte[] message) {
            try {
                byte[] encoded = HexFormat.of().parseHex("302e020100300506032b657004220420" + SEED);
                PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
                java.security.Signature signature = java.security.Signature.getInstance("Ed25519");
                signature.initSign(key);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}

package io.smartblocks.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagFactory;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreFaultTests {

    private static final MemberId EVE = new MemberId("eve");
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final KeyPassword PASSWORD = KeyPassword.random("correct horse");

    @TempDir
    private Path directory;

    private KeyStoreFile file;

    @BeforeEach
    void a_key_store() {
        file = new KeyStoreFile(directory.resolve("eve.p12"));
        file.create(EVE, KeyPair.generate(), PASSWORD, NOON);
    }

    @Test
    void a_file_that_is_missing() {
        refuses(new KeyStoreFile(directory.resolve("none.p12")), PASSWORD, "does not exist");
        refuses(new KeyStoreFile(directory), PASSWORD, "is a directory; expected a key store");
    }

    @Test
    void a_wrong_password() {
        refuses(file, KeyPassword.random("wrong"), "does not open: wrong password");
        refuses(file, KeyPassword.typed("correct hors"), "does not open: wrong password");
        assertThatThrownBy(() -> file.changePassword(KeyPassword.random("wrong"), PASSWORD))
                .hasMessageContaining("wrong password");
        assertThatThrownBy(() -> file.add(KeyPair.generate(), KeyPassword.random("wrong"), NOON))
                .hasMessageContaining("wrong password");
        assertThatCode(() -> file.open(PASSWORD)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "-----BEGIN ENCRYPTED PRIVATE KEY-----", "0\u0082\u0001"})
    void a_file_that_is_something_else(String content) throws IOException {
        Files.writeString(file.path(), content, StandardCharsets.ISO_8859_1);

        refuses(file, PASSWORD, "is damaged, or no PKCS#12 at all");
    }

    @Test
    void a_file_that_is_far_too_large() throws IOException {
        Files.write(file.path(), new byte[2 << 20]);

        refuses(file, PASSWORD, "is too large for a key store");
    }

    @Test
    void a_file_in_which_a_bit_is_flipped_opens_to_nothing_else_than_what_was_in_it() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        VerifyingKey key = file.certificates().get(0).publicKey();
        int refused = 0;
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << at % 8);
            Files.write(file.path(), flipped);
            try {
                assertThat(file.signer(EVE, key, PASSWORD).publicKey()).isEqualTo(key);
            } catch (KeyFileProblem named) {
                assertThat(named).hasMessageContaining(file.path().toString());
                refused++;
            }
        }
        // Java's reader takes an old wrong object identifier for the right one
        assertThat(refused).isGreaterThanOrEqualTo(whole.length - 2);
    }

    @Test
    void a_file_that_was_cut_short() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        for (int length = 1; length < whole.length; length += 31) {
            Files.write(file.path(), Arrays.copyOf(whole, length));
            refuses(file, PASSWORD, "is damaged");
        }
    }

    @Test
    void an_empty_file() throws IOException {
        Files.write(file.path(), new byte[0]);

        refuses(file, PASSWORD, "is empty; restore a copy");
    }

    @Test
    void a_member_that_was_exchanged_behind_the_seal() throws IOException {
        String content = Files.readString(file.path(), StandardCharsets.ISO_8859_1);
        Files.writeString(file.path(), content.replace("eve", "eva"), StandardCharsets.ISO_8859_1);

        assertThat(file.certificates().get(0).member()).isEqualTo(new MemberId("eva"));
        refuses(file, PASSWORD, "is damaged: its password is right, but its content is not what was sealed");
    }

    @Test
    void a_key_store_without_a_seal() throws Exception {
        PKCS12PfxPduBuilder unsealed = new PKCS12PfxPduBuilder();
        for (PKCS12SafeBag bag : bags(file)) {
            unsealed.addData(bag);
        }
        Files.write(file.path(), unsealed.build(null, PASSWORD.letters()).getEncoded());

        refuses(file, PASSWORD, "is not sealed");
    }

    @Test
    void a_certificate_of_another_key() throws Exception {
        KeyPair key = KeyPair.generate();
        KeyCertificate other = KeyCertificate.selfSigned(EVE, KeyPair.generate(), NOON);
        Files.write(file.path(), KeyStoreWriting.write(List.of(new StoredKey(key, other)), PASSWORD));

        refuses(
                file,
                PASSWORD,
                "holds under '" + key.publicKey().shortFingerprint() + "' the certificate of another private key");
    }

    @Test
    void keys_of_several_members() throws IOException {
        StoredKey eve = stored("eve");
        StoredKey otto = stored("otto");
        Files.write(file.path(), KeyStoreWriting.write(List.of(eve, otto), PASSWORD));

        refuses(file, PASSWORD, "holds keys of several members: eve, otto; give each a key store of its own");
    }

    @Test
    void a_key_without_a_certificate() throws Exception {
        byte[] keyOnly = sealed(List.of(bags(file).get(0)));
        Files.write(file.path(), keyOnly);

        refuses(file, PASSWORD, "holds no Ed25519 key with a certificate; make one with 'smartblocks key new'");
    }

    @Test
    void nothing_of_a_password_is_shown() {
        assertThat(PASSWORD.toString()).doesNotContain("correct");
        assertThatThrownBy(() -> KeyPassword.typed("")).hasMessageContaining("is empty");
        assertThatThrownBy(() -> KeyPassword.typed("Gr\u00fc\u00dfe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("character 3 of the key's password is not a printable character of ASCII")
                .hasMessageNotContaining("Gr");
        assertThatThrownBy(() -> KeyPassword.typed("two\nlines")).hasMessageStartingWith("character 4");
    }

    private static void refuses(KeyStoreFile file, KeyPassword password, String message) {
        assertThatThrownBy(() -> file.open(password))
                .isInstanceOf(KeyFileProblem.class)
                .hasMessageContaining(file.path().toString())
                .hasMessageContaining(message);
    }

    private static StoredKey stored(String member) {
        KeyPair key = KeyPair.generate();
        return new StoredKey(key, KeyCertificate.selfSigned(new MemberId(member), key, NOON));
    }

    private static List<PKCS12SafeBag> bags(KeyStoreFile file) throws Exception {
        return Arrays.stream(new PKCS12PfxPdu(Files.readAllBytes(file.path())).getContentInfos())
                .map(PKCS12SafeBagFactory::new)
                .flatMap(factory -> Arrays.stream(factory.getSafeBags()))
                .toList();
    }

    private static byte[] sealed(List<PKCS12SafeBag> bags) throws Exception {
        PKCS12PfxPduBuilder builder = new PKCS12PfxPduBuilder();
        for (PKCS12SafeBag bag : bags) {
            builder.addData(bag);
        }
        return builder.build(
                        new BcPKCS12MacCalculatorBuilder(
                                        new SHA256Digest(), new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256))
                                .setIterationCount(10_000),
                        PASSWORD.letters())
                .getEncoded();
    }
}

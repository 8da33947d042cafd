package io.smartblocks.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key stores are read and made by others as well. */
class OtherToolsTests {

    private static final MemberId EVE = new MemberId("eve");
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final String SECRET = "correct horse";

    @TempDir
    private Path directory;

    private final KeyPair key = KeyPair.generate();
    private KeyStoreFile file;

    @BeforeEach
    void a_key_store() throws IOException {
        Files.writeString(directory.resolve("password"), SECRET);
        file = new KeyStoreFile(directory.resolve("eve.p12"));
        file.create(EVE, key, KeyPassword.typed(SECRET), NOON);
    }

    @Test
    void keytool_lists_every_key_by_its_alias() throws Exception {
        KeyPair successor = KeyPair.generate();
        file.add(successor, KeyPassword.typed(SECRET), NOON);
        String listed = keytool("-list", "-v", "-keystore", file.path().toString(), "-storepass:file", "password");

        assertThat(listed)
                .contains("Your keystore contains 2 entries")
                .contains("Alias name: " + key.publicKey().shortFingerprint())
                .contains("Alias name: " + successor.publicKey().shortFingerprint())
                .contains("Entry type: PrivateKeyEntry")
                .contains("Owner: CN=eve")
                .contains("Signature algorithm name: Ed25519");
    }

    @Test
    void openssl_opens_it_and_finds_the_same_key() throws Exception {
        assumeOpenssl();
        String info = run("openssl", "pkcs12", "-in", "eve.p12", "-passin", "file:password", "-info", "-noout");
        assertThat(info)
                .contains("MAC: sha256, Iteration 1200000")
                .contains("PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256");

        run("openssl", "pkcs12", "-in", "eve.p12", "-passin", "file:password", "-nocerts", "-nodes", "-out", "k.pem");
        assertThat(run("openssl", "pkey", "-in", "k.pem", "-pubout"))
                .contains(key.publicKey().value());
    }

    @Test
    void the_certificate_is_signed_by_its_own_key() throws Exception {
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        file.certificates().get(0).pem().getBytes(StandardCharsets.US_ASCII)));

        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getPublicKey().getEncoded())
                .isEqualTo(key.publicKey().encoded());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=eve");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()).startsWith(true, false, false);
    }

    @Test
    void a_key_that_keytool_made_can_sign() throws Exception {
        keytoolMakes("eve", "Ed25519");

        StoredKeys made = new KeyStoreFile(directory.resolve("made.p12")).open(KeyPassword.typed(SECRET));
        byte[] message = "message".getBytes(StandardCharsets.UTF_8);
        assertThat(made.member()).isEqualTo(EVE);
        assertThat(SignatureCheck.holds(
                        made.signer().publicKey(), message, made.signer().sign(message)))
                .isTrue();
    }

    @Test
    void a_key_of_another_kind_is_refused() throws Exception {
        keytoolMakes("eve", "EC");

        assertThatThrownBy(() -> new KeyStoreFile(directory.resolve("made.p12")).open(KeyPassword.typed(SECRET)))
                .isInstanceOf(KeyFileProblem.class)
                .hasMessageContaining("holds no Ed25519 key");
    }

    @Test
    void a_certificate_that_names_no_member_is_refused() throws Exception {
        keytoolMakes("Eve Example", "Ed25519");

        assertThatThrownBy(() -> new KeyStoreFile(directory.resolve("made.p12")).open(KeyPassword.typed(SECRET)))
                .isInstanceOf(KeyFileProblem.class)
                .hasMessageContaining("names no member: 'Eve Example' is not a member id");
    }

    @Test
    void what_others_put_beside_the_key_is_not_lost() throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                "tls",
                "-keyalg",
                "EC",
                "-dname",
                "CN=eve",
                "-storetype",
                "PKCS12",
                "-keystore",
                "eve.p12",
                "-storepass:file",
                "password");
        byte[] before = Files.readAllBytes(file.path());

        assertThat(file.open(KeyPassword.typed(SECRET)).signer().publicKey()).isEqualTo(key.publicKey());
        assertThatThrownBy(() -> file.add(KeyPair.generate(), KeyPassword.typed(SECRET), NOON))
                .hasMessageContaining("holds more than the keys of a member: tls");
        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
    }

    private void keytoolMakes(String name, String kind) throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                "mine",
                "-keyalg",
                kind,
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                "made.p12",
                "-storepass:file",
                "password");
    }

    private String keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        // its answers are in the language of the machine
        command.addAll(List.of("-J-Duser.language=en", "-J-Duser.country=IE"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private void assumeOpenssl() throws Exception {
        boolean there;
        try {
            there = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException missing) {
            there = false;
        }
        assumeTrue(there, "openssl is not installed here");
    }

    private String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}

package io.smartblocks.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreFileTests {

    private static final MemberId EVE = new MemberId("eve");
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);
    private static final KeyPassword PASSWORD = KeyPassword.random("correct horse");

    @TempDir
    private Path directory;

    private final KeyPair key = KeyPair.generate();
    private KeyStoreFile file;

    @BeforeEach
    void a_key_store() {
        file = new KeyStoreFile(directory.resolve("keys").resolve("eve.p12"));
        file.create(EVE, key, PASSWORD, NOON);
    }

    @Test
    void a_key_that_was_written_can_be_read_and_signs() {
        Signer read = file.open(PASSWORD).signer();

        assertThat(read.member()).isEqualTo(EVE);
        assertThat(SignatureCheck.holds(key.publicKey(), MESSAGE, read.sign(MESSAGE)))
                .isTrue();
        assertThat(SignatureCheck.holds(KeyPair.generate().publicKey(), MESSAGE, read.sign(MESSAGE)))
                .isFalse();
    }

    @Test
    void whose_key_it_is_can_be_seen_without_the_password() {
        List<KeyCertificate> certificates = file.certificates();

        assertThat(certificates).hasSize(1);
        assertThat(certificates.get(0).member()).isEqualTo(EVE);
        assertThat(certificates.get(0).publicKey()).isEqualTo(key.publicKey());
        assertThat(certificates.get(0).since()).isEqualTo(NOON);
    }

    @Test
    void a_password_that_was_typed_opens_as_well() {
        KeyStoreFile typed = new KeyStoreFile(directory.resolve("typed.p12"));
        typed.create(EVE, key, KeyPassword.typed("correct horse"), NOON);

        assertThat(typed.open(KeyPassword.typed("correct horse")).signer().publicKey())
                .isEqualTo(key.publicKey());
    }

    @Test
    void only_the_owner_may_read_the_file_and_nothing_else_is_left_beside_it() throws IOException {
        assertThat(names()).containsExactly("eve.p12");
        assumePosix();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(file.warning()).isEmpty();
    }

    @Test
    void its_owner_is_told_when_others_may_read_it() throws IOException {
        assumePosix();
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(file.warning())
                .hasValue("key store '" + file.path() + "' is open to others (rw-r-----); close it with chmod 600");
        assertThat(file.open(PASSWORD).signer().publicKey()).isEqualTo(key.publicKey());
    }

    @Test
    void a_key_store_that_is_there_is_never_overwritten() throws IOException {
        byte[] before = Files.readAllBytes(file.path());

        assertThatThrownBy(() -> file.create(EVE, KeyPair.generate(), PASSWORD, NOON))
                .isInstanceOf(KeyFileProblem.class)
                .hasMessage(
                        "key store '" + file.path() + "' exists already; it is not overwritten, choose another name");
        assertThat(Files.readAllBytes(file.path())).isEqualTo(before);
        assertThat(names()).containsExactly("eve.p12");
    }

    @Test
    void a_successor_stands_beside_the_old_key_until_the_ledger_names_it() throws IOException {
        KeyPair successor = KeyPair.generate();
        file.add(successor, PASSWORD, NOON.plus(Duration.ofDays(30)));

        assertThat(file.signer(EVE, key.publicKey(), PASSWORD).publicKey()).isEqualTo(key.publicKey());
        assertThat(file.signer(EVE, successor.publicKey(), PASSWORD).publicKey())
                .isEqualTo(successor.publicKey());
        assertThat(file.open(PASSWORD).signer().publicKey()).isEqualTo(successor.publicKey());
        assertThat(file.certificates())
                .extracting(KeyCertificate::publicKey)
                .containsExactly(key.publicKey(), successor.publicKey());
        assertThat(names()).containsExactly("eve.p12");
    }

    @Test
    void the_newest_key_is_the_last_one_made_even_if_the_clock_was_put_back() {
        KeyPair second = KeyPair.generate();
        KeyPair third = KeyPair.generate();
        file.add(second, PASSWORD, NOON.minus(Duration.ofDays(1)));
        file.add(third, PASSWORD, NOON.plusMillis(500));

        assertThat(file.open(PASSWORD).signer().publicKey()).isEqualTo(third.publicKey());
        assertThat(file.certificates())
                .extracting(KeyCertificate::since)
                .containsExactly(NOON, NOON.plusSeconds(1), NOON.plusSeconds(2));
    }

    @Test
    void a_key_that_the_ledger_does_not_name_does_not_sign() {
        KeyPair successor = KeyPair.generate();
        VerifyingKey other = KeyPair.generate().publicKey();
        file.add(successor, PASSWORD, NOON);

        assertThatThrownBy(() -> file.signer(EVE, other, PASSWORD))
                .isInstanceOf(KeyFileProblem.class)
                .hasMessage("key store '%s' holds keys %s and %s, but the ledger names key %s for 'eve';"
                                .formatted(
                                        file.path(),
                                        key.publicKey().shortFingerprint(),
                                        successor.publicKey().shortFingerprint(),
                                        other.shortFingerprint())
                        + " use the key store with that one");
        assertThatThrownBy(() -> file.signer(new MemberId("otto"), key.publicKey(), PASSWORD))
                .hasMessage("key store '" + file.path() + "' is that of 'eve', not of 'otto'");
    }

    @Test
    void another_password_opens_the_same_keys() {
        KeyPassword fresh = KeyPassword.random("battery staple");
        KeyPair successor = KeyPair.generate();
        file.add(successor, PASSWORD, NOON);
        file.changePassword(PASSWORD, fresh);

        assertThat(file.signer(EVE, key.publicKey(), fresh).publicKey()).isEqualTo(key.publicKey());
        assertThat(file.signer(EVE, successor.publicKey(), fresh).publicKey()).isEqualTo(successor.publicKey());
        assertThatThrownBy(() -> file.open(PASSWORD)).hasMessageContaining("wrong password");
    }

    @Test
    void the_same_key_member_and_second_give_the_same_certificate() {
        String pem = file.certificates().get(0).pem();

        assertThat(KeyCertificate.selfSigned(EVE, key, NOON.plusMillis(999)).pem())
                .isEqualTo(pem);
        assertThat(KeyCertificate.selfSigned(EVE, key, NOON.plusSeconds(1)).pem())
                .isNotEqualTo(pem);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(file.path().getParent())) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    private void assumePosix() throws IOException {
        assumeTrue(Files.getFileStore(file.path()).supportsFileAttributeView("posix"), "no POSIX permissions here");
    }
}

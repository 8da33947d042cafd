package io.smartblocks.ledger.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTests {

    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private final KeyPair key = KeyPair.generate();
    private KeyFile file;

    @BeforeEach
    void a_key_file() {
        file = new KeyFile(directory.resolve("keys").resolve("eve.pem"));
        file.write(key, "correct horse".toCharArray());
    }

    @Test
    void a_key_that_was_written_can_be_read_and_signs() {
        KeyPair read = file.read("correct horse".toCharArray());

        assertThat(SignatureCheck.holds(key.publicKey(), MESSAGE, read.sign(MESSAGE)))
                .isTrue();
        assertThat(SignatureCheck.holds(KeyPair.generate().publicKey(), MESSAGE, read.sign(MESSAGE)))
                .isFalse();
        assertThat(file.readPublicKey()).isEqualTo(key.publicKey());
    }

    @Test
    void only_the_owner_may_read_the_file_and_its_private_half_is_encrypted() throws IOException {
        assumeTrue(Files.getFileStore(file.path()).supportsFileAttributeView("posix"), "no POSIX permissions here");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file.path()))
                .startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n")
                .doesNotContain("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void what_is_wrong_is_said_with_the_files_name() throws IOException {
        assertThatThrownBy(() -> file.read("wrong".toCharArray()))
                .isInstanceOf(KeyFileProblem.class)
                .hasMessage("wrong passphrase for key file '" + file.path() + "'");
        assertThatThrownBy(() -> file.write(key, "x".toCharArray())).hasMessageContaining("exists already");
        KeyFile missing = new KeyFile(directory.resolve("missing.pem"));
        assertThatThrownBy(() -> missing.read("x".toCharArray())).hasMessageContaining("does not exist");
        Path other = Files.writeString(directory.resolve("other.pem"), "hello");
        assertThatThrownBy(() -> new KeyFile(other).read("x".toCharArray()))
                .hasMessageContaining("-----BEGIN ENCRYPTED PRIVATE KEY-----");
    }

    @Test
    void halves_that_do_not_belong_together_are_refused() throws IOException {
        KeyFile stranger = new KeyFile(directory.resolve("stranger.pem"));
        stranger.write(KeyPair.generate(), "correct horse".toCharArray());
        String own = Files.readString(file.path());
        String theirs = Files.readString(stranger.path());
        int split = own.indexOf("-----BEGIN PUBLIC KEY-----");
        Files.writeString(
                file.path(), own.substring(0, split) + theirs.substring(theirs.indexOf("-----BEGIN PUBLIC KEY-----")));

        assertThatThrownBy(() -> file.read("correct horse".toCharArray()))
                .hasMessageContaining("public key of another private key");
    }
}

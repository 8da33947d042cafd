package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smartblocks.ledger.identity.KeyPassword;
import io.smartblocks.ledger.identity.KeyStoreFile;
import io.smartblocks.ledger.identity.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeyCommandTests {

    @TempDir
    private Path dir;

    private Path store;
    private Path password;

    @BeforeEach
    void a_password() throws IOException {
        store = dir.resolve("eve.p12");
        password = Files.writeString(dir.resolve("password"), "correct horse\n");
    }

    @Test
    void a_new_key_is_told_by_what_the_ledger_will_write() {
        Run run = Run.of("key", "new", "eve", "--out", store, "--password-file", password);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("""
                member       eve

                alias        [0-9a-f]{8}
                public key   MCowBQYDK2VwAyEA\\S{44}
                fingerprint  [0-9a-f]{64}
                since        \\S+Z
                """);
        assertThat(run.err()).startsWith("The key is in '" + store + "'. Keep a copy");
        assertThat(opened("correct horse").value()).isEqualTo(word(run.out(), "public key"));
    }

    @Test
    void a_key_store_is_not_overwritten() throws IOException {
        make();
        byte[] before = Files.readAllBytes(store);
        Run run = Run.of("key", "new", "eve", "--out", store, "--password-file", password);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("error: Key store '" + store + "' exists already and is not overwritten; name another with"
                        + " --out, or make the new key beside the old one with --replace.\n");
        assertThat(Files.readAllBytes(store)).isEqualTo(before);
    }

    @Test
    void a_key_that_replaces_another_stands_beside_it() {
        String first = make();
        Run run = Run.of("key", "new", "eve", "--out", store, "--password-file", password, "--replace");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsSubsequence("(newest)", "(older)\npublic key   " + first);
        assertThat(run.err()).contains("the old one signs until the ledger names the new one");
        JsonNode report = new JsonMapper()
                .readTree(Run.of("key", "show", store, "--password-file", password, "--json")
                        .out());
        assertThat(report.get("checked").asBoolean()).isTrue();
        assertThat(report.at("/keys/0/publicKey").asString()).isEqualTo(word(run.out(), "public key"));
        assertThat(report.at("/keys/1/publicKey").asString()).isEqualTo(first);
    }

    @Test
    void where_no_key_is_none_is_replaced() {
        Run run = Run.of("key", "new", "eve", "--out", store, "--replace");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("error: There is no key store '" + store + "' whose key could be replaced");
    }

    @Test
    void nobody_replaces_the_key_of_somebody_else() {
        make();
        Run run = Run.of("key", "new", "otto", "--out", store, "--password-file", password, "--replace");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("error: Key store '" + store + "' is that of 'eve', not of 'otto'.\n");
    }

    @Test
    void the_public_half_is_shown_without_a_password_but_not_as_checked() {
        String key = make();
        Run run = Run.of("key", "show", store);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("member       eve\n").contains("public key   " + key + "\n");
        assertThat(run.err()).isEqualTo("note: without the password nothing shows that the store was not changed.\n");
    }

    @Test
    void a_wrong_password_is_told_when_one_is_given() throws IOException {
        make();
        Path wrong = Files.writeString(dir.resolve("wrong"), "incorrect horse");
        Run run = Run.of("key", "show", store, "--password-file", wrong);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("error: Key store '" + store + "' does not open: wrong password.\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_password_is_changed() throws IOException {
        String key = make();
        Path fresh = Files.writeString(dir.resolve("fresh"), "battery staple\r\n");
        Run run = Run.of("key", "password", store, "--password-file", password, "--new-password-file", fresh);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("Key store '" + store + "' opens with the new password.\n");
        assertThat(opened("battery staple").value()).isEqualTo(key);
        assertThat(Run.of("key", "show", store, "--password-file", password).exitCode())
                .isEqualTo(1);
    }

    @Test
    void a_new_password_is_asked_for() {
        make();
        Run run = Run.of("key", "password", store, "--password-file", password);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("error: The new password is missing; give it with --new-password-file FILE or in the"
                        + " variable SMARTBLOCKS_NEW_KEY_PASSWORD.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''          | is empty; write the password into it, on one line.
            '\n'        | is empty; write the password into it, on one line.
            'one\ntwo'  | has several lines; expected the password alone.
            'Gr\u00fc\u00dfe, Eve' | : character 3 of the key's password is not a printable character of ASCII
            'short'     | The password has 5 characters; a key wants at least 8.
            """)
    void a_password_that_cannot_be_used_is_told_without_showing_it(String text, String message) throws IOException {
        Files.writeString(password, text);
        Run run = Run.of("key", "new", "eve", "--out", store, "--password-file", password);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains(message).doesNotContain("Eve").doesNotContain("short");
        assertThat(store).doesNotExist();
    }

    @Test
    void a_missing_password_is_asked_for_where_it_can_be_given() {
        assumeTrue(System.getenv("SMARTBLOCKS_KEY_PASSWORD") == null, "a password is set on this machine");
        Run run = Run.of("key", "new", "eve", "--out", store);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("error: Key store '" + store + "' needs its password; give it with --password-file FILE or"
                        + " in the variable SMARTBLOCKS_KEY_PASSWORD.\n");
    }

    @Test
    void the_certificate_is_printed_for_other_programs() {
        make();
        Run run = Run.of("key", "certificate", store);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("-----BEGIN CERTIFICATE-----\n")
                .endsWith("\n-----END CERTIFICATE-----\n")
                .doesNotContain("PRIVATE");
    }

    @Test
    void what_is_no_key_store_is_refused() throws IOException {
        Path other = Files.writeString(dir.resolve("other.p12"), "hello");

        assertThat(Run.of("key", "show", other).err())
                .isEqualTo("error: Key store '" + other + "' is damaged, or no PKCS#12 at all; restore a copy.\n");
        assertThat(Run.of("key", "show", store).err()).isEqualTo("error: Key store '" + store + "' does not exist.\n");
        assertThat(Run.of("key", "new", "Eve!", "--password-file", password).err())
                .startsWith("error: 'Eve!' is not a member id");
    }

    @Test
    void a_key_store_that_others_may_read_is_warned_of() throws IOException {
        make();
        assumeTrue(Files.getFileStore(store).supportsFileAttributeView("posix"), "no POSIX permissions here");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(Run.of("key", "certificate", store).err())
                .isEqualTo(
                        "warning: key store '" + store + "' is open to others (rw-r--r--); close it with chmod 600.\n");
    }

    @Test
    void a_key_store_from_elsewhere_signs_what_the_ledger_takes_from_its_member_only() throws IOException {
        Path data = SmallLedger.in(dir.resolve("site"));
        make();
        Path readings = Files.writeString(dir.resolve("heat.csv"), "start,value\n2026-01-05T00:00:00Z,101.5\n");
        Run run = Run.of(
                "meter",
                "import",
                readings,
                "--meter",
                "IE-1/heat",
                "--data",
                data,
                "--key",
                store,
                "--password-file",
                password);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("eve");

        Run asOperator = Run.of(
                "meter",
                "import",
                readings,
                "--meter",
                "IE-1/heat",
                "--data",
                data,
                "--as",
                "operator",
                "--key",
                store,
                "--password-file",
                password);
        assertThat(asOperator.err())
                .isEqualTo("error: Key store '" + store + "' is that of 'eve', not of 'operator'.\n");

        Run.of("key", "new", "operator", "--out", dir.resolve("operator.p12"), "--password-file", password);
        Run withAnotherKey = Run.of(
                "meter",
                "import",
                readings,
                "--meter",
                "IE-1/heat",
                "--data",
                data,
                "--key",
                dir.resolve("operator.p12"),
                "--password-file",
                password);
        assertThat(withAnotherKey.exitCode()).isEqualTo(1);
        assertThat(withAnotherKey.err()).contains("but the ledger names key").contains("for 'operator'");
    }

    private String make() {
        Run run = Run.of("key", "new", "eve", "--out", store, "--password-file", password);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return word(run.out(), "public key");
    }

    private VerifyingKey opened(String secret) {
        return new KeyStoreFile(store).open(KeyPassword.typed(secret)).signer().publicKey();
    }

    private static String word(String out, String label) {
        return out.lines()
                .filter(line -> line.startsWith(label))
                .findFirst()
                .orElseThrow()
                .substring("public key   ".length());
    }
}

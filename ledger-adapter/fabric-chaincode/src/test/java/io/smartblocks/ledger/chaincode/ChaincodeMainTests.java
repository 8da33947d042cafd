package io.smartblocks.ledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What whoever starts the server hears when something about its settings is wrong. */
@Timeout(60)
class ChaincodeMainTests {

    private static final String PACKAGE = "smartblocks:" + "a".repeat(64);

    @TempDir
    Path directory;

    private final Map<String, String> environment =
            new TreeMap<>(Map.of(ServerSettings.PACKAGE, PACKAGE, ServerSettings.ADDRESS, "127.0.0.1:9999"));
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    @Test
    void the_package_must_be_named() {
        wrong(
                ServerSettings.PACKAGE,
                "",
                "CORE_CHAINCODE_ID_NAME is not set; expected the id of the installed package");
        wrong(ServerSettings.PACKAGE, "smartblocks", "CORE_CHAINCODE_ID_NAME is 'smartblocks'; expected the id");
    }

    @Test
    void the_address_must_be_one() {
        wrong(ServerSettings.ADDRESS, "", "CHAINCODE_SERVER_ADDRESS is not set; expected host and port");
        wrong(ServerSettings.ADDRESS, "9999", "CHAINCODE_SERVER_ADDRESS is '9999'; expected host and port");
        wrong(ServerSettings.ADDRESS, "localhost:99999", "is 'localhost:99999'; expected host and port");
        wrong(ServerSettings.ADDRESS, "no.such.host.invalid:9999", "the host 'no.such.host.invalid' is not known here");
    }

    @Test
    void other_machines_are_not_met_without_tls_unless_it_is_said() {
        wrong(ServerSettings.ADDRESS, "0.0.0.0:9999", "which other machines reach, but there is no TLS; set");

        environment.put(ServerSettings.ADDRESS, "0.0.0.0:9999");
        environment.put(ServerSettings.TLS_DISABLED, "true");
        assertThat(ServerSettings.of(environment).tls()).isEmpty();
    }

    @Test
    void key_and_certificate_belong_together_and_must_be_what_they_should() throws IOException {
        Path text = Files.writeString(directory.resolve("notes.txt"), "my key");
        wrong(ServerSettings.TLS_KEY, text.toString(), "only one is set; expected both");
        wrong(ServerSettings.CLIENT_CA, text.toString(), "CHAINCODE_CLIENT_CA_CERT is set, but not CHAINCODE_TLS_KEY");

        environment.put(ServerSettings.TLS_CERTIFICATE, text.toString());
        wrong(
                ServerSettings.TLS_KEY,
                text.toString(),
                "holds no '-----BEGIN PRIVATE KEY-----'; expected a private key");
        wrong(ServerSettings.TLS_KEY, directory.resolve("none").toString(), "cannot be read (NoSuchFileException)");

        Path key = Files.writeString(directory.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\n");
        wrong(ServerSettings.TLS_KEY, key.toString(), "CHAINCODE_TLS_CERT: the file " + text + " holds no");
    }

    @Test
    void a_key_that_cannot_be_used_is_told() throws Exception {
        OwnCertificate own = OwnCertificate.in(directory);
        Path broken = Files.writeString(
                directory.resolve("broken.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        environment.put(ServerSettings.TLS_CERTIFICATE, own.certificate().toString());
        environment.put(ServerSettings.TLS_KEY, broken.toString());

        assertThat(run()).isEqualTo(1);
        assertThat(said()).contains("The chaincode cannot listen on 127.0.0.1:9999: ");
    }

    @Test
    void an_address_that_is_taken_is_told() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put(ServerSettings.ADDRESS, "127.0.0.1:" + taken.getLocalPort());

            assertThat(run()).isEqualTo(1);
            assertThat(said()).contains("The chaincode cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void arguments_are_answered_with_the_use() {
        assertThat(ChaincodeMain.run(new String[] {"--help"}, environment, printer()))
                .isEqualTo(2);
        assertThat(said()).contains("CORE_CHAINCODE_ID_NAME", "CHAINCODE_SERVER_ADDRESS", "CHAINCODE_TLS_KEY");
    }

    private void wrong(String name, String value, String message) {
        Map<String, String> before = new TreeMap<>(environment);
        messages.reset();
        environment.put(name, value);

        assertThat(run()).isEqualTo(2);
        assertThat(said()).contains(message).doesNotContain("Exception:", "\tat ");
        environment.clear();
        environment.putAll(before);
    }

    private int run() {
        return ChaincodeMain.run(new String[0], environment, printer());
    }

    private String said() {
        return messages.toString(StandardCharsets.UTF_8);
    }

    private PrintStream printer() {
        return new PrintStream(messages, true, StandardCharsets.UTF_8);
    }
}

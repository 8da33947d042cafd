package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.fabric.standin.Authority;
import io.smartblocks.ledger.fabric.standin.Credentials;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTests {

    private static final Authority ESCO = new Authority("EscoMSP");
    private static final Credentials CLIENT = ESCO.issue("portal", "client");

    private static final String WHERE = """
            # the sample network
            channel = energy
            chaincode = smartblocks
            msp = EscoMSP
            """;

    private static final String AS_WHOM = """
            certificate = wallet/cert.pem
            key = wallet/key.pem
            """;

    private static final String PEERS = """
            peer.1.address = localhost:7051
            peer.1.tls-roots = tls/ca.pem
            peer.2.address = peer.owner.example:7051
            peer.2.tls-roots = tls/ca.pem
            peer.2.tls-name = peer0.owner.example
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void files() {
        Wallet.write(directory.resolve("wallet/cert.pem"), CLIENT.certificatePem());
        Wallet.write(directory.resolve("wallet/key.pem"), CLIENT.keyPem());
        Wallet.write(directory.resolve("tls/ca.pem"), ESCO.rootPem());
    }

    @Test
    void a_profile_tells_where_and_as_whom() {
        Profile profile = read(WHERE + AS_WHOM + PEERS);

        assertThat(profile.channel()).isEqualTo("energy");
        assertThat(profile.chaincode()).isEqualTo("smartblocks");
        assertThat(profile.identity().msp()).isEqualTo("EscoMSP");
        assertThat(profile.identity().certificate()).isEqualTo(CLIENT.certificate());
        assertThat(profile.peers())
                .extracting(Profile.PeerAddress::address)
                .containsExactly("localhost:7051", "peer.owner.example:7051");
        assertThat(profile.peers().get(1).tlsName()).contains("peer0.owner.example");
        assertThat(profile.peers().get(0).tlsRoots()).isEqualTo(directory.resolve("tls/ca.pem"));
    }

    @Test
    void the_identity_may_come_in_a_key_store() throws Exception {
        keyStore("secret");
        Wallet.write(directory.resolve("wallet/password"), "secret\n");
        Profile profile = read(WHERE + "keystore = wallet/portal.p12\nkeystore-password = wallet/password\n" + PEERS);

        assertThat(profile.identity().certificate()).isEqualTo(CLIENT.certificate());
        assertThat(profile.identity().key()).isEqualTo(CLIENT.key());
    }

    @Test
    void a_key_store_needs_its_password() throws Exception {
        keyStore("secret");
        Wallet.write(directory.resolve("wallet/password"), "guess");

        assertThatThrownBy(() ->
                        read(WHERE + "keystore = wallet/portal.p12\nkeystore-password = wallet/password\n" + PEERS))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("portal.p12")
                .hasMessageContaining("cannot be opened with the password");
    }

    @Test
    void what_is_missing_or_wrong_is_named() {
        refused(AS_WHOM + PEERS, "'channel' is missing");
        refused(WHERE + PEERS, "'certificate' is missing");
        refused(WHERE + AS_WHOM, "'peer.1.address' is missing");
        refused(WHERE + AS_WHOM + PEERS + "chanel = x\n", "'chanel' is not known");
        refused(WHERE + AS_WHOM + PEERS.replace(":7051", ""), "expected host and port");
        refused(WHERE + AS_WHOM + PEERS.replace("tls/ca.pem", "tls/none.pem"), "none.pem', which is not there");
        refused(WHERE + AS_WHOM.replace("key.pem", "cert.pem") + PEERS, "cannot be read; expected PEM files");
    }

    @Test
    void a_key_belongs_to_its_certificate() {
        Wallet.write(
                directory.resolve("wallet/key.pem"),
                ESCO.issue("other", "client").keyPem());

        refused(WHERE + AS_WHOM + PEERS, "is not that of the certificate of");
    }

    @Test
    void a_profile_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Profile.read(directory.resolve("none.profile")))
                .isInstanceOf(ProfileProblem.class)
                .hasMessageContaining("none.profile");
    }

    private void keyStore(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("portal", CLIENT.key(), password.toCharArray(), new Certificate[] {CLIENT.certificate()});
        try (OutputStream out = Files.newOutputStream(directory.resolve("wallet/portal.p12"))) {
            store.store(out, password.toCharArray());
        }
    }

    private void refused(String text, String words) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ProfileProblem.class).hasMessageContaining(words);
    }

    private Profile read(String text) {
        Wallet.write(directory.resolve("esco.profile"), text);
        return Profile.read(directory.resolve("esco.profile"));
    }
}

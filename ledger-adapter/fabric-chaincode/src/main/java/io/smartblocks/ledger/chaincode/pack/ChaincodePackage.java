package io.smartblocks.ledger.chaincode.pack;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a peer installs: where the chaincode server is, and how it is known.
 *
 * @param label the name of this package among those of its peer
 * @param address the server's host and port as the peer reaches it
 * @param rootCertificate PEM of those who sign the server's certificate; without, the peer asks for no TLS
 * @param client what the peer shows to a server that asks for it
 */
public record ChaincodePackage(
        String label, String address, Optional<String> rootCertificate, Optional<PeerCertificate> client) {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._+-]{0,99})");
    private static final Pattern ADDRESS = Pattern.compile("[^:\\s]+:\\d{1,5}");

    /** PEM of a certificate and of its key, which lie open in the package. */
    public record PeerCertificate(String key, String certificate) {}

    private record Fields(Map<String, Object> value) {}

    public ChaincodePackage {
        check("label", label, LABEL, "up to 100 letters, digits, '.', '_', '+' or '-', such as smartblocks_1");
        check("address", address, ADDRESS, "host and port as the peer reaches them, such as chaincode.example:9999");
        if (client.isPresent() && rootCertificate.isEmpty()) {
            throw new IllegalArgumentException(
                    "a peer shows its certificate over TLS only; name the root certificate too");
        }
    }

    private static void check(String what, String text, Pattern form, String expected) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("the " + what + " is '" + text + "'; expected " + expected);
        }
    }

    /** The bytes of the package, a tar.gz as {@code peer lifecycle chaincode install} takes it. */
    public byte[] bytes() {
        byte[] code = Archive.gzip(Archive.tar(Map.of("connection.json", json(connection()))));
        return Archive.gzip(Archive.tar(new TreeMap<>(
                Map.of("code.tar.gz", code, "metadata.json", json(Map.of("label", label, "type", "ccaas"))))));
    }

    /** The id by which peers call a package of these bytes. */
    public String id(byte[] bytes) {
        return label + ":" + Hash.of(bytes);
    }

    private Map<String, Object> connection() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("address", address);
        fields.put("dial_timeout", "10s");
        fields.put("tls_required", rootCertificate.isPresent());
        rootCertificate.ifPresent(pem -> fields.put("root_cert", pem));
        fields.put("client_auth_required", client.isPresent());
        client.ifPresent(peer -> {
            fields.put("client_key", peer.key());
            fields.put("client_cert", peer.certificate());
        });
        return fields;
    }

    private static byte[] json(Map<String, Object> fields) {
        return CanonicalJson.write(new Fields(fields)).getBytes(StandardCharsets.UTF_8);
    }
}

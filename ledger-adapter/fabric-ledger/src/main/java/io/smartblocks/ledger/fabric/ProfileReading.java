package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.Profile.PeerAddress;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads profiles: lines of {@code key = value}; files are looked for beside the profile. */
final class ProfileReading {

    private static final Pattern ADDRESS = Pattern.compile("[^:/\\s]+:\\d{1,5}");
    private static final int MOST_PEERS = 99;

    private final Path file;
    private final TreeMap<String, String> lines;

    private ProfileReading(Path file, TreeMap<String, String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static Profile read(Path file) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ProfileProblem("the profile '" + file + "' cannot be read: " + unreadable, unreadable);
        }
        TreeMap<String, String> lines = new TreeMap<>();
        read.stringPropertyNames()
                .forEach(key -> lines.put(key, read.getProperty(key).strip()));
        return new ProfileReading(file, lines).profile();
    }

    private Profile profile() {
        String channel = needed("channel", "the channel's name, such as energy");
        String chaincode = needed("chaincode", "the chaincode's name on the channel, such as smartblocks");
        Profile profile = new Profile(channel, chaincode, identity(), peers());
        if (!lines.isEmpty()) {
            throw problem(
                    "'" + lines.firstKey() + "' is not known; expected channel, chaincode, msp, certificate and key"
                            + " or keystore and keystore-password, and for each peer peer.1.address, peer.1.tls-roots and, where"
                            + " its certificate has another name, peer.1.tls-name");
        }
        return profile;
    }

    private ClientIdentity identity() {
        String msp = needed("msp", "the membership provider of your organisation, such as EscoMSP");
        Optional<Path> store = file("keystore");
        if (store.isPresent()) {
            Path password = neededFile("keystore-password", "the file that holds the password of 'keystore'");
            return ClientIdentity.ofKeyStore(msp, store.get(), password);
        }
        return ClientIdentity.ofFiles(
                msp,
                neededFile("certificate", "the PEM file of your certificate, or 'keystore'"),
                neededFile("key", "the PEM file of your private key (PKCS#8)"));
    }

    private List<PeerAddress> peers() {
        List<PeerAddress> peers = new ArrayList<>();
        for (int i = 1; i <= MOST_PEERS && (i == 1 || lines.containsKey("peer." + i + ".address")); i++) {
            String key = "peer." + i + ".";
            String address = needed(key + "address", "host and port of a peer, such as localhost:7051");
            if (!ADDRESS.matcher(address).matches()) {
                throw problem(
                        "'" + key + "address' is '" + address + "'; expected host and port, such as localhost:7051");
            }
            peers.add(new PeerAddress(
                    address,
                    neededFile(key + "tls-roots", "the PEM file of those who sign the peer's TLS certificate"),
                    Optional.ofNullable(lines.remove(key + "tls-name"))));
        }
        return peers;
    }

    private String needed(String key, String expected) {
        String value = lines.remove(key);
        if (value == null || value.isEmpty()) {
            throw problem("'" + key + "' is missing; expected " + expected);
        }
        return value;
    }

    private Path neededFile(String key, String expected) {
        return file(key).orElseThrow(() -> problem("'" + key + "' is missing; expected " + expected));
    }

    private Optional<Path> file(String key) {
        Optional<Path> found = Optional.ofNullable(lines.remove(key))
                .filter(value -> !value.isEmpty())
                .map(value -> file.toAbsolutePath().resolveSibling(value).normalize());
        found.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw problem("'" + key + "' names '" + path + "', which is not there or cannot be read");
        });
        return found;
    }

    private ProfileProblem problem(String what) {
        return new ProfileProblem("the profile '" + file + "': " + what);
    }
}

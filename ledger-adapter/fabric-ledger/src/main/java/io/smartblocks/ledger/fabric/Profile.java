package io.smartblocks.ledger.fabric;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a channel of Fabric is reached, and as whom.
 *
 * @param channel the channel's name
 * @param chaincode the name under which the chaincode was committed on it
 * @param identity as whom
 * @param peers where; the first that answers is asked, the others when it does not
 */
public record Profile(String channel, String chaincode, ClientIdentity identity, List<PeerAddress> peers) {

    public Profile {
        peers = List.copyOf(peers);
        if (peers.isEmpty()) {
            throw new IllegalArgumentException("a profile names at least one peer");
        }
    }

    /**
     * A peer of whichever organisation.
     *
     * @param address host and port
     * @param tlsRoots the PEM file of those who sign its TLS certificate
     * @param tlsName the name in that certificate, where it is not the host
     */
    public record PeerAddress(String address, Path tlsRoots, Optional<String> tlsName) {}

    /**
     * Reads a profile from its file.
     *
     * @throws ProfileProblem naming the line's key that is missing, unknown or wrong
     */
    public static Profile read(Path file) {
        return ProfileReading.read(file);
    }
}

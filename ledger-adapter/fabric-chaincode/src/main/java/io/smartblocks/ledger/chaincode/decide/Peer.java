package io.smartblocks.ledger.chaincode.decide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One call of the chaincode, and what the peer that makes it holds. Reads do not see the call's own writes.
 *
 * <p>Of keys and values nothing is expected but that a value is not empty.
 */
public interface Peer {

    /** Which function is called. */
    String function();

    /** Its arguments, behind the function's name. */
    List<byte[]> arguments();

    /** The id of the Fabric transaction that the call belongs to. */
    String carrier();

    /** The time that the client claims. */
    Instant time();

    /** The membership provider of the client's certificate. */
    String creatorMsp();

    /** What stands under a key. */
    Optional<byte[]> read(String key);

    /**
     * What stands under the keys of a range, in the peer's order.
     *
     * @param from the first key, not empty
     * @param to the key that the range ends before
     */
    Range range(String from, String to);

    /** What ever stood under a key, newest first. */
    List<Past> history(String key);

    /** The membership providers that must all endorse a change under the key; none when it has no policy of its own. */
    SortedSet<String> endorsers(String key);

    /** Writes a value once the call is committed. */
    void write(String key, byte[] value);

    /** From the commit of the call on, these must all endorse a change under the key. */
    void needEndorsers(String key, SortedSet<String> msps);

    /** Some keys with what stands there; to be closed. */
    interface Range extends AutoCloseable {

        /** The next one, if there is another. */
        Optional<Held> next();

        @Override
        void close();
    }

    /** What stands under a key. */
    record Held(String key, byte[] value) {}

    /** What a Fabric transaction wrote. */
    record Past(String carrier, byte[] value) {}
}

package io.smartblocks.ledger.chaincode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;

/**
 * A channel as a peer keeps it: keys with the version that wrote them, their policies and their history; what is committed
 * must still find what it read, and be endorsed by those whom the policies name. Each transaction makes a block.
 */
public final class FakeChannel {

    /** What became of a transaction. */
    public enum Validity {
        VALID,
        MVCC_READ_CONFLICT,
        PHANTOM_READ_CONFLICT,
        ENDORSEMENT_POLICY_FAILURE
    }

    record Held(byte[] value, long version) {}

    record Past(String carrier, byte[] value) {}

    private final NavigableMap<byte[], Held> states = new TreeMap<>(Arrays::compareUnsigned);
    private final NavigableMap<String, List<Past>> history = new TreeMap<>();
    private final NavigableMap<String, byte[]> policies = new TreeMap<>();
    private final SortedSet<String> chaincodePolicy;
    private long height = 1;
    private int calls;

    /** One whose chaincode's policy asks all of these to endorse. */
    public FakeChannel(String... msps) {
        chaincodePolicy = new TreeSet<>(List.of(msps));
    }

    /** How many blocks it has. */
    public long height() {
        return height;
    }

    /** The id of a Fabric transaction that was not made yet. */
    public String nextId() {
        return "tx" + calls++;
    }

    /** Lets a chaincode answer a call on what stands. */
    public FakeCall call(FamiliesChaincode chaincode, String id, String msp, Instant time, byte[]... arguments) {
        FakeCall call = new FakeCall(this, id, msp, time, List.of(arguments));
        Response response = chaincode.invoke(call.stub());
        call.answered(response);
        return call;
    }

    /** Commits what a call wrote, as endorsed by these. */
    public Validity commit(FakeCall call, String... endorsers) {
        height++;
        List<String> signed = List.of(endorsers);
        if (!call.writes().keySet().stream().allMatch(key -> signed.containsAll(endorsersOf(key)))
                || !call.policies().keySet().stream().allMatch(key -> signed.containsAll(endorsersOf(key)))) {
            return Validity.ENDORSEMENT_POLICY_FAILURE;
        }
        if (!call.reads().entrySet().stream().allMatch(read -> version(read.getKey()) == read.getValue())) {
            return Validity.MVCC_READ_CONFLICT;
        }
        if (!call.ranges().stream().allMatch(range -> range.found().equals(versions(range.from(), range.to())))) {
            return Validity.PHANTOM_READ_CONFLICT;
        }
        call.writes().forEach((key, value) -> {
            states.put(utf8(key), new Held(value, height));
            history.computeIfAbsent(key, unknown -> new ArrayList<>()).add(0, new Past(call.id(), value));
        });
        policies.putAll(call.policies());
        return Validity.VALID;
    }

    /** Puts a value there without any call. */
    public void put(String key, byte[] value) {
        states.put(utf8(key), new Held(value, height));
    }

    private SortedSet<String> endorsersOf(String key) {
        byte[] policy = policies.get(key);
        return policy == null
                ? chaincodePolicy
                : new TreeSet<>(StateBasedEndorsementFactory.getInstance()
                        .newStateBasedEndorsement(policy)
                        .listOrgs());
    }

    /** Whom the key's own policy names; none when it has none. */
    public SortedSet<String> policyOf(String key) {
        return policies.containsKey(key) ? endorsersOf(key) : new TreeSet<>();
    }

    /** The keys that stand, in the order of a peer. */
    public List<String> keys() {
        return states.keySet().stream()
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .toList();
    }

    /** The text that stands under a key. */
    public String text(String key) {
        return new String(states.get(utf8(key)).value(), StandardCharsets.UTF_8);
    }

    byte[] value(String key) {
        Held held = states.get(utf8(key));
        return held == null ? new byte[0] : held.value();
    }

    byte[] policyBytes(String key) {
        return policies.getOrDefault(key, new byte[0]);
    }

    long version(String key) {
        Held held = states.get(utf8(key));
        return held == null ? 0 : held.version();
    }

    List<Past> history(String key) {
        return history.getOrDefault(key, List.of());
    }

    List<String> range(String from, String to) {
        return states.subMap(utf8(from), true, utf8(to), false).keySet().stream()
                .map(key -> new String(key, StandardCharsets.UTF_8))
                .toList();
    }

    List<String> versions(String from, String to) {
        return range(from, to).stream().map(key -> key + "@" + version(key)).toList();
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}

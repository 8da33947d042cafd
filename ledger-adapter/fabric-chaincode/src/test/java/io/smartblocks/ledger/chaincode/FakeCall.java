package io.smartblocks.ledger.chaincode;

import com.google.protobuf.ByteString;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;

/** One call of the chaincode: what it read, in which versions, and what it would write, in the order in which it said so. */
public final class FakeCall {

    record ReadRange(String from, String to, List<String> found) {}

    private final FakeChannel channel;
    private final String id;
    private final String msp;
    private final Instant time;
    private final List<byte[]> arguments;
    private final Map<String, Long> reads = new TreeMap<>();
    private final List<ReadRange> ranges = new ArrayList<>();
    private final Map<String, byte[]> writes = new LinkedHashMap<>();
    private final Map<String, byte[]> policies = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();
    private int status;
    private String message = "";
    private byte[] payload = new byte[0];

    FakeCall(FakeChannel channel, String id, String msp, Instant time, List<byte[]> arguments) {
        this.channel = channel;
        this.id = id;
        this.msp = msp;
        this.time = time;
        this.arguments = arguments;
    }

    void answered(Response response) {
        status = response.getStatusCode();
        message = response.getMessage() == null ? "" : response.getMessage();
        payload = response.getPayload() == null ? new byte[0] : response.getPayload();
    }

    public String id() {
        return id;
    }

    public int status() {
        return status;
    }

    public String message() {
        return message;
    }

    /** The text of the answer. */
    public String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    /** The answer as what it is. */
    public <T> T as(Class<T> type) {
        if (status != Response.Status.SUCCESS.getCode()) {
            throw new AssertionError(status + ": " + message);
        }
        return CanonicalJson.read(text(), type);
    }

    public Answer answer() {
        return as(Answer.class);
    }

    public Map<String, Long> reads() {
        return reads;
    }

    List<ReadRange> ranges() {
        return ranges;
    }

    public Map<String, byte[]> writes() {
        return writes;
    }

    Map<String, byte[]> policies() {
        return policies;
    }

    /** The answer and all that was asked of the peer, in its order. */
    public String transcript() {
        return String.join("\n", said) + "\n" + status + " " + message + text();
    }

    ChaincodeStub stub() {
        return (ChaincodeStub) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, given) -> switch (method.getName()) {
                    case "getArgs" -> arguments;
                    case "getFunction" -> new String(arguments.get(0), StandardCharsets.UTF_8);
                    case "getTxId" -> id;
                    case "getTxTimestamp" -> time;
                    case "getCreator" ->
                        SerializedIdentity.newBuilder()
                                .setMspid(msp)
                                .setIdBytes(ByteString.copyFromUtf8("a certificate"))
                                .build()
                                .toByteArray();
                    case "getState" -> read((String) given[0]);
                    case "getStateByRange" -> range((String) given[0], (String) given[1]);
                    case "getHistoryForKey" -> history((String) given[0]);
                    case "getStateValidationParameter" -> policy((String) given[0]);
                    case "putState" -> write((String) given[0], (byte[]) given[1]);
                    case "setStateValidationParameter" -> guard((String) given[0], (byte[]) given[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private byte[] read(String key) {
        said.add("read " + key);
        reads.put(key, channel.version(key));
        return channel.value(key);
    }

    private byte[] policy(String key) {
        said.add("policy " + key);
        reads.put(key, channel.version(key));
        return channel.policyBytes(key);
    }

    private Object write(String key, byte[] value) {
        if (value.length == 0) {
            throw new IllegalArgumentException("an empty value");
        }
        said.add("write " + key + " " + Hash.of(value));
        writes.put(key, value);
        return null;
    }

    private Object guard(String key, byte[] policy) {
        said.add("guard " + key + " " + Hash.of(policy));
        policies.put(key, policy);
        return null;
    }

    private QueryResultsIterator<KeyValue> range(String from, String to) {
        said.add("range " + from + " " + to);
        ranges.add(new ReadRange(from, to, channel.versions(from, to)));
        return new Results<>(channel.range(from, to).stream()
                .map(key -> (KeyValue) new Value(key, channel.value(key)))
                .toList());
    }

    private QueryResultsIterator<KeyModification> history(String key) {
        said.add("history " + key);
        return new Results<>(channel.history(key).stream()
                .map(past -> (KeyModification) new Modification(past.carrier(), past.value(), time))
                .toList());
    }

    private record Value(String getKey, byte[] getValue) implements KeyValue {
        @Override
        public String getStringValue() {
            return new String(getValue, StandardCharsets.UTF_8);
        }
    }

    private record Modification(String getTxId, byte[] getValue, Instant getTimestamp) implements KeyModification {
        @Override
        public String getStringValue() {
            return new String(getValue, StandardCharsets.UTF_8);
        }

        @Override
        public boolean isDeleted() {
            return false;
        }
    }

    private record Results<T>(List<T> items) implements QueryResultsIterator<T> {
        @Override
        public Iterator<T> iterator() {
            return items.iterator();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}

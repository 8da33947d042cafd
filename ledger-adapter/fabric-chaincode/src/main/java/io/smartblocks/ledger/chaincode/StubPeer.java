package io.smartblocks.ledger.chaincode;

import com.google.protobuf.InvalidProtocolBufferException;
import io.smartblocks.ledger.chaincode.decide.CallRefused;
import io.smartblocks.ledger.chaincode.decide.Peer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement.RoleType;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;
import org.hyperledger.fabric.shim.ledger.KeyModification;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;

/** A call as Fabric's library hands it over. */
final class StubPeer implements Peer {

    private final ChaincodeStub stub;
    private final List<byte[]> call;

    StubPeer(ChaincodeStub stub) {
        this.stub = stub;
        this.call = stub.getArgs();
    }

    @Override
    public String function() {
        return call.isEmpty() ? "" : stub.getFunction();
    }

    @Override
    public List<byte[]> arguments() {
        return call.isEmpty() ? call : call.subList(1, call.size());
    }

    @Override
    public String carrier() {
        return stub.getTxId();
    }

    @Override
    public Instant time() {
        return stub.getTxTimestamp();
    }

    @Override
    public String creatorMsp() {
        try {
            return SerializedIdentity.parseFrom(stub.getCreator()).getMspid();
        } catch (InvalidProtocolBufferException unreadable) {
            throw new CallRefused("the certificate of the client cannot be read: " + unreadable.getMessage());
        }
    }

    @Override
    public Optional<byte[]> read(String key) {
        return present(stub.getState(key));
    }

    @Override
    public Range range(String from, String to) {
        return new StubRange(stub.getStateByRange(from, to));
    }

    @Override
    public List<Past> history(String key) {
        List<Past> found = new ArrayList<>();
        try (QueryResultsIterator<KeyModification> versions = stub.getHistoryForKey(key)) {
            for (KeyModification version : versions) {
                found.add(new Past(version.getTxId(), version.getValue()));
            }
        }
        return found;
    }

    @Override
    public SortedSet<String> endorsers(String key) {
        return present(stub.getStateValidationParameter(key))
                .map(policy -> new TreeSet<>(policy(policy).listOrgs()))
                .orElseGet(TreeSet::new);
    }

    @Override
    public void write(String key, byte[] value) {
        stub.putState(key, value);
    }

    @Override
    public void needEndorsers(String key, SortedSet<String> msps) {
        StateBasedEndorsement policy = policy(new byte[0]);
        policy.addOrgs(RoleType.RoleTypePeer, msps.toArray(String[]::new));
        stub.setStateValidationParameter(key, policy.policy());
    }

    private static StateBasedEndorsement policy(byte[] bytes) {
        return StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(bytes);
    }

    // what is not there comes as nothing or as empty bytes
    private static Optional<byte[]> present(byte[] value) {
        return Optional.ofNullable(value).filter(bytes -> bytes.length > 0);
    }

    private static final class StubRange implements Range {

        private final QueryResultsIterator<KeyValue> results;
        private final Iterator<KeyValue> iterator;

        StubRange(QueryResultsIterator<KeyValue> results) {
            this.results = results;
            this.iterator = results.iterator();
        }

        @Override
        public Optional<Held> next() {
            if (!iterator.hasNext()) {
                return Optional.empty();
            }
            KeyValue next = iterator.next();
            return Optional.of(new Held(next.getKey(), next.getValue()));
        }

        @Override
        public void close() {
            results.close();
        }
    }
}

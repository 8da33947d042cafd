package io.smartblocks.ledger.chaincode;

import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.Functions;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A channel, and the chaincode with a clock that goes as the client's does. */
public final class FakeFabric {

    private final FakeChannel channel;
    private final String[] msps;
    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private final FamiliesChaincode chaincode = new FamiliesChaincode(clock);

    /** What came of a batch: the answer, the ids of the transactions that stand, and what was written. */
    record Outcome(Answer answer, List<String> transactions, Map<String, byte[]> writes) {}

    FakeFabric(String... msps) {
        this.msps = msps;
        this.channel = new FakeChannel(msps);
    }

    FakeChannel channel() {
        return channel;
    }

    /** Proposes a batch. */
    FakeCall endorse(String msp, Instant now, Batch batch, long height) {
        return call(msp, now, Functions.SUBMIT, batch.json(), Long.toString(height));
    }

    /** Calls a function. */
    FakeCall call(String msp, Instant now, String function, String... arguments) {
        clock.set(now);
        byte[][] bytes = Stream.concat(Stream.of(function), Stream.of(arguments))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return channel.call(chaincode, channel.nextId(), msp, now, bytes);
    }

    /** Proposes a batch and has it ordered when it is taken. */
    Outcome submit(String msp, Instant now, Batch batch, long height) {
        FakeCall call = endorse(msp, now, batch, height);
        Answer answer = call.answer();
        if (answer instanceof Answer.Taken) {
            commit(call);
            return new Outcome(
                    answer,
                    batch.transactions().stream()
                            .map(each -> each.id().toString())
                            .toList(),
                    call.writes());
        }
        return new Outcome(
                answer, answer instanceof Answer.Repeated repeated ? repeated.transactions() : List.of(), Map.of());
    }

    /** Commits what all have endorsed. */
    void commit(FakeCall call) {
        FakeChannel.Validity validity = channel.commit(call, msps);
        if (validity != FakeChannel.Validity.VALID) {
            throw new AssertionError(validity);
        }
    }
}

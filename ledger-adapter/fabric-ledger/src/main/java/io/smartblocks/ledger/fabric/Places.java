package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.StateHistory;
import io.smartblocks.ledger.peer.StatePage;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** In which of the ledger's blocks that stands which peers know by the channel's transactions. */
final class Places {

    private final Reading reading;
    private final Chain chain;
    private final Verdicts verdicts;
    private final AdoptedIndex adopted;
    private final Blocks blocks;

    Places(Reading reading, Chain chain, Verdicts verdicts, AdoptedIndex adopted, Blocks blocks) {
        this.reading = reading;
        this.chain = chain;
        this.verdicts = verdicts;
        this.adopted = adopted;
        this.blocks = blocks;
    }

    Optional<TransactionPlace> of(TransactionId transaction) {
        return reading.find(transaction).by().map(by -> {
            Verdict verdict = verdicts.of(by.carrier());
            return adopted.place(transaction)
                    .orElseGet(() -> new TransactionPlace(own(verdict), verdict.batch(), by.place()));
        });
    }

    /** The last of the blocks that hold what was carried before. */
    long of(Answer.Repeated repeated) {
        LongStream own = repeated.carriers().stream()
                .map(verdicts::of)
                .filter(verdict -> !tookOver(verdict))
                .mapToLong(this::own);
        LongStream before = repeated.transactions().stream()
                .map(TransactionId::of)
                .flatMap(id -> adopted.place(id).stream())
                .mapToLong(TransactionPlace::block);
        return LongStream.concat(own, before).max().orElseThrow();
    }

    /** All that ever stood under the key, oldest first; a call that took blocks over may have written several at once. */
    List<StateVersion> history(StateKey key) {
        List<StateHistory.Version> versions = reading.history(key).versions();
        Stream<StateVersion> own = versions.stream().flatMap(version -> {
            Verdict verdict = verdicts.of(version.carrier());
            return tookOver(verdict) ? Stream.empty() : Stream.of(new StateVersion(own(verdict), version.state()));
        });
        return Stream.concat(adopted.writtenIn(key).stream().flatMap(block -> versions(key, block)), own)
                .toList();
    }

    private Stream<StateVersion> versions(StateKey key, long block) {
        return blocks.block(block).orElseThrow().writes().stream()
                .filter(write -> write.key().equals(key))
                .map(write -> new StateVersion(block, write.state()));
    }

    List<StandingState> standing(String from, String to, int atMost) {
        return reading.standing(from, to, atMost).stream().map(this::standing).toList();
    }

    private StandingState standing(StatePage.Entry entry) {
        Verdict verdict = verdicts.of(entry.carrier().orElseThrow());
        List<Long> before = tookOver(verdict) ? adopted.writtenIn(entry.key()) : List.of();
        long block = before.isEmpty() ? own(verdict) : before.get(before.size() - 1);
        return new StandingState(entry.key(), entry.state(), block);
    }

    private long own(Verdict verdict) {
        return chain.numbering().port(verdict.block());
    }

    private boolean tookOver(Verdict verdict) {
        return chain.numbering().before(verdict.block());
    }
}

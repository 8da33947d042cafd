package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.StatePage;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
        return reading.find(transaction).by().flatMap(by -> {
            Verdict verdict = verdicts.of(by.carrier());
            return chain.stands()
                    ? adopted.place(transaction)
                            .or(() -> Optional.of(new TransactionPlace(own(verdict), verdict.batch(), by.place())))
                    : Optional.empty();
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

    /**
     * All that ever stood under the key, oldest first; a call that took blocks over may have written several at once. While
     * they are being taken over, nothing stands here yet.
     */
    List<StateVersion> history(StateKey key) {
        List<Seen> seen = reading.history(key).versions().stream()
                .map(version -> new Seen(verdicts.of(version.carrier()), version.state()))
                .toList();
        if (!chain.stands()) {
            return List.of();
        }
        Stream<StateVersion> own = seen.stream()
                .filter(each -> !tookOver(each.by()))
                .map(each -> new StateVersion(own(each.by()), each.state()));
        return Stream.concat(adopted.writtenIn(key).stream().flatMap(block -> versions(key, block)), own)
                .toList();
    }

    /** What was written, and what became of the transaction that wrote it. */
    private record Seen(Verdict by, State state) {}

    private Stream<StateVersion> versions(StateKey key, long block) {
        return blocks.block(block).orElseThrow().writes().stream()
                .filter(write -> write.key().equals(key))
                .map(write -> new StateVersion(block, write.state()));
    }

    List<StandingState> standing(String from, String to, int atMost) {
        List<Verdict> seen = new ArrayList<>();
        List<StatePage.Entry> found = reading.standing(from, to, atMost);
        found.forEach(entry -> seen.add(verdicts.of(entry.carrier().orElseThrow())));
        return chain.stands()
                ? IntStream.range(0, found.size())
                        .mapToObj(place -> standing(found.get(place), seen.get(place)))
                        .toList()
                : List.of();
    }

    private StandingState standing(StatePage.Entry entry, Verdict verdict) {
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

package io.smartblocks.portal.verify;

import io.smartblocks.ledger.fabric.Carrier;
import io.smartblocks.ledger.fabric.block.ChannelIdentity;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.explorer.ChannelBlocks;
import io.smartblocks.portal.form.Ask.Fact;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Where the ledger is on Fabric: in which of the channel's blocks something stands, and whose peers endorsed it. */
@Component
class OnChannel {

    private final ChannelBlocks channel;
    private final ReadModel read;
    private final Words say;

    OnChannel(ChannelBlocks channel, ReadModel read, Words say) {
        this.channel = channel;
        this.read = read;
        this.say = say;
    }

    /** What the channel holds of a transaction; nothing where the ledger makes its blocks itself. */
    List<Fact> transaction(TransactionId id) {
        return told(() -> read.chain().transaction(id).stream()
                .map(detail -> detail.summary().place())
                .flatMap(place -> facts(place.block(), place.batch()).stream())
                .toList());
    }

    /** The same of what a block wrote last under a key. */
    List<Fact> written(long block, StateKey key) {
        return told(() -> {
            List<CommittedBatch> batches =
                    read.chain().content(block).orElseThrow().batches();
            return IntStream.range(0, batches.size())
                    .filter(batch -> batches.get(batch).writes().stream()
                            .anyMatch(write -> write.key().equals(key)))
                    .boxed()
                    .reduce((first, last) -> last)
                    .map(batch -> facts(block, batch))
                    .orElse(List.of());
        });
    }

    /** What is found, or that no peer answers: blocks themselves are read from there, too. */
    private List<Fact> told(Supplier<List<Fact>> look) {
        try {
            return look.get();
        } catch (LedgerUnavailable away) {
            return List.of(new Fact(say.message("channel.title"), say.message("channel.away")));
        }
    }

    private List<Fact> facts(long block, int batch) {
        return channel.carrier(block, batch).map(this::facts).orElse(List.of());
    }

    private List<Fact> facts(Carrier carrier) {
        String endorsers = carrier.transaction().invocation().stream()
                .flatMap(call -> call.endorsers().stream())
                .map(ChannelIdentity::msp)
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(
                new Fact(say.message("verify.channel"), carrier.transaction().channel()),
                new Fact(say.message("channel.title"), say.number(carrier.block())),
                new Fact(say.message("channel.hash"), carrier.hash().value()),
                new Fact(
                        say.message("verify.channel.transaction"),
                        carrier.transaction().id()),
                new Fact(say.message("channel.endorsed"), endorsers));
    }
}

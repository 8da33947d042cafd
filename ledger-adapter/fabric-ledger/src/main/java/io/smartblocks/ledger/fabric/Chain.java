package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.block.FabricTransaction;
import io.smartblocks.ledger.fabric.block.MalformedBlock;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Progress;
import io.smartblocks.ledger.proof.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What was seen of the channel so far: how its blocks hang together, and where each of its transactions stands. */
final class Chain {

    private static final String DUPLICATE = "DUPLICATE_TXID";

    private final PortBlocks reading;
    private final ChainIndex index;
    private final Progress progress;
    private final Map<String, CompletableFuture<Verdict>> awaited = new HashMap<>();
    private final RecentBlocks recent = new RecentBlocks();

    /** Goes on behind what the index knows. */
    Chain(PortBlocks reading, ChainIndex index) {
        this.reading = reading;
        this.index = index;
        this.progress = new Progress(index.height());
    }

    /**
     * Takes the next block.
     *
     * @throws MalformedBlock when it is not the one that follows
     */
    void take(FabricBlock block) {
        Optional<Link> before = lastLink();
        block.following(height(), before.map(Link::channelHash));
        Block made = reading.block(block, before);
        Map<String, Verdict> found = verdicts(block);
        List<Runnable> news = new ArrayList<>();
        synchronized (this) {
            index.add(new Link(block.hash(), made.hash(), made.header().time()), found);
            found.forEach((id, verdict) -> {
                CompletableFuture<Verdict> waiting = awaited.remove(id);
                if (waiting != null) {
                    news.add(() -> waiting.complete(verdict));
                }
            });
            recent.keep(made, block.size());
            progress.reached(index.height());
        }
        news.forEach(Runnable::run);
    }

    private synchronized Optional<Link> lastLink() {
        return index.link(index.height() - 1);
    }

    private Map<String, Verdict> verdicts(FabricBlock block) {
        List<FabricTransaction> carriers = reading.carriers(block);
        Map<String, Verdict> found = new LinkedHashMap<>();
        for (FabricTransaction transaction : block.transactions()) {
            // a later copy says nothing about the first one
            if (!transaction.id().isEmpty() && !transaction.validation().equals(DUPLICATE)) {
                found.putIfAbsent(
                        transaction.id(),
                        new Verdict(transaction.validation(), block.number(), carriers.indexOf(transaction)));
            }
        }
        return found;
    }

    /** The transactions of a block that carried a batch each, in their order. */
    List<FabricTransaction> carriers(FabricBlock block) {
        return reading.carriers(block);
    }

    /** For those who wait for the next block. */
    Progress progress() {
        return progress;
    }

    long height() {
        return progress.height();
    }

    /** The block of the port that was made of a block, or read, not long ago. */
    synchronized Optional<Block> recent(long number) {
        return recent.find(number);
    }

    /**
     * Makes the port's block of a channel's block that was taken before.
     *
     * @throws OtherChannel when it is another one than was taken
     */
    Block again(FabricBlock block) {
        Optional<Link> before;
        synchronized (this) {
            requireKnown(block);
            before = index.link(block.number() - 1);
        }
        Block made = reading.block(block, before);
        synchronized (this) {
            recent.keep(made, block.size());
        }
        return made;
    }

    /**
     * Holds a block of a peer against the one that was taken.
     *
     * @throws OtherChannel when it is another one
     */
    synchronized void requireKnown(FabricBlock block) {
        Hash known = index.link(block.number()).orElseThrow().channelHash();
        if (!known.equals(block.hash())) {
            throw new OtherChannel("block " + block.number() + " has the hash " + block.hash() + ", but it had " + known
                    + " when it was read first: this peer tells another chain;"
                    + " name the profile of the channel that was followed before, or another data directory");
        }
    }

    /** What became of the transaction of the channel, once it is seen. */
    synchronized CompletableFuture<Verdict> verdict(String id) {
        return index.verdict(id)
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> awaited.computeIfAbsent(id, unknown -> new CompletableFuture<>())
                        .copy());
    }

    /** Nobody waits for it any more. */
    synchronized void forget(String id) {
        awaited.remove(id);
    }

    synchronized boolean knows(String id) {
        return index.verdict(id).isPresent();
    }
}

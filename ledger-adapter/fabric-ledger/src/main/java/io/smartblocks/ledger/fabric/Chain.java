package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.block.FabricTransaction;
import io.smartblocks.ledger.fabric.block.MalformedBlock;
import io.smartblocks.ledger.port.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What was seen of the channel so far: how its blocks hang together, and where each of its transactions stands. */
final class Chain {

    private static final int RECENT = 200;
    private static final String DUPLICATE = "DUPLICATE_TXID";

    private final PortBlocks reading;
    private final List<Link> links = new ArrayList<>();
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<String, CompletableFuture<Verdict>> awaited = new HashMap<>();
    private final Map<Long, Block> recent = new LinkedHashMap<>();
    private @Nullable FabricBlock last;
    private boolean closed;

    Chain(PortBlocks reading) {
        this.reading = reading;
    }

    /**
     * Takes the next block.
     *
     * @throws MalformedBlock when it is not the one that follows
     */
    void take(FabricBlock block) {
        Optional<Link> before = lastLink();
        if (last != null) {
            block.following(last);
        } else if (block.number() != 0) {
            throw new IllegalStateException("the chain begins with block " + block.number() + "; expected block 0");
        }
        Block made = reading.block(block, before);
        Map<String, Verdict> found = verdicts(block);
        List<Runnable> news = new ArrayList<>();
        synchronized (this) {
            last = block;
            links.add(new Link(block.hash(), made.hash(), made.header().time()));
            found.forEach((id, verdict) -> {
                verdicts.put(id, verdict);
                CompletableFuture<Verdict> waiting = awaited.remove(id);
                if (waiting != null) {
                    news.add(() -> waiting.complete(verdict));
                }
            });
            remember(made);
            notifyAll();
        }
        news.forEach(Runnable::run);
    }

    private synchronized Optional<Link> lastLink() {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.get(links.size() - 1));
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

    private void remember(Block block) {
        recent.put(block.number(), block);
        recent.remove(block.number() - RECENT);
    }

    synchronized long height() {
        return links.size();
    }

    /** The block of the port that was made of a block not long ago. */
    synchronized Optional<Block> recent(long number) {
        return Optional.ofNullable(recent.get(number));
    }

    /**
     * Makes the port's block of a channel's block that was taken before.
     *
     * @throws MalformedBlock when it is another one than was taken
     */
    Block again(FabricBlock block) {
        Link link;
        Optional<Link> before;
        synchronized (this) {
            int number = (int) block.number();
            link = links.get(number);
            before = number == 0 ? Optional.empty() : Optional.of(links.get(number - 1));
        }
        if (!link.channelHash().equals(block.hash())) {
            throw new IllegalStateException(
                    "block " + block.number() + " has the hash " + block.hash() + ", but it had " + link.channelHash()
                            + " when it was read first; another peer tells another chain");
        }
        return reading.block(block, before);
    }

    /** What became of the transaction of the channel, once it is seen. */
    synchronized CompletableFuture<Verdict> verdict(String id) {
        Verdict known = verdicts.get(id);
        return known == null
                ? awaited.computeIfAbsent(id, unknown -> new CompletableFuture<>())
                        .copy()
                : CompletableFuture.completedFuture(known);
    }

    /** Nobody waits for it any more. */
    synchronized void forget(String id) {
        awaited.remove(id);
    }

    synchronized boolean knows(String id) {
        return verdicts.containsKey(id);
    }

    /** Waits until the block stands; false when the time is over, the ledger closed or the reader gave up. */
    synchronized boolean await(long number, Duration atMost, BooleanSupplier givenUp) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (number >= links.size() && !closed && !givenUp.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(left / 1_000_000 + 1);
        }
        return number < links.size() && !closed && !givenUp.getAsBoolean();
    }

    synchronized void wake() {
        notifyAll();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}

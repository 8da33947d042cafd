package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.fabric.block.FabricBlock;
import io.smartblocks.ledger.fabric.block.FabricTransaction;
import io.smartblocks.ledger.fabric.block.MalformedBlock;
import io.smartblocks.ledger.peer.AdoptedPart;
import io.smartblocks.ledger.peer.Adoption;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Progress;
import io.smartblocks.ledger.proof.Hash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What was seen of the channel so far: how its blocks hang together, which of them are the ledger's, and where each of its
 * transactions stands.
 */
final class Chain {

    private static final String DUPLICATE = "DUPLICATE_TXID";

    private final PortBlocks reading;
    private final ChainIndex index;
    private final Progress seen;
    private final Progress progress;
    private final Awaited awaited = new Awaited();
    private final RecentBlocks recent = new RecentBlocks();

    /** Goes on behind what the index knows. */
    Chain(PortBlocks reading, ChainIndex index) {
        this.reading = reading;
        this.index = index;
        this.seen = new Progress(index.height());
        this.progress = new Progress(portHeight());
    }

    private long portHeight() {
        return index.numbering()
                .map(numbering -> numbering.port(index.height()))
                .orElse(0L);
    }

    /**
     * Takes the next block.
     *
     * @throws MalformedBlock when it is not the one that follows
     */
    void take(FabricBlock block) {
        Optional<Link> before = lastLink();
        block.following(seenHeight(), before.map(Link::channelHash));
        List<AdoptedPart> adopted = reading.adopting(block).stream()
                .flatMap(call -> call.parts().stream())
                .toList();
        Optional<SignedHeader> lastAdopted = reading.adopted(block).flatMap(Adoption::whole);
        Block made = reading.block(block, numbering().port(block.number()), before);
        Map<String, Verdict> found = verdicts(block);
        List<Runnable> news = new ArrayList<>();
        synchronized (this) {
            index.adopted().add(block.number(), adopted);
            begin(block, made, lastAdopted);
            index.add(link(block, made, lastAdopted), found);
            found.forEach((id, verdict) -> awaited.found(id, verdict).ifPresent(news::add));
            if (!numbering().before(block.number())) {
                recent.keep(made, block.size());
            }
            seen.reached(index.height());
            progress.reached(portHeight());
        }
        news.forEach(Runnable::run);
    }

    /** The ledger begins with its first batch, or behind the last block that was taken over; till then it has no block. */
    private void begin(FabricBlock block, Block made, Optional<SignedHeader> lastAdopted) {
        if (index.numbering().isPresent()) {
            return;
        }
        if (lastAdopted.isPresent()) {
            index.begin(new Numbering(lastAdopted.get().number() + 1, block.number() + 1));
        } else if (!made.batches().isEmpty()) {
            index.begin(Numbering.OWN);
        }
    }

    /** What the next block rests on: this one, or the last that was taken over. */
    private static Link link(FabricBlock block, Block made, Optional<SignedHeader> lastAdopted) {
        return lastAdopted
                .map(last -> new Link(block.hash(), last.hash(), last.header().time()))
                .orElseGet(
                        () -> new Link(block.hash(), made.hash(), made.header().time()));
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

    /** For those who wait for the channel's next block. */
    Progress seen() {
        return seen;
    }

    /** How many blocks of the channel were seen. */
    long seenHeight() {
        return seen.height();
    }

    /** For those who wait for the ledger's next block. */
    Progress progress() {
        return progress;
    }

    /** How many blocks the ledger has. */
    long height() {
        return progress.height();
    }

    /** Whether the ledger stands: before its first batch, and while another one is being taken over, it has nothing. */
    boolean stands() {
        return index.numbering().isPresent();
    }

    /** Which number a block of the channel has. */
    Numbering numbering() {
        return index.numbering().orElse(Numbering.OWN);
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
        Block made = reading.block(block, numbering().port(block.number()), before);
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

    /** What became of the transaction of the channel, once it is seen; whoever waits no more cancels it. */
    synchronized CompletableFuture<Verdict> verdict(String id) {
        return index.verdict(id).map(CompletableFuture::completedFuture).orElseGet(() -> awaited.by(id, this));
    }

    /** For how many transactions somebody waits. */
    synchronized int awaited() {
        return awaited.size();
    }

    synchronized boolean knows(String id) {
        return index.verdict(id).isPresent();
    }
}

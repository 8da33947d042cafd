package io.smartblocks.ledger.fabric.migrate;

import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.peer.Adoption;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.transaction.LedgerId;
import java.util.List;
import java.util.Optional;

/**
 * Brings a ledger of one machine onto a channel on which nothing stands yet: its blocks as they were signed, which each peer
 * checks and decides again. What was broken off goes on where it was; what was done is compared again only.
 */
public final class Migration {

    private final Ledger before;
    private final FabricLedger channel;
    private final String name;
    private final Progress progress;
    private final long height;

    private Migration(Ledger before, FabricLedger channel, String name, Progress progress) {
        this.before = before;
        this.channel = channel;
        this.name = name;
        this.progress = progress;
        this.height = before.height();
    }

    /** What is done now, and how much of it. */
    public enum Step {
        CHECKING,
        CARRYING,
        COMPARING_BLOCKS,
        COMPARING_STATES,
        COMPARING_HISTORIES
    }

    /** Is told how far it has come. */
    @FunctionalInterface
    public interface Progress {

        /** So many blocks, or states where states are compared, are done; the latter of a number that is not known. */
        void reached(Step step, long done);
    }

    /**
     * Brings the ledger there, and compares both; what was taken over by then stays, whatever breaks.
     *
     * @param before a ledger of one machine, into which nobody writes meanwhile
     * @param name the channel's, for the report
     * @throws MigrationRefused before anything is written, where this ledger cannot come onto this channel
     * @throws io.smartblocks.ledger.port.LedgerUnavailable where the channel does not take it, with the reason
     */
    public static MigrationReport run(Ledger before, FabricLedger channel, String name, Progress progress) {
        return new Migration(before, channel, name, progress).run();
    }

    private MigrationReport run() {
        if (height == 0) {
            throw new MigrationRefused("the ledger is empty; there is nothing to bring onto the channel");
        }
        Adoption adoption = channel.adoption();
        check(adoption);
        if (!adoption.ended()) {
            carry(adoption);
        }
        return compared();
    }

    private void check(Adoption adoption) {
        LedgerId there = channel.id();
        if (!adoption.ended() && !there.equals(LedgerId.NONE)) {
            throw new MigrationRefused("a ledger was founded on channel '" + name + "' already (" + there
                    + "); only a channel on which nothing stands takes one over: make a new one");
        }
        checkSame(adoption.whole());
        checkSame(adoption.open().map(Adoption.OpenBlock::header));
        if (adoption.ended()) {
            if (adoption.blocks() != height) {
                throw new MigrationRefused("channel '" + name + "' took over " + adoption.blocks()
                        + " blocks of this ledger, which has " + height
                        + " now: it went on by itself, and what it took since then is not on the channel");
            }
            return;
        }
        for (long number = adoption.blocks(); number < height; number++) {
            check(block(number));
            progress.reached(Step.CHECKING, number + 1);
        }
    }

    private void checkSame(Optional<SignedHeader> taken) {
        taken.ifPresent(header -> {
            Optional<SignedHeader> ours = before.block(header.number()).map(SignedHeader::of);
            if (!ours.equals(taken)) {
                throw new MigrationRefused("channel '" + name + "' takes over another ledger, whose block "
                        + header.number() + " has the hash " + header.hash() + "; this one's has "
                        + ours.map(SignedHeader::hash).map(Object::toString).orElse("none")
                        + ": name the data directory of that one, or another channel");
            }
        });
    }

    private void check(Block block) {
        if (block.header().isUnsigned()) {
            throw new MigrationRefused("block " + block.number()
                    + " is signed by no member; only a ledger of one machine can be brought onto a channel");
        }
        List<CommittedBatch> batches = block.batches();
        for (int place = 0; place < batches.size(); place++) {
            int size = Runs.bytes(batches.get(place));
            if (size > Runs.MOST_BYTES_OF_A_BATCH) {
                throw new MigrationRefused("batch " + place + " of block " + block.number() + " has " + size
                        + " bytes with what it wrote; a channel takes at most " + Runs.MOST_BYTES_OF_A_BATCH
                        + ", and what is signed cannot be divided: this ledger cannot be brought onto a channel");
            }
        }
    }

    private Block block(long number) {
        return before.block(number).orElseThrow();
    }

    private void carry(Adoption adoption) {
        Runs runs = new Runs(run -> {
            channel.adopt(run);
            progress.reached(
                    Step.CARRYING, run.parts().get(run.parts().size() - 1).number() + 1);
        });
        for (long number = adoption.blocks(); number < height; number++) {
            runs.add(block(number), number == adoption.blocks() ? adoption.batches() : 0);
        }
        runs.flush();
        channel.adopted(block(height - 1).hash());
    }

    private MigrationReport compared() {
        Comparing comparing = new Comparing(before, channel);
        long transactions = 0;
        for (long number = 0; number < height; number++) {
            transactions += block(number).transactions().size();
        }
        Compared blocks = comparing.blocks(height, done -> progress.reached(Step.COMPARING_BLOCKS, done));
        boolean wentOn = channel.height() > height;
        return new MigrationReport(
                before.id(),
                name,
                height,
                block(height - 1).hash(),
                transactions,
                blocks,
                wentOn
                        ? Optional.empty()
                        : Optional.of(comparing.states(done -> progress.reached(Step.COMPARING_STATES, done))),
                wentOn
                        ? Optional.empty()
                        : Optional.of(comparing.histories(done -> progress.reached(Step.COMPARING_HISTORIES, done))));
    }
}

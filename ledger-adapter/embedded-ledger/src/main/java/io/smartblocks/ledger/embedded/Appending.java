package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Progress;
import io.smartblocks.ledger.port.Stage;
import java.util.Optional;

/** Puts decided blocks behind the chain, one at a time: signs a block, writes it to the disk, and then shows it to readers. */
final class Appending {

    private final BlockFiles blocks;
    private final IndexHolder index;
    private final Progress progress;
    private final Signer signer;
    private Optional<LedgerUnavailable> indexFailed = Optional.empty();
    private Optional<BlockDraft> inDoubt = Optional.empty();
    private volatile BlockLink link;

    Appending(BlockFiles blocks, IndexHolder index, Progress progress, Signer signer, BlockLink link) {
        this.blocks = blocks;
        this.index = index;
        this.progress = progress;
        this.signer = signer;
        this.link = link;
    }

    /** The end of the chain as readers see it. */
    BlockLink link() {
        return link;
    }

    /** What readers see. */
    LedgerIndex index() {
        return index.get();
    }

    /** Whether to append the block is to write it and no more: no file is begun and none of the index is written. */
    boolean isShort(BlockDraft draft) {
        return blocks.goesOn() && !index.isDueWith(draft.making().transactions());
    }

    /** Empty when the block stands, or nothing is in it; else what those who are in it are told. */
    Optional<LedgerUnavailable> append(BlockDraft draft) {
        if (draft.making().isEmpty()) {
            return indexFailed;
        }
        BlockText text;
        try {
            text = draft.making().finish(link, draft.time(), signer);
        } catch (RuntimeException | Error unexpected) {
            return Optional.of(undecided("block " + draft.number() + " could not be made", unexpected));
        }
        draft.submitted();
        Optional<LedgerUnavailable> failed =
                write(text).or(() -> show(text, draft.making().block()));
        if (failed.isPresent() && failed.get().outcomeUnknown()) {
            inDoubt = Optional.of(draft);
        }
        return failed;
    }

    /** What a submitter is told of a block that failed; it may have asked for the same in an earlier one that may yet stand. */
    LedgerUnavailable told(Pending pending, LedgerUnavailable failed) {
        boolean askedBefore = inDoubt.isPresent() && inDoubt.get().holdsOf(pending);
        return askedBefore && !failed.outcomeUnknown()
                ? LedgerUnavailable.outcomeUnknown(failed.stage(), failed.getMessage(), failed)
                : failed;
    }

    private Optional<LedgerUnavailable> write(BlockText text) {
        try {
            blocks.append(text.number(), text.content());
            return Optional.empty();
        } catch (LedgerUnavailable unavailable) {
            return Optional.of(unavailable);
        } catch (RuntimeException unexpected) {
            return Optional.of(LedgerUnavailable.outcomeUnknown(
                    Stage.COMMITTED, "block " + text.number() + " could not be written", unexpected));
        }
    }

    private Optional<LedgerUnavailable> show(BlockText text, Block block) {
        BlockLink end =
                new BlockLink(block.number() + 1, block.hash(), block.header().time());
        try {
            link = end;
            index.apply(text);
            blocks.recent().add(block, text.content().length);
            progress.reached(end.number());
        } catch (RuntimeException | Error failed) {
            // what the next block may hold cannot be decided without the index
            indexFailed = Optional.of(blocks.stop(
                    "block " + text.number() + " was taken, ask then by transaction id; the index failed", failed));
        }
        return indexFailed;
    }

    /** Takes no more blocks until the ledger is opened again. */
    LedgerUnavailable stop(Throwable cause) {
        return blocks.stop("its writer ended", cause);
    }

    static LedgerUnavailable undecided(String problem, Throwable cause) {
        return LedgerUnavailable.nothingTaken(Stage.ENDORSED, problem, cause);
    }
}

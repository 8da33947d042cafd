package io.smartblocks.ledger.embedded.copy;

import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A ledger that is copied, up to the block that was its last, and on the disk, when the copying began. */
record Source(StoredBlocks blocks, Transaction founding, SignedHeader last) {

    static Source of(Path ledger) {
        StoredBlocks blocks = StoredBlocks.in(ledger);
        SignedHeader last = blocks.last()
                .orElseThrow(() -> new CopyRefused("the ledger in '" + ledger + "' holds no blocks yet"))
                .header();
        // what the writer has not synced yet could be lost there and stand here
        blocks.sync();
        Transaction founding =
                blocks.block(0).orElseThrow().block().transactions().get(0);
        return new Source(blocks, founding, last);
    }

    long height() {
        return last.number() + 1;
    }

    LedgerId ledger() {
        return LedgerId.of(founding);
    }

    String name() {
        return founding.body().payload() instanceof FoundLedger named ? named.ledger() : "";
    }

    /** The header of a block; empty when the ledger has none with the number. */
    Optional<SignedHeader> header(long number) {
        return number > last.number() ? Optional.empty() : blocks.block(number).map(StoredBlocks.Stored::header);
    }

    /** What a file with the blocks from one on holds. */
    CopyHead from(long number) {
        SignedHeader first = header(number).orElseThrow();
        return new CopyHead(
                CopyHead.FORMAT,
                number,
                last.hash(),
                height(),
                ledger(),
                name(),
                last.header().signerKey(),
                first.header().previousHash());
    }

    Copied export(Path file) {
        if (Files.exists(file)) {
            throw new CopyRefused("'" + file + "' exists already; remove it or choose another name");
        }
        CopyHead head = from(0);
        return copied(head, new CopyWriting(blocks, head).write(file), file);
    }

    Copied copied(CopyHead head, long bytes, Path place) {
        return new Copied(
                head.ledger(), head.name(), head.height() - head.from(), head.height(), head.headHash(), bytes, place);
    }
}

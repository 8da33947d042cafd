package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.BlockHeader;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MalformedJson;
import io.smartblocks.ledger.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Checks that each block follows the one before, was signed, and holds what its header says. */
final class ChainCheck {

    /** Takes down what is wrong. */
    @FunctionalInterface
    interface Reporter {
        void report(long block, Optional<TransactionId> transaction, String message);
    }

    private final Reporter reporter;
    private final CheckedBlocks before;
    private final ContentCheck contents;
    private long expected;
    private Optional<Hash> previousHash = Optional.of(Hash.NONE);
    private Optional<VerifyingKey> signerKey = Optional.empty();
    private Instant notBefore = Instant.EPOCH;
    private long blocks;

    /** With the blocks that were checked before, to which it adds. */
    ChainCheck(Reporter reporter, CheckedBlocks before) {
        this.reporter = reporter;
        this.before = before;
        this.contents = new ContentCheck(reporter, before);
    }

    long blocks() {
        return blocks;
    }

    long transactions() {
        return contents.transactions();
    }

    /** Whether all blocks could be read so far, so that writes could be compared. */
    boolean unbroken() {
        return contents.statesKnown();
    }

    /** Says which block must come next where a file begins. */
    void expect(long number, String otherwise) {
        if (number != expected) {
            reporter.report(expected, Optional.empty(), "it is missing: " + otherwise);
            skip(number - 1);
        }
    }

    /** Goes on behind a block that cannot be read. */
    void skip(long number) {
        expected = number + 1;
        previousHash = Optional.empty();
        contents.lose();
    }

    /** Checks a block whose bytes begin there in the file that was begun last. */
    void check(long number, BlockLook look, int start, String where) {
        if (look.block().isPresent() && look.isCanonical()) {
            check(number, look, look.block().get());
            before.add(number, start, look.content());
        } else {
            checkApart(number, look, where);
        }
    }

    private void checkApart(long number, BlockLook look, String where) {
        if (look.block().isEmpty()) {
            report(number, "it cannot be read " + where + ": " + look.unreadable());
            skip(number);
            return;
        }
        if (!look.isCanonical()) {
            report(number, "its text is not canonical " + where);
        }
        check(number, look, look.block().get());
        before.addApart(number, look.canonical());
    }

    private void check(long number, BlockLook look, Block block) {
        blocks++;
        checkLink(block, look, number);
        checkSignature(block, look);
        contents.check(block, look);
        expected = number + 1;
        previousHash = Optional.of(block.hash());
        notBefore = block.header().time();
    }

    /** Names what the damage of a block hit, then goes on with the block as it was, where that can be told. */
    void checkDamaged(Found.BadContent bad, String where) {
        Optional<byte[]> mended =
                FlippedBit.undo(bad.content(), bad.frame().checksum()).filter(bytes -> readable(bytes));
        if (mended.isEmpty()) {
            report(bad.number(), "its checksum is wrong " + where);
            skip(bad.number());
            return;
        }
        int place = firstDifference(bad.content(), mended.get());
        Optional<TransactionId> hit = TransactionAt.place(mended.get(), place);
        reporter.report(
                bad.number(),
                hit,
                "its checksum is wrong: one bit differs at byte " + place + " of the block " + where);
        checkApart(bad.number(), BlockLook.at(mended.get(), before.states()), where);
    }

    private static int firstDifference(byte[] one, byte[] other) {
        return Arrays.mismatch(one, other);
    }

    private static boolean readable(byte[] content) {
        try {
            CanonicalJson.read(new String(content, StandardCharsets.UTF_8), Block.class);
            return true;
        } catch (MalformedJson malformed) {
            return false;
        }
    }

    private void checkLink(Block block, BlockLook look, long number) {
        BlockHeader header = block.header();
        if (number != expected) {
            report(number, "it stands where block " + expected + " is expected");
        }
        if (header.number() != number) {
            report(number, "its header says that it is block " + header.number());
        }
        previousHash
                .filter(hash -> !hash.equals(header.previousHash()))
                .ifPresent(hash -> report(
                        number, "it names " + header.previousHash() + " as the block before, whose hash is " + hash));
        if (header.time().isBefore(notBefore)) {
            report(number, "its time " + header.time() + " lies before that of the block before, " + notBefore);
        }
        if (!look.transactionsRoot()) {
            report(number, "its transactions do not have the root that its header says");
        }
        if (!look.changesRoot()) {
            report(number, "its writes do not have the root that its header says");
        }
    }

    private void checkSignature(Block block, BlockLook look) {
        VerifyingKey key = block.header().signerKey();
        if (signerKey.filter(known -> !known.equals(key)).isPresent()) {
            report(block.number(), "it is signed with another key than the blocks before");
        }
        if (!look.signed()) {
            report(
                    block.number(),
                    "its signature is not that of '" + block.header().signer() + "'");
        }
        signerKey = Optional.of(key);
    }

    private void report(long block, String message) {
        reporter.report(block, Optional.empty(), message);
    }
}

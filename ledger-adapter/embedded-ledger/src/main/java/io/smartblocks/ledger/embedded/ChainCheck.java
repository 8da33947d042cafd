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
    private final ContentCheck contents;
    private long expected;
    private Optional<Hash> previousHash = Optional.of(Hash.NONE);
    private Optional<VerifyingKey> signerKey = Optional.empty();
    private Instant notBefore = Instant.EPOCH;
    private long blocks;

    ChainCheck(Reporter reporter) {
        this.reporter = reporter;
        this.contents = new ContentCheck(reporter);
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

    void check(long number, byte[] content, String where) {
        Optional<Block> block = parse(number, content, where);
        if (block.isEmpty()) {
            skip(number);
            return;
        }
        blocks++;
        checkLink(block.get(), number);
        checkSignature(block.get());
        contents.check(block.get());
        expected = number + 1;
        previousHash = Optional.of(block.get().hash());
        notBefore = block.get().header().time();
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
        check(bad.number(), mended.get(), where);
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

    private Optional<Block> parse(long number, byte[] content, String where) {
        try {
            Block block = CanonicalJson.read(new String(content, StandardCharsets.UTF_8), Block.class);
            if (!Arrays.equals(CanonicalJson.bytes(block), content)) {
                report(number, "its text is not canonical " + where);
            }
            return Optional.of(block);
        } catch (MalformedJson malformed) {
            report(number, "it cannot be read " + where + ": " + malformed.getMessage());
            return Optional.empty();
        }
    }

    private void checkLink(Block block, long number) {
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
        if (!Block.transactionTree(block.batches()).root().equals(header.transactionsRoot())) {
            report(number, "its transactions do not have the root that its header says");
        }
        if (!Block.changeTree(block.batches()).root().equals(header.changesRoot())) {
            report(number, "its writes do not have the root that its header says");
        }
    }

    private void checkSignature(Block block) {
        VerifyingKey key = block.header().signerKey();
        if (signerKey.filter(known -> !known.equals(key)).isPresent()) {
            report(block.number(), "it is signed with another key than the blocks before");
        }
        if (!BlockLink.signedAsItSays(block)) {
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

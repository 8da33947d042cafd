package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.transaction.TransactionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks a ledger from its files alone: every checksum, link, signature and id, and that each block's writes are what the
 * families make of its transactions, and that the index says what the blocks say. It only reads, also while a process has the ledger open.
 */
public final class LedgerVerification {

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final ChainCheck chain = new ChainCheck(this::report);
    private Optional<IndexCheck> index = Optional.empty();
    private long bytes;

    private LedgerVerification() {}

    /** Checks the ledger in a directory. */
    public static VerificationReport verify(Path directory) {
        long start = System.nanoTime();
        LedgerVerification verification = new LedgerVerification();
        try {
            verification.check(directory, segmentsIn(directory));
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the ledger in '" + directory + "' cannot be read; check that you may read all of it: " + broken,
                    broken);
        }
        if (!verification.chain.unbroken()) {
            verification.notes.add("since a block could not be read, the writes of later ones were not compared");
        }
        return verification.report(Duration.ofNanos(System.nanoTime() - start));
    }

    private void check(Path directory, List<Segment> segments) throws IOException {
        try (IndexCopy copy = new IndexCopy(directory, this::report, notes)) {
            index = copy.open();
            for (Segment segment : segments) {
                check(segment, segment.equals(segments.get(segments.size() - 1)));
            }
            index.ifPresent(IndexCheck::finish);
        } finally {
            index.ifPresent(IndexCheck::close);
        }
    }

    private static List<Segment> segmentsIn(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            throw new IllegalArgumentException(
                    "there is no directory '" + directory + "'; name the directory of a ledger");
        }
        Path blocks = directory.resolve(LedgerFiles.BLOCKS);
        List<Segment> segments = Files.notExists(blocks) ? List.of() : Segment.allIn(blocks);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("there is no ledger in '" + directory + "': it holds no blocks");
        }
        return segments;
    }

    private VerificationReport report(Duration took) {
        return new VerificationReport(chain.blocks(), chain.transactions(), bytes, took, problems, notes);
    }

    private void check(Segment segment, boolean last) throws IOException {
        ByteBuffer file = segment.map();
        bytes += file.limit();
        chain.expect(segment.first(), "the file before '" + segment + "' ends too early");
        SegmentWalk walk = new SegmentWalk(file, segment.first());
        while (walk.hasNext()) {
            Found found = walk.next();
            String where = "in file '" + segment + "' at byte " + found.place();
            if (found instanceof Found.Unfinished torn) {
                unfinished(torn, last, where);
            } else {
                check(found, where);
            }
        }
    }

    private void check(Found found, String where) {
        if (found instanceof Found.Whole whole) {
            chain.check(whole.number(), whole.content(), where);
            index.ifPresent(check -> compare(check, whole));
            return;
        }
        index.ifPresent(IndexCheck::lose);
        if (found instanceof Found.BadContent bad) {
            chain.checkDamaged(bad, where);
        } else if (found instanceof Found.BadFrame bad) {
            report(bad.number(), Optional.empty(), "its length, number or checksum is damaged " + where);
            chain.skip(bad.number());
        }
    }

    private static void compare(IndexCheck check, Found.Whole block) {
        try {
            check.check(BlockText.of(block.number(), block.content()));
        } catch (LedgerDamaged notCanonical) {
            check.lose();
        }
    }

    private void unfinished(Found.Unfinished torn, boolean last, String where) {
        if (last) {
            notes.add("the write of block " + torn.number() + " " + where
                    + " is not finished: it is being written now, or it is cut off when the ledger is opened");
        } else {
            report(torn.number(), Optional.empty(), "its file ends within it " + where);
            chain.skip(torn.number());
        }
    }

    private void report(long block, Optional<TransactionId> transaction, String message) {
        problems.add(new Problem(block, transaction, message));
    }
}

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
    private final CheckedBlocks checked;
    private final ChainCheck chain;
    private final InOrder inOrder = new InOrder();
    private final Progressed progress;
    private Optional<IndexCheck> index = Optional.empty();
    private long bytes;

    /** Hears how many of the bytes were checked. */
    @FunctionalInterface
    public interface Progressed {
        void reached(long bytes, long ofBytes);
    }

    private LedgerVerification(CheckedBlocks checked, Progressed progress) {
        this.checked = checked;
        this.chain = new ChainCheck(this::report, checked);
        this.progress = progress;
    }

    /** Checks the ledger in a directory. */
    public static VerificationReport verify(Path directory) {
        return verify(directory, (bytes, ofBytes) -> {});
    }

    /** Checks the ledger in a directory and tells how far it has come. */
    public static VerificationReport verify(Path directory, Progressed progress) {
        List<Segment> segments = read(directory, () -> segmentsIn(directory));
        return read(directory, () -> verify(directory, segments, progress));
    }

    private static VerificationReport verify(Path directory, List<Segment> segments, Progressed progress)
            throws IOException {
        long start = System.nanoTime();
        try (CheckedBlocks checked = new CheckedBlocks()) {
            LedgerVerification verification = new LedgerVerification(checked, progress);
            try (InOrder steps = verification.inOrder) {
                verification.check(directory, segments);
            }
            return verification.report(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T read(Path directory, Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "the ledger in '" + directory + "' cannot be read; check that you may read all of it: " + broken,
                    broken);
        }
    }

    private void check(Path directory, List<Segment> segments) throws IOException {
        long all = 0;
        for (Segment segment : segments) {
            all += Files.size(segment.path());
        }
        try (IndexCopy copy = new IndexCopy(directory, this::report, notes)) {
            index = copy.open();
            for (Segment segment : segments) {
                check(segment, segment.equals(segments.get(segments.size() - 1)), all);
            }
            inOrder.finish();
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
        if (!chain.unbroken()) {
            notes.add("since a block could not be read, the writes of later ones were not compared");
        }
        return new VerificationReport(chain.blocks(), chain.transactions(), bytes, took, problems, notes);
    }

    private void check(Segment segment, boolean last, long ofBytes) throws IOException {
        ByteBuffer file = segment.map();
        long earlier = bytes;
        bytes += file.limit();
        inOrder.then(() -> {
            chain.expect(segment.first(), "the file before '" + segment + "' ends too early");
            checked.begin(file);
        });
        SegmentWalk walk = new SegmentWalk(file, segment.first());
        while (walk.hasNext()) {
            Found found = walk.next();
            String where = "in file '" + segment + "' at byte " + found.place();
            if (found instanceof Found.Whole whole) {
                inOrder.then(() -> BlockLook.at(whole.content(), checked.states()), look -> check(whole, look, where));
            } else if (found instanceof Found.Unfinished torn) {
                inOrder.then(() -> unfinished(torn, last, where));
            } else {
                inOrder.then(() -> checkDamaged(found, where));
            }
            inOrder.then(() -> progress.reached(Math.min(earlier + found.place(), ofBytes), ofBytes));
        }
    }

    private void check(Found.Whole whole, BlockLook look, String where) {
        chain.check(whole.number(), look, whole.place() + Frame.SIZE, where);
        index.ifPresent(check -> compare(check, whole));
    }

    private static void compare(IndexCheck check, Found.Whole block) {
        try {
            check.check(BlockText.of(block.number(), block.content()));
        } catch (LedgerDamaged notCanonical) {
            check.lose();
        }
    }

    private void checkDamaged(Found found, String where) {
        index.ifPresent(IndexCheck::lose);
        if (found instanceof Found.BadContent bad) {
            chain.checkDamaged(bad, where);
        } else if (found instanceof Found.BadFrame bad) {
            report(bad.number(), Optional.empty(), "its length, number or checksum is damaged " + where);
            chain.skip(bad.number());
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

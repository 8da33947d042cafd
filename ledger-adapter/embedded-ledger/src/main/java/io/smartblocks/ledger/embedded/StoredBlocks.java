package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.audit.HeaderLine;
import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The blocks in the files of a ledger, read without opening it, also while a process writes to it. */
public final class StoredBlocks {

    private final Path directory;

    private StoredBlocks(Path directory) {
        this.directory = directory;
    }

    /** A block as it is stored: its number and the bytes of its canonical text. */
    public record Stored(long number, byte[] content) {

        /** The block's text. */
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }

        /** The block. */
        public Block block() {
            return CanonicalJson.read(text(), Block.class);
        }

        /** The block's header; the rest of the block is not looked at. */
        public SignedHeader header() {
            // in canonical text the header and the signature come last
            String text = text();
            return HeaderLine.read("{" + text.substring(text.lastIndexOf(",\"header\":{") + 1));
        }
    }

    /** What is done with a block; false to go no further. */
    @FunctionalInterface
    public interface Visit {
        boolean go(Stored block) throws IOException;
    }

    /** What is done with a block that was found in a file; false to go no further. */
    @FunctionalInterface
    interface PlacedVisit {
        boolean go(Segment segment, Found.Whole block) throws IOException;
    }

    /** The blocks of the ledger in a directory. */
    public static StoredBlocks in(Path directory) {
        if (!Files.isDirectory(directory.resolve(LedgerFiles.BLOCKS))) {
            throw new IllegalArgumentException("there is no ledger in '" + directory + "': it holds no blocks");
        }
        return new StoredBlocks(directory);
    }

    /**
     * Goes through the blocks that are whole now, from one on; a write that is not finished is left out.
     *
     * @throws LedgerDamaged when a block before the last write cannot be read
     */
    public void forEach(long from, Visit visit) {
        forEachPlaced(from, (segment, whole) -> visit.go(new Stored(whole.number(), whole.content())));
    }

    /** As {@link #forEach}, telling where each block stands. */
    void forEachPlaced(long from, PlacedVisit visit) {
        try {
            List<Segment> segments = Segment.allIn(directory.resolve(LedgerFiles.BLOCKS));
            long next = from;
            for (int i = 0; i < segments.size(); i++) {
                boolean last = i == segments.size() - 1;
                if (!last && segments.get(i + 1).first() <= next) {
                    continue;
                }
                Optional<Long> after = walk(segments.get(i), last, next, visit);
                if (after.isEmpty()) {
                    return;
                }
                next = after.get();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the blocks in '" + directory + "' cannot be read: " + broken, broken);
        }
    }

    /** The block to go on with in the next file; empty when there is no going on. */
    private static Optional<Long> walk(Segment segment, boolean last, long from, PlacedVisit visit) throws IOException {
        SegmentWalk walk = new SegmentWalk(segment.map(), segment.first());
        long next = segment.first();
        while (walk.hasNext()) {
            Found found = walk.next();
            if (found instanceof Found.Unfinished && last) {
                return Optional.empty();
            }
            if (!(found instanceof Found.Whole whole) || found.number() != next) {
                throw new LedgerDamaged("block " + next + " in file '" + segment + "' at byte " + found.place()
                        + " is damaged; run 'ledger verify' to see what is wrong");
            }
            if (next >= from && !visit.go(segment, whole)) {
                return Optional.empty();
            }
            next++;
        }
        return Optional.of(next);
    }

    /** How many whole blocks there are now. */
    public long height() {
        return last().map(stored -> stored.number() + 1).orElse(0L);
    }

    /** The last whole block; empty when there is none. */
    public Optional<Stored> last() {
        AtomicReference<@Nullable Stored> last = new AtomicReference<>();
        forEach(firstOfLastFiles(), stored -> {
            last.set(stored);
            return true;
        });
        return Optional.ofNullable(last.get());
    }

    private long firstOfLastFiles() {
        try {
            List<Segment> segments = Segment.allIn(directory.resolve(LedgerFiles.BLOCKS));
            // the last file may have been begun just now and hold no whole block
            return segments.isEmpty()
                    ? 0
                    : segments.get(Math.max(0, segments.size() - 2)).first();
        } catch (IOException broken) {
            throw new UncheckedIOException("the blocks in '" + directory + "' cannot be read: " + broken, broken);
        }
    }

    /** The block with the number, if it is whole now. */
    public Optional<Stored> block(long number) {
        AtomicReference<@Nullable Stored> found = new AtomicReference<>();
        forEach(number, stored -> {
            found.set(stored);
            return false;
        });
        return Optional.ofNullable(found.get()).filter(stored -> stored.number() == number);
    }

    /** Waits until all that can be read now is on the disk, whoever wrote it. */
    public void sync() {
        try {
            for (Segment segment : Segment.allIn(directory.resolve(LedgerFiles.BLOCKS))) {
                try (FileChannel channel = FileChannel.open(segment.path(), StandardOpenOption.READ)) {
                    channel.force(false);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the blocks in '" + directory + "' cannot be kept on the disk", broken);
        }
    }
}

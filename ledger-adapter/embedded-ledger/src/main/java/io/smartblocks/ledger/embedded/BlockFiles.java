package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MalformedJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The truth of the ledger: blocks one after another in files that are only ever appended to. */
final class BlockFiles implements AutoCloseable {

    private final Path directory;
    private final long segmentSize;
    private final Disk disk;
    private final BlockPlaces places = new BlockPlaces();
    private final RecentBlocks recent = new RecentBlocks();
    private final List<String> notes = new ArrayList<>();
    private AppendedFile current;
    private Segment segment;
    private long end;
    private volatile long bytes;
    private volatile String broken = "";

    private BlockFiles(Path directory, long segmentSize, Disk disk, Segment last, AppendedFile current) {
        this.directory = directory;
        this.segmentSize = segmentSize;
        this.disk = disk;
        this.segment = last;
        this.current = current;
    }

    /** Opens the files, checks every block's checksum, and cuts off a last write that was not finished. */
    static BlockFiles open(Path directory, long segmentSize, Disk disk) throws IOException {
        Files.createDirectories(directory);
        List<Segment> segments = new ArrayList<>(Segment.allIn(directory));
        if (segments.isEmpty()) {
            segments.add(Segment.in(directory, 0));
        }
        Segment last = segments.get(segments.size() - 1);
        AppendedFile file = AppendedFile.at(last.path());
        BlockFiles files = new BlockFiles(directory, segmentSize, disk, last, file);
        try {
            disk.syncDirectory(directory);
            for (Segment each : segments) {
                files.scan(each, each.equals(last));
            }
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
        return files;
    }

    private void scan(Segment each, boolean last) throws IOException {
        if (each.first() != places.height()) {
            throw new LedgerDamaged("block " + places.height() + " is missing: the next file is '" + each + "'");
        }
        ByteBuffer bytes = each.map();
        places.begin(each);
        SegmentWalk walk = new SegmentWalk(bytes, each.first());
        while (walk.hasNext()) {
            Found found = walk.next();
            if (found instanceof Found.Unfinished torn && last) {
                cutOff(torn, bytes.limit());
                return;
            }
            if (!(found instanceof Found.Whole) || found.number() != places.height()) {
                throw new LedgerDamaged("block " + places.height() + " in file '" + each + "' at byte " + found.place()
                        + " is damaged; nothing was changed, run 'ledger verify' to see what is wrong");
            }
            places.add(found.place());
        }
        end = bytes.limit();
        this.bytes += end;
    }

    private void cutOff(Found.Unfinished torn, int limit) throws IOException {
        current.truncate(torn.place());
        disk.sync(current);
        end = torn.place();
        bytes += end;
        notes.add("the write of block " + torn.number() + " was not finished when the ledger last stopped; its "
                + (limit - torn.place()) + " bytes were cut off, nothing acknowledged was lost");
    }

    /** The blocks that were appended last, as far as they are kept in memory. */
    RecentBlocks recent() {
        return recent;
    }

    /** Appends a block; when this returns it is on the disk. */
    void append(long number, byte[] content) {
        if (!broken.isEmpty()) {
            throw LedgerUnavailable.nothingTaken(Stage.COMMITTED, broken);
        }
        long start = end;
        boolean written = false;
        try {
            beginSegmentIfFull(number);
            start = end;
            disk.write(current, Frame.of(number, content).with(content), start);
            written = true;
            disk.sync(current);
        } catch (IOException | RuntimeException | Error failed) {
            throw written ? unsynced(number, failed) : unwritten(number, start, failed);
        }
        end = start + Frame.SIZE + content.length;
        places.add(Math.toIntExact(start));
        bytes += Frame.SIZE + content.length;
    }

    /** Whether the next block goes behind the last one, in the same file. */
    boolean goesOn() {
        return end < segmentSize;
    }

    private void beginSegmentIfFull(long number) throws IOException {
        if (goesOn()) {
            return;
        }
        Segment next = Segment.in(directory, number);
        AppendedFile opened = AppendedFile.at(next.path());
        try {
            disk.syncDirectory(directory);
            current.close();
        } catch (IOException | RuntimeException failed) {
            opened.close();
            throw failed;
        }
        current = opened;
        segment = next;
        places.begin(next);
        end = 0;
    }

    /** Takes no more writes until the files are opened again. */
    LedgerUnavailable stop(String problem, Throwable cause) {
        broken = "the ledger takes no writes until it is opened again: " + problem + ": " + cause.getMessage();
        return LedgerUnavailable.outcomeUnknown(Stage.COMMITTED, broken, cause);
    }

    private LedgerUnavailable unwritten(long number, long start, Throwable failed) {
        try {
            current.truncate(start);
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
            return stop("a part of block " + number + " could not be removed from file '" + segment + "'", failed);
        }
        return LedgerUnavailable.nothingTaken(
                Stage.COMMITTED,
                "block " + number + " cannot be written to file '" + segment + "': " + failed.getMessage()
                        + "; nothing of it was taken, submit it again when the cause is removed",
                failed);
    }

    private LedgerUnavailable unsynced(long number, Throwable failed) {
        return stop(
                "whether block " + number + " was taken shows when it is, ask then by transaction id; the disk failed"
                        + " to keep it in file '" + segment + "'",
                failed);
    }

    /** How many bytes the blocks take. */
    long bytes() {
        return bytes;
    }

    long height() {
        return places.height();
    }

    boolean writable() {
        return broken.isEmpty();
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (!broken.isEmpty()) {
            all.add(broken);
        }
        return all;
    }

    /** Reads a block that stands. */
    Block read(long number) {
        try {
            return CanonicalJson.read(new String(content(number), StandardCharsets.UTF_8), Block.class);
        } catch (MalformedJson malformed) {
            throw new LedgerDamaged(
                    "block " + number + " in file '" + places.of(number).segment() + "' is damaged", malformed);
        }
    }

    /** The bytes of a block that stands. */
    byte[] content(long number) {
        BlockPlaces.Place place = places.of(number);
        byte[] head = read(number, place, 0, Frame.SIZE);
        Frame frame = Frame.at(ByteBuffer.wrap(head), 0).orElseThrow(() -> damaged(number, place));
        byte[] content = read(number, place, Frame.SIZE, frame.length());
        if (!frame.fits(content)) {
            throw damaged(number, place);
        }
        return content;
    }

    /** The bytes of a part of a block. */
    byte[] text(TextPlace part) {
        return text(part, places);
    }

    /** The bytes of a part of one of the blocks that stand at the places. */
    static byte[] text(TextPlace part, BlockPlaces places) {
        if (part.block() < 0 || part.block() >= places.height()) {
            throw new LedgerDamaged("the index knows of block " + part.block() + ", but there are only "
                    + places.height() + "; run 'ledger verify'");
        }
        BlockPlaces.Place place = places.of(part.block());
        byte[] text = read(part.block(), place, Frame.SIZE + part.start(), part.length());
        if (!part.fits(text)) {
            throw damaged(part.block(), place);
        }
        return text;
    }

    private static byte[] read(long number, BlockPlaces.Place place, int from, int length) {
        byte[] bytes = new byte[length];
        // not a channel, which an interrupt of the reading thread would close
        try (RandomAccessFile file = new RandomAccessFile(place.segment().path().toFile(), "r")) {
            file.seek((long) place.start() + from);
            file.readFully(bytes);
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "block " + number + " cannot be read from '" + place.segment() + "'", broken);
        }
    }

    private static LedgerDamaged damaged(long number, BlockPlaces.Place place) {
        return new LedgerDamaged("block " + number + " in file '" + place.segment() + "' at byte " + place.start()
                + " was damaged since the ledger was opened, or its index was; run 'ledger verify'");
    }

    @Override
    public void close() {
        try {
            current.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("file '" + segment + "' cannot be closed", failed);
        }
    }
}

package io.smartblocks.ledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The block files of a ledger that is made from a copy; all of them reach the disk together, when it is closed. */
public final class NewBlocks implements AutoCloseable {

    private static final Disk UNSYNCED = new Disk() {
        @Override
        public void sync(FileChannel file) {}

        @Override
        public void syncDirectory(Path directory) {}
    };

    private final Path blocks;
    private final BlockFiles files;

    private NewBlocks(Path blocks, BlockFiles files) {
        this.blocks = blocks;
        this.files = files;
    }

    /** Begins the files of a ledger in an empty directory, or in one to be made. */
    public static NewBlocks in(Path directory) throws IOException {
        Path blocks = directory.resolve(LedgerFiles.BLOCKS);
        return new NewBlocks(blocks, BlockFiles.open(blocks, LedgerFiles.SEGMENT_SIZE, UNSYNCED));
    }

    /** Adds the next block's canonical text. */
    public void append(long number, byte[] content) {
        files.append(number, content);
    }

    /** Keeps all blocks on the disk. */
    @Override
    public void close() {
        files.close();
        try {
            for (Segment segment : Segment.allIn(blocks)) {
                try (FileChannel channel = FileChannel.open(segment.path(), StandardOpenOption.WRITE)) {
                    Disk.REAL.sync(channel);
                }
            }
            Disk.REAL.syncDirectory(blocks);
        } catch (IOException failed) {
            throw new UncheckedIOException("the blocks in '" + blocks + "' cannot be kept on the disk", failed);
        }
    }

    /** Keeps the names in a directory on the disk. */
    public static void syncNames(Path directory) throws IOException {
        Disk.REAL.syncDirectory(directory);
    }
}

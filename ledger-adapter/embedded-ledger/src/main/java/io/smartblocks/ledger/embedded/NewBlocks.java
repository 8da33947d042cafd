package io.smartblocks.ledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The block files of a ledger that is made from a copy; all of them reach the disk together, when it is closed. */
public final class NewBlocks implements AutoCloseable {

    private static final Disk UNSYNCED = new Disk() {
        @Override
        public void sync(AppendedFile file) {}

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
                try (AppendedFile file = AppendedFile.at(segment.path())) {
                    Disk.REAL.sync(file);
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

package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.disk.DirectoryLock;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Block;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All files of a ledger's directory: the lock, the blocks and the index. */
record LedgerFiles(
        Path directory, DirectoryLock lock, BlockFiles blocks, IndexHolder index, List<String> openingNotes) {

    static final long SEGMENT_SIZE = 64L << 20;
    static final String BLOCKS = "blocks";
    static final String INDEX = "index.mv";

    static LedgerFiles open(Path directory, long segmentSize, Disk disk) {
        DirectoryLock lock = lock(directory, disk);
        try {
            return open(directory, lock, BlockFiles.open(directory.resolve(BLOCKS), segmentSize, disk));
        } catch (IOException failed) {
            lock.close();
            throw new UncheckedIOException("ledger directory '" + directory + "' cannot be opened", failed);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static LedgerFiles open(Path directory, DirectoryLock lock, BlockFiles blocks) throws IOException {
        try {
            List<String> notes = new ArrayList<>();
            Path file = directory.resolve(INDEX);
            LedgerIndex index = new IndexOpening(file, blocks, notes).open();
            return new LedgerFiles(directory, lock, blocks, new IndexHolder(file, index, blocks), List.copyOf(notes));
        } catch (IOException | RuntimeException failed) {
            blocks.close();
            throw failed;
        }
    }

    private static DirectoryLock lock(Path directory, Disk disk) {
        try {
            make(directory.toAbsolutePath().resolve(BLOCKS), disk);
        } catch (IOException failed) {
            throw new UncheckedIOException("ledger directory '" + directory + "' cannot be made", failed);
        }
        return DirectoryLock.on(directory, "ledger directory", LedgerInUse::new);
    }

    /** Makes the directory and keeps its name, and those of all parents that were made for it, on the disk. */
    private static void make(Path directory, Disk disk) throws IOException {
        List<Path> named = new ArrayList<>();
        Path there = directory;
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
            named.add(there);
        }
        Files.createDirectories(directory);
        for (Path parent : named) {
            disk.syncDirectory(parent);
        }
    }

    /** Where the chain goes on, for the signer who signed it so far. */
    BlockLink link(Signer signer) {
        if (blocks.height() == 0) {
            return BlockLink.FIRST;
        }
        Block last = blocks.read(blocks.height() - 1);
        if (!last.header().signerKey().equals(signer.publicKey())) {
            throw new LedgerOfAnotherKey("the blocks in '" + directory + "' are signed by '"
                    + last.header().signer() + "' with the key " + last.header().signerKey()
                    + "; it cannot be opened with another key of '" + signer.member() + "'");
        }
        return BlockLink.after(last);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>(openingNotes);
        notes.addAll(blocks.notes());
        notes.addAll(index.notes());
        return notes;
    }

    void close() {
        index.close();
        blocks.close();
        lock.close();
    }
}

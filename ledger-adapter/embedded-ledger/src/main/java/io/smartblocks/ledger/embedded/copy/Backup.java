package io.smartblocks.ledger.embedded.copy;

import io.smartblocks.ledger.audit.SignedHeader;
import io.smartblocks.ledger.embedded.NewBlocks;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds to a backup what is new on the ledger, if the backup is one of the same chain. */
final class Backup {

    private static final String LOCK = "lock";

    private final Source source;
    private final Path directory;

    Backup(Source source, Path directory) {
        this.source = source;
        this.directory = directory;
    }

    Copied bringUpToDate() {
        try {
            Files.createDirectories(directory);
            try (FileChannel lock = lock()) {
                removeUnfinished();
                return add(Parts.in(directory));
            }
        } catch (IOException failed) {
            throw new CopyRefused("the backup in '" + directory + "' cannot be written: " + failed, failed);
        }
    }

    private FileChannel lock() throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new CopyRefused("another backup to '" + directory + "' is running; let it finish first");
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    /** What a backup left that was killed: it has no name that anyone reads. */
    private void removeUnfinished() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(".") && name.endsWith(CopyWriting.UNFINISHED)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Copied add(Parts parts) throws IOException {
        Optional<CopyHead> earlier = parts.last();
        earlier.ifPresent(this::checkSameChain);
        if (earlier.isPresent() && earlier.get().height() == source.height()) {
            CopyHead head = earlier.get();
            return new Copied(head.ledger(), head.name(), 0, head.height(), head.headHash(), 0, directory);
        }
        CopyHead head = source.from(earlier.map(CopyHead::height).orElse(0L));
        long bytes = new CopyWriting(source.blocks(), head).write(directory.resolve(Parts.name(head)));
        NewBlocks.syncNames(directory.toAbsolutePath().getParent());
        return source.copied(head, bytes, directory);
    }

    private void checkSameChain(CopyHead earlier) {
        if (!earlier.ledger().equals(source.ledger())) {
            throw new CopyRefused("'" + directory + "' holds the backup of the ledger '" + earlier.name() + "' ("
                    + earlier.ledger() + "), and this one is '" + source.name() + "' (" + source.ledger()
                    + "); choose another directory");
        }
        if (earlier.height() > source.height()) {
            throw new CopyRefused("'" + directory + "' holds " + earlier.height() + " blocks, but the ledger only "
                    + source.height() + ": the ledger has lost blocks; keep the backup and restore from it");
        }
        Optional<SignedHeader> same = source.header(earlier.height() - 1);
        if (same.filter(header -> header.hash().equals(earlier.headHash())).isEmpty()) {
            throw new CopyRefused(
                    "block " + (earlier.height() - 1) + " of the ledger is not the one in the backup in '" + directory
                            + "': one of the chains was written anew; keep both and compare them with another party");
        }
    }
}

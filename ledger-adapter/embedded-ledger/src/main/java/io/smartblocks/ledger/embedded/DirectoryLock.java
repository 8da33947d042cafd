package io.smartblocks.ledger.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a directory for one ledger: a second one, in this process or another, is turned away. */
final class DirectoryLock implements AutoCloseable {

    // far behind the text, which others must be able to read where locks are mandatory
    private static final long LOCKED_BYTE = 1L << 40;

    // the system drops a process's lock when the process closes any other channel of the file, so none is opened
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static DirectoryLock on(Path directory) {
        try {
            Path real = directory.toRealPath();
            if (!HELD_HERE.add(real)) {
                throw inUse(
                        directory,
                        "this process (pid " + ProcessHandle.current().pid() + ")");
            }
            try {
                return new DirectoryLock(real, locked(directory));
            } catch (IOException | RuntimeException failed) {
                HELD_HERE.remove(real);
                throw failed;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "ledger directory '" + directory + "' cannot be locked; check that it may be written: " + broken,
                    broken);
        }
    }

    private static FileChannel locked(Path directory) throws IOException {
        Path file = directory.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                String pid = Files.readString(file, StandardCharsets.US_ASCII);
                throw inUse(directory, "another process (pid " + pid + ")");
            }
            channel.truncate(0);
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
            return channel;
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }

    private static LedgerInUse inUse(Path directory, String by) {
        return new LedgerInUse(
                "ledger directory '" + directory + "' is in use by " + by + "; stop it, or choose another directory");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("the lock of a ledger directory cannot be released", broken);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}

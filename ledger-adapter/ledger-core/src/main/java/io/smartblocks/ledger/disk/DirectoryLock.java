package io.smartblocks.ledger.disk;

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
import java.util.function.Function;

/** Keeps a directory for one user: a second one, in this process or another, is turned away. */
public final class DirectoryLock implements AutoCloseable {

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

    /**
     * Takes a directory that is there.
     *
     * @param what what the directory is called in messages, such as {@code ledger directory}
     * @param inUse makes of the message what is thrown when another has it
     */
    public static DirectoryLock on(Path directory, String what, Function<String, RuntimeException> inUse) {
        try {
            Path real = directory.toRealPath();
            if (!HELD_HERE.add(real)) {
                throw inUse.apply(taken(
                        directory,
                        what,
                        "this process (pid " + ProcessHandle.current().pid() + ")"));
            }
            try {
                return new DirectoryLock(real, locked(directory, what, inUse));
            } catch (IOException | RuntimeException failed) {
                HELD_HERE.remove(real);
                throw failed;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    what + " '" + directory + "' cannot be locked; check that it may be written: " + broken, broken);
        }
    }

    private static FileChannel locked(Path directory, String what, Function<String, RuntimeException> inUse)
            throws IOException {
        Path file = directory.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                String pid = Files.readString(file, StandardCharsets.US_ASCII);
                throw inUse.apply(taken(directory, what, "another process (pid " + pid + ")"));
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

    private static String taken(Path directory, String what, String by) {
        return what + " '" + directory + "' is in use by " + by + "; stop it, or choose another directory";
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            // who holds it says so while it is held; a file without content is left behind
            channel.truncate(0);
        } catch (IOException broken) {
            throw new UncheckedIOException("the lock of '" + directory + "' cannot be released", broken);
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}

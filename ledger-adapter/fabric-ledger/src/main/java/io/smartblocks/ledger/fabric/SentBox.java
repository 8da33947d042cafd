package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.disk.DirectoryLock;
import io.smartblocks.ledger.proof.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Signed transactions of the channel, in a directory, until they are seen in a block: a file each, behind its hash. */
final class SentBox implements AutoCloseable {

    private static final String SENT = ".sent";
    private static final String DAMAGED = ".damaged";
    private static final int HASH_SIZE = 32;

    private final Path directory;
    private final DirectoryLock lock;
    private final Map<String, Sent> sent = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    /** A signed transaction, and when it was last submitted, by {@link System#nanoTime}. */
    record Sent(String id, byte[] bytes, long at) {}

    private SentBox(Path directory, DirectoryLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    static SentBox open(Path directory) {
        try {
            Files.createDirectories(directory);
            SentBox box = new SentBox(
                    directory,
                    DirectoryLock.on(directory, "the directory of a ledger on Fabric", LedgerDirectoryInUse::new));
            try {
                box.readAll();
                return box;
            } catch (IOException | RuntimeException failed) {
                box.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the directory '" + directory + "' cannot be opened: " + failed, failed);
        }
    }

    private void readAll() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(directory)) {
            files = found.filter(file -> file.getFileName().toString().endsWith(SENT))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            String id = name.substring(0, name.length() - SENT.length());
            Optional<byte[]> bytes = unsealed(Files.readAllBytes(file));
            if (bytes.isPresent()) {
                sent.put(id, new Sent(id, bytes.get(), System.nanoTime()));
            } else {
                Path aside = directory.resolve(id + DAMAGED);
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
                notes.add("'" + aside + "' is damaged: what was sent in it, and is in no block, is not sent again;"
                        + " whoever submitted it can submit it again");
            }
        }
    }

    private static Optional<byte[]> unsealed(byte[] file) {
        if (file.length < HASH_SIZE) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOfRange(file, HASH_SIZE, file.length);
        boolean whole = Arrays.equals(Hash.of(bytes).bytes(), Arrays.copyOf(file, HASH_SIZE));
        return whole ? Optional.of(bytes) : Optional.empty();
    }

    /** Keeps a signed transaction; when this returns it is on the disk. */
    void put(String id, byte[] bytes) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(Hash.of(bytes).bytes());
        content.writeBytes(bytes);
        Path fresh = directory.resolve(id + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content.toByteArray());
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(fresh, directory.resolve(id + SENT), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("'" + fresh + "' cannot be written: " + failed, failed);
        }
        synchronized (this) {
            sent.put(id, new Sent(id, bytes, System.nanoTime()));
        }
    }

    /** What was last submitted longer ago than so many nanoseconds; it counts as submitted now. */
    synchronized List<Sent> due(long nanos) {
        long now = System.nanoTime();
        List<Sent> due =
                sent.values().stream().filter(each -> now - each.at() >= nanos).toList();
        due.forEach(each -> sent.put(each.id(), new Sent(each.id(), each.bytes(), now)));
        return due;
    }

    synchronized List<String> ids() {
        return List.copyOf(sent.keySet());
    }

    /** It was seen in a block, or will never be in one. */
    void remove(String id) {
        synchronized (this) {
            sent.remove(id);
        }
        try {
            Files.deleteIfExists(directory.resolve(id + SENT));
        } catch (IOException later) {
            // it is found in its block when the directory is opened again
        }
    }

    synchronized List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void close() {
        lock.close();
    }
}

package io.smartblocks.ledger.fabric;

import io.smartblocks.ledger.proof.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * What was seen of the channel, in a file: how its blocks hang together, and where each of its transactions stands. It is
 * made from the chain, so one that is damaged is made again.
 */
final class ChainIndex implements AutoCloseable {

    private static final String FILE = "chain.mv";
    private static final String OF = "of";
    private static final String NUMBERING = "numbering";

    // the store's other file systems close the file for everyone when one reading thread is interrupted
    private static final String UNHARMED_BY_INTERRUPTS = "async:";
    private static final int CACHED_MEBIBYTES = 16;
    private static final int WRITTEN_EVERY = 200;
    private static final int HASH_SIZE = 32;

    private final MVStore store;
    private final MVMap<Long, byte[]> links;
    private final MVMap<byte[], byte[]> verdicts;
    private final MVMap<String, String> marks;
    private final AdoptedIndex adopted;
    private final Optional<String> note;
    private int unwritten;

    private ChainIndex(MVStore store, MVMap<String, String> marks, Optional<String> note) {
        this.store = store;
        this.marks = marks;
        this.note = note;
        this.adopted = new AdoptedIndex(store);
        this.links = store.openMap(
                "links",
                new MVMap.Builder<Long, byte[]>().keyType(LongDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
        this.verdicts = store.openMap(
                "verdicts",
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    /**
     * Opens the index in a directory that nobody else has open.
     *
     * @param of which channel it is of, and which of its chaincodes
     * @throws OtherChannel where it is of another one
     */
    static ChainIndex open(Path directory, String of) {
        Path file = directory.resolve(FILE);
        try {
            return opened(file, of, Optional.empty());
        } catch (MVStoreException | IllegalArgumentException damaged) {
            remove(file);
            return opened(
                    file,
                    of,
                    Optional.of("'" + file + "' was damaged (" + damaged.getMessage()
                            + ") and is made again from the channel's blocks"));
        }
    }

    private static ChainIndex opened(Path file, String of, Optional<String> note) {
        MVStore store = new MVStore.Builder()
                .fileName(UNHARMED_BY_INTERRUPTS + file)
                .cacheSize(CACHED_MEBIBYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        try {
            MVMap<String, String> marks = store.openMap(
                    "marks",
                    new MVMap.Builder<String, String>()
                            .keyType(StringDataType.INSTANCE)
                            .valueType(StringDataType.INSTANCE));
            String known = marks.putIfAbsent(OF, of);
            if (known != null && !known.equals(of)) {
                throw new OtherChannel("'" + file.getParent() + "' belongs to " + known + "; expected " + of
                        + ": name the profile of that one, or another data directory");
            }
            return new ChainIndex(store, marks, note);
        } catch (RuntimeException failed) {
            store.closeImmediately();
            throw failed;
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("'" + file + "' is damaged and cannot be deleted: " + failed, failed);
        }
    }

    /** What became of the file when it was opened, if anything did. */
    Optional<String> note() {
        return note;
    }

    long height() {
        return links.sizeAsLong();
    }

    Optional<Link> link(long number) {
        return Optional.ofNullable(links.get(number)).map(ChainIndex::link);
    }

    Optional<Verdict> verdict(String transaction) {
        return Optional.ofNullable(verdicts.get(key(transaction))).map(ChainIndex::verdict);
    }

    /** How blocks are numbered; empty as long as no ledger was begun in the channel. */
    Optional<Numbering> numbering() {
        return Optional.ofNullable(marks.get(NUMBERING))
                .map(text -> text.split(","))
                .map(parts -> new Numbering(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }

    /** From the block on that is added next the ledger is there, with these numbers. */
    void begin(Numbering numbering) {
        marks.put(NUMBERING, numbering.adopted() + "," + numbering.begin());
    }

    /** What was taken over. */
    AdoptedIndex adopted() {
        return adopted;
    }

    /** Adds a block; it is on the disk some blocks later, or else read from the channel again. */
    void add(Link link, Map<String, Verdict> found) {
        // the link stands last: what is written in between is written again
        found.forEach((id, verdict) -> verdicts.put(key(id), bytes(verdict)));
        links.put(height(), bytes(link));
        if (++unwritten >= WRITTEN_EVERY) {
            write();
        }
    }

    private void write() {
        store.commit();
        unwritten = 0;
    }

    private static byte[] key(String transaction) {
        return transaction.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Link link) {
        return ByteBuffer.allocate(2 * HASH_SIZE + Long.BYTES + Integer.BYTES)
                .put(link.channelHash().bytes())
                .put(link.hash().bytes())
                .putLong(link.time().getEpochSecond())
                .putInt(link.time().getNano())
                .array();
    }

    private static Link link(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Link(hash(buffer), hash(buffer), Instant.ofEpochSecond(buffer.getLong(), buffer.getInt()));
    }

    private static Hash hash(ByteBuffer buffer) {
        byte[] digest = new byte[HASH_SIZE];
        buffer.get(digest);
        return Hash.ofDigest(digest);
    }

    private static byte[] bytes(Verdict verdict) {
        byte[] word = verdict.validation().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES + word.length)
                .putLong(verdict.block())
                .putInt(verdict.batch())
                .put(word)
                .array();
    }

    private static Verdict verdict(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long block = buffer.getLong();
        int batch = buffer.getInt();
        return new Verdict(StandardCharsets.UTF_8.decode(buffer).toString(), block, batch);
    }

    @Override
    public void close() {
        try {
            write();
            store.close();
        } catch (MVStoreException failed) {
            // made again from the chain where it is not whole
            store.closeImmediately();
        }
    }
}

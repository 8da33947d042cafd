package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What the file of the index was when it was last written: an index that does not fit its seal is not believed.
 *
 * @param height how many blocks the index has taken in
 * @param lastHash the hash of the last of them
 * @param length how many bytes the file has
 * @param checksum the CRC32C of the file
 */
record IndexSeal(long height, Hash lastHash, long length, long checksum) {

    private static final String NAME = "index.seal";
    private static final long MAPPED_AT_ONCE = 1L << 30;

    private static Path beside(Path index) {
        return index.resolveSibling(NAME);
    }

    /** Seals the index as its file is now. */
    static void seal(Path index, long height, Hash lastHash) throws IOException {
        IndexSeal seal = new IndexSeal(height, lastHash, Files.size(index), checksum(index));
        Path written = index.resolveSibling(NAME + ".new");
        try (FileChannel file = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer text = ByteBuffer.wrap(CanonicalJson.bytes(seal));
            while (text.hasRemaining()) {
                file.write(text);
            }
            file.force(true);
        }
        Files.move(written, beside(index), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes the seal off before the index is changed. */
    static void remove(Path index) throws IOException {
        Files.deleteIfExists(beside(index));
    }

    /** The seal of an index; empty when it has none. */
    static Optional<IndexSeal> of(Path index) throws IOException {
        Path seal = beside(index);
        if (Files.notExists(seal)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(seal), StandardCharsets.UTF_8);
        IndexSeal read = CanonicalJson.read(text, IndexSeal.class);
        if (!CanonicalJson.write(read).equals(text)) {
            throw new IllegalArgumentException("the seal of the index is not canonical");
        }
        return Optional.of(read);
    }

    /** Whether the file is, byte for byte, what was sealed. */
    boolean fits(Path index) throws IOException {
        return Files.exists(index) && Files.size(index) == length && checksum(index) == checksum;
    }

    private static long checksum(Path index) throws IOException {
        CRC32C crc = new CRC32C();
        try (FileChannel file = FileChannel.open(index, StandardOpenOption.READ)) {
            for (long at = 0; at < file.size(); at += MAPPED_AT_ONCE) {
                crc.update(file.map(FileChannel.MapMode.READ_ONLY, at, Math.min(MAPPED_AT_ONCE, file.size() - at)));
            }
        }
        return crc.getValue();
    }
}

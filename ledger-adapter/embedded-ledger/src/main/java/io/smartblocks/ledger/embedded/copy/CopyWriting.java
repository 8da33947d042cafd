package io.smartblocks.ledger.embedded.copy;

import io.smartblocks.ledger.embedded.NewBlocks;
import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** Writes one file of a copy; it bears its name only once it is whole, on the disk and read again without a fault. */
final class CopyWriting {

    static final String UNFINISHED = ".part";

    private final StoredBlocks blocks;
    private final CopyHead head;
    private final MessageDigest digest = Lines.sha256();

    CopyWriting(StoredBlocks blocks, CopyHead head) {
        this.blocks = blocks;
        this.head = head;
    }

    /** Writes the file; how many bytes it has. */
    long write(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        Path part = directory.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + UNFINISHED);
        try {
            try {
                writeSynced(part);
                CopyReading.read(part, (number, content) -> {});
                long bytes = Files.size(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                NewBlocks.syncNames(directory);
                return bytes;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException failed) {
            throw new CopyRefused("'" + file + "' cannot be written: " + failed + "; nothing was put there", failed);
        }
    }

    private void writeSynced(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            line(out, CanonicalJson.bytes(head));
            blocks.forEach(head.from(), stored -> {
                if (stored.number() < head.height()) {
                    line(out, stored.content());
                }
                return stored.number() < head.height() - 1;
            });
            line(out, CanonicalJson.bytes(new CopyEnd(head.height() - head.from(), Hash.ofDigest(digest.digest()))));
            out.flush();
            channel.force(true);
        }
    }

    private void line(OutputStream out, byte[] content) throws IOException {
        digest.update(content);
        digest.update((byte) '\n');
        out.write(content);
        out.write('\n');
    }
}

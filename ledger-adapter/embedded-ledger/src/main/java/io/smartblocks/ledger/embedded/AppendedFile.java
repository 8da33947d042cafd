package io.smartblocks.ledger.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that blocks are appended to, by any thread: unlike a file channel it is not closed when that is interrupted. */
final class AppendedFile implements AutoCloseable {

    private final RandomAccessFile file;
    // only to sync, which it does in the caller's thread; a random access file cannot leave out what only dates it
    private final AsynchronousFileChannel channel;

    private AppendedFile(RandomAccessFile file, AsynchronousFileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens a file, which is made if there is none. */
    static AppendedFile at(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            return new AppendedFile(file, AsynchronousFileChannel.open(path, StandardOpenOption.WRITE));
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** Writes all bytes that remain in the buffer, which has an array. */
    void write(ByteBuffer bytes, long place) throws IOException {
        file.seek(place);
        file.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    /** Waits until what was written is on the disk. */
    void sync() throws IOException {
        channel.force(false);
    }

    /** Cuts off what stands behind the place. */
    void truncate(long place) throws IOException {
        if (place < file.length()) {
            file.setLength(place);
        }
    }

    @Override
    public void close() throws IOException {
        try (RandomAccessFile written = file) {
            channel.close();
        }
    }
}

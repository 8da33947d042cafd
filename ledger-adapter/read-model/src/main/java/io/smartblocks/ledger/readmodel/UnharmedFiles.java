package io.smartblocks.ledger.readmodel;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2 that an interrupted thread does no harm. H2's own ones close a file for everyone when a thread that
 * reads it is interrupted, but for one that lets other threads read, which takes more processor time than the reading. It is
 * public since H2 makes one for each file.
 */
public final class UnharmedFiles extends FilePathWrapper {

    /** Stands before the name of a file. */
    static final String SCHEME = "unharmed";

    /** Makes the file system known to H2. */
    static void register() {
        FilePath.register(new UnharmedFiles());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Unharmed(getBase().toString(), mode);
    }

    private static final class Unharmed extends FileBaseDefault {

        private final String name;
        private final RandomAccessFile file;

        Unharmed(String name, String mode) throws IOException {
            this.name = name;
            this.file = new RandomAccessFile(name, mode);
        }

        @Override
        public long size() throws IOException {
            return file.length();
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) throws IOException {
            file.seek(position);
            int read = file.read(to.array(), to.arrayOffset() + to.position(), to.remaining());
            if (read > 0) {
                to.position(to.position() + read);
            }
            return read;
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            int length = from.remaining();
            file.seek(position);
            file.write(from.array(), from.arrayOffset() + from.position(), length);
            from.position(from.limit());
            return length;
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (size < file.length()) {
                file.setLength(size);
            }
        }

        @Override
        public void force(boolean withMetaData) throws IOException {
            file.getFD().sync();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.getChannel().tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }

        @Override
        public String toString() {
            return SCHEME + ":" + name;
        }
    }
}

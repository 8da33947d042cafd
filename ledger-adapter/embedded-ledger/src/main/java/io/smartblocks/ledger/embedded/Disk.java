package io.smartblocks.ledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How blocks reach the disk; tests put a full or failing one in its place. */
interface Disk {

    /** The real one. */
    Disk REAL = new Disk() {};

    default void write(AppendedFile file, ByteBuffer bytes, long place) throws IOException {
        file.write(bytes, place);
    }

    /** Waits until the file's bytes are on the disk. */
    default void sync(AppendedFile file) throws IOException {
        file.sync();
    }

    /** Waits until the names of new files are on the disk; systems that cannot open a directory do it by themselves. */
    default void syncDirectory(Path directory) throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.isReadable(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}

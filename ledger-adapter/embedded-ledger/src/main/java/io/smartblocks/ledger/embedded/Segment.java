package io.smartblocks.ledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One file of blocks, named by the number of its first. */
record Segment(long first, Path path) implements Comparable<Segment> {

    private static final String SUFFIX = ".blocks";

    static Segment in(Path directory, long first) {
        return new Segment(first, directory.resolve(String.format(Locale.ROOT, "%012d%s", first, SUFFIX)));
    }

    /** The segments of a directory in the order of their blocks. */
    static List<Segment> allIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{12}\\" + SUFFIX))
                    .map(file -> new Segment(
                            Long.parseLong(file.getFileName().toString().substring(0, 12)), file))
                    .sorted()
                    .toList();
        }
    }

    /** All bytes of the file, mapped rather than copied. */
    ByteBuffer map() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    @Override
    public int compareTo(Segment other) {
        return Long.compare(first, other.first);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}

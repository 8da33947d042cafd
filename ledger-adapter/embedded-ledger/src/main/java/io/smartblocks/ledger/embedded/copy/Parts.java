package io.smartblocks.ledger.embedded.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a backup, each going on where the one before ends. */
final class Parts {

    private static final Pattern NAME = Pattern.compile("\\d{12}-\\d{12}\\.ledger");

    private final List<Part> parts;

    private Parts(List<Part> parts) {
        this.parts = parts;
    }

    /** One file and what its first line says. */
    record Part(Path file, CopyHead head) {}

    /** The name of a file with the blocks from one to before another. */
    static String name(CopyHead head) {
        return String.format(Locale.ROOT, "%012d-%012d.ledger", head.from(), head.height() - 1);
    }

    /** A backup in a directory; refused when its files do not go on where the one before ends. */
    static Parts in(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Part> parts = new ArrayList<>();
            for (Path file : files.filter(
                            path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .toList()) {
                Part next = new Part(file, CopyReading.head(file));
                problem(parts, next).ifPresent(problem -> {
                    throw new CopyRefused("'" + file + "' " + problem);
                });
                parts.add(next);
            }
            return new Parts(parts);
        } catch (IOException broken) {
            throw new CopyRefused("'" + directory + "' cannot be read: " + broken, broken);
        }
    }

    private static Optional<String> problem(List<Part> before, Part next) {
        CopyHead head = next.head();
        if (!next.file().getFileName().toString().equals(name(head))) {
            return Optional.of("holds the blocks of '" + name(head) + "'; files of a backup keep their names");
        }
        long expected =
                before.isEmpty() ? 0 : before.get(before.size() - 1).head().height();
        if (head.from() != expected) {
            return Optional.of("begins with block " + head.from() + " where block " + expected
                    + " is expected: a file is missing or stands twice");
        }
        if (before.isEmpty()) {
            return Optional.empty();
        }
        CopyHead earlier = before.get(before.size() - 1).head();
        return head.previousHash().equals(earlier.headHash()) && head.ledger().equals(earlier.ledger())
                ? Optional.empty()
                : Optional.of(
                        "does not go on from '" + before.get(before.size() - 1).file() + "': its block " + head.from()
                                + " follows another block " + (head.from() - 1));
    }

    List<Part> all() {
        return parts;
    }

    /** What the last file holds; empty when there is none. */
    Optional<CopyHead> last() {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.get(parts.size() - 1).head());
    }
}

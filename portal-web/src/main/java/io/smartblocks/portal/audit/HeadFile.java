package io.smartblocks.portal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The newest head of the audit log in a file beside the database, which tells when entries are missing at the end. */
final class HeadFile {

    private static final String NAME = "audit-head";

    private final Path data;

    HeadFile(Path data) {
        this.data = data;
    }

    /** Writes a head that goes further than what the file says. */
    synchronized void advance(Head head) throws IOException {
        Optional<Head> known = newest();
        if (known.isPresent() && known.get().number() >= head.number()) {
            return;
        }
        Path next = data.resolve(NAME + ".new");
        Files.writeString(next, head + System.lineSeparator());
        Files.move(next, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Keeps what the file says as it is, because the log no longer fits it, and begins another one. */
    synchronized Path putAside() throws IOException {
        Path aside = data.resolve(NAME + "-of-" + newest().orElse(Head.NONE).number() + ".kept");
        return Files.move(file(), aside, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What the file says; empty where there is none, or where it is no head. */
    Optional<Head> newest() {
        return Files.exists(file()) ? read(file()) : Optional.empty();
    }

    /** Every head that was kept here: the newest, and those that the log did not fit once. */
    List<Head> all() {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.getFileName().toString().matches(NAME + "(-of-\\d+\\.kept)?"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + data + "' cannot be read", e);
        }
    }

    private Path file() {
        return data.resolve(NAME);
    }

    private static Optional<Head> read(Path file) {
        try {
            return Head.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be read", e);
        }
    }
}

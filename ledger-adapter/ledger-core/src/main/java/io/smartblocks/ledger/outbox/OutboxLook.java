package io.smartblocks.ledger.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies in an outbox, seen without opening it, so also while another process sends from it; what changes meanwhile may be
 * missed or told as it was.
 *
 * @param waiting how many batches are not yet seen on the ledger
 * @param oldest since when the oldest of them waits
 * @param putAside those that were refused, in the order in which they were appended
 * @param damaged the names of entries that cannot be read
 * @param bytes how much of the disk it takes
 */
public record OutboxLook(
        int waiting, Optional<Instant> oldest, List<PutAside> putAside, List<String> damaged, long bytes) {

    private static final String ENTRY = "[0-9]{12}-[0-9a-f]{16}\\..*";
    private static final String WAITING = ".waiting";
    private static final String REFUSED = ".refused";

    public OutboxLook {
        putAside = List.copyOf(putAside);
        damaged = List.copyOf(damaged);
    }

    /** Looks at the outbox in a directory and changes nothing. */
    public static OutboxLook at(Path directory) {
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.filter(file -> file.getFileName().toString().matches(ENTRY))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("the outbox '" + directory + "' cannot be read: " + failed, failed);
        }
        Looking looking = new Looking(directory);
        files.forEach(looking::at);
        return looking.seen();
    }

    /** Goes through the files of an outbox. */
    private static final class Looking {

        private final Path directory;
        private final List<PutAside> putAside = new ArrayList<>();
        private final List<String> damaged = new ArrayList<>();
        private Optional<Instant> oldest = Optional.empty();
        private int waiting;
        private long bytes;

        Looking(Path directory) {
            this.directory = directory;
        }

        void at(Path file) {
            String name = file.getFileName().toString();
            try {
                if (name.endsWith(WAITING)) {
                    Instant since = label(file).queuedAt();
                    oldest = oldest.filter(other -> other.isBefore(since)).or(() -> Optional.of(since));
                    waiting++;
                } else if (name.endsWith(REFUSED)) {
                    putAside.add(putAside(file, new Receipt(name.substring(0, name.length() - REFUSED.length()))));
                } else if (name.endsWith(".damaged")) {
                    damaged.add(name);
                }
                bytes += Files.size(file);
            } catch (NoSuchFileException dealtWith) {
                // Whoever has the outbox open was faster.
                return;
            } catch (DamagedEntry problem) {
                damaged.add(name);
            } catch (IOException failed) {
                throw new UncheckedIOException("'" + file + "' cannot be read: " + failed, failed);
            }
        }

        private PutAside putAside(Path file, Receipt receipt) throws IOException, DamagedEntry {
            EntryText.Label label = label(file);
            byte[] reason = Files.readAllBytes(directory.resolve(receipt + ".reason"));
            return new PutAside(receipt, label.lane(), label.queuedAt(), EntryText.refusal(reason));
        }

        private static EntryText.Label label(Path file) throws IOException, DamagedEntry {
            return EntryText.label(Files.readAllBytes(file));
        }

        OutboxLook seen() {
            return new OutboxLook(waiting, oldest, putAside, damaged, bytes);
        }
    }
}

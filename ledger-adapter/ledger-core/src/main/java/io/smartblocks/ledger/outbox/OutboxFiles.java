package io.smartblocks.ledger.outbox;

import io.smartblocks.ledger.port.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directory of an outbox, one file per entry: how its name ends tells how it stands, so that each change is the one
 * step of giving it another name.
 */
final class OutboxFiles {

    private static final String NEW = ".new";
    private static final String WAITING = ".waiting";
    private static final String REFUSED = ".refused";
    private static final String REASON = ".reason";
    private static final String DAMAGED = ".damaged";
    private static final Pattern NAME = Pattern.compile("([0-9]{12}-[0-9a-f]{16})(\\.[a-z]+)");

    private final Path directory;
    private final OutboxDisk disk;
    private final TreeMap<String, Long> sizes = new TreeMap<>();
    private final List<String> damaged = new ArrayList<>();

    private OutboxFiles(Path directory, OutboxDisk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /** Takes stock of the directory, and removes what a crash left unfinished. */
    static OutboxFiles open(Path directory, OutboxDisk disk) throws IOException {
        OutboxFiles files = new OutboxFiles(directory, disk);
        List<Path> found;
        try (Stream<Path> listed = Files.list(directory)) {
            found = listed.sorted().toList();
        }
        for (Path file : found) {
            String name = file.getFileName().toString();
            if (NAME.matcher(name).matches()) {
                files.sizes.put(name, Files.size(file));
            }
        }
        for (String name : List.copyOf(files.sizes.keySet())) {
            files.tidy(name);
        }
        return files;
    }

    private void tidy(String name) throws IOException {
        Matcher parts = NAME.matcher(name);
        parts.matches();
        boolean orphan = parts.group(2).equals(REASON) && !sizes.containsKey(parts.group(1) + REFUSED);
        if (parts.group(2).equals(NEW) || orphan) {
            delete(name);
        } else if (parts.group(2).equals(DAMAGED)) {
            damaged.add(
                    "'" + directory.resolve(name) + "' was damaged, and what it held was not sent; put a copy of it in"
                            + " its place under the name '" + parts.group(1) + WAITING + "', or delete it");
        }
    }

    /** The entries that wait, in their order; what cannot be read is put aside by its name. */
    List<Entry> waiting() throws IOException {
        return entries(WAITING);
    }

    /** The entries that were refused, in their order. */
    List<PutAside> refused() throws IOException {
        List<PutAside> refused = new ArrayList<>();
        for (Entry entry : entries(REFUSED)) {
            refused.add(new PutAside(entry.receipt(), entry.lane(), entry.queuedAt(), reason(entry)));
        }
        return refused;
    }

    private List<Entry> entries(String ending) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (String name : List.copyOf(sizes.keySet())) {
            if (name.endsWith(ending)) {
                Receipt receipt = new Receipt(name.substring(0, name.length() - ending.length()));
                try {
                    EntryText.Label label = EntryText.label(Files.readAllBytes(directory.resolve(name)));
                    entries.add(new Entry(receipt, label.lane(), label.queuedAt(), sizes.get(name)));
                } catch (DamagedEntry problem) {
                    setApart(receipt, name, problem);
                }
            }
        }
        return entries;
    }

    private PutAside.Refusal reason(Entry entry) throws IOException {
        Path file = directory.resolve(entry.receipt() + REASON);
        try {
            return EntryText.refusal(Files.readAllBytes(file));
        } catch (DamagedEntry | NoSuchFileException problem) {
            return new PutAside.Refusal(
                    entry.queuedAt(),
                    "reason-lost",
                    0,
                    "why it was refused cannot be read from '" + file + "' any more: " + problem.getMessage()
                            + "; retry it to hear it again");
        }
    }

    /** Keeps a batch; when this returns it is on the disk. */
    Entry add(long sequence, Lane lane, Instant queuedAt, Batch batch, byte[] content) throws IOException {
        Receipt receipt = Receipt.of(sequence, batch);
        try {
            write(receipt + WAITING, receipt + NEW, content);
        } catch (IOException | RuntimeException | Error failed) {
            removeAfter(failed, receipt + WAITING);
            throw failed;
        }
        return new Entry(receipt, lane, queuedAt, content.length);
    }

    /** What an entry that waits holds; a damaged one is put aside by its name. */
    Batch batch(Entry entry) throws IOException, DamagedEntry {
        String name = entry.receipt() + WAITING;
        try {
            return EntryText.batch(Files.readAllBytes(directory.resolve(name)));
        } catch (DamagedEntry problem) {
            setApart(entry.receipt(), name, problem);
            throw problem;
        }
    }

    /** Forgets an entry that is on the ledger; if the machine stops here, the ledger is asked again. */
    void remove(Entry entry) throws IOException {
        delete(entry.receipt() + WAITING);
        tidyUp(entry.receipt());
    }

    /** Puts a refused entry aside, the reason first: without it a crash leaves the entry waiting. */
    PutAside putAside(Entry entry, PutAside.Refusal refusal) throws IOException {
        write(entry.receipt() + REASON, entry.receipt() + NEW, EntryText.of(refusal));
        rename(entry.receipt() + WAITING, entry.receipt() + REFUSED);
        return new PutAside(entry.receipt(), entry.lane(), entry.queuedAt(), refusal);
    }

    /** Lets a refused entry wait again. */
    Entry takeBack(PutAside refused) throws IOException {
        Receipt receipt = refused.receipt();
        long bytes = sizes.getOrDefault(receipt + REFUSED, 0L);
        rename(receipt + REFUSED, receipt + WAITING);
        return new Entry(receipt, refused.lane(), refused.queuedAt(), bytes);
    }

    /** Deletes a refused entry for good. */
    void discard(PutAside refused) throws IOException {
        delete(refused.receipt() + REFUSED);
        tidyUp(refused.receipt());
    }

    long bytes() {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }

    List<String> damaged() {
        return List.copyOf(damaged);
    }

    /** The number after all that are in use. */
    long nextSequence() {
        return sizes.isEmpty() ? 0 : Long.parseLong(sizes.lastKey().substring(0, 12)) + 1;
    }

    private void setApart(Receipt receipt, String name, DamagedEntry problem) throws IOException {
        rename(name, receipt + DAMAGED);
        damaged.add("'" + directory.resolve(name) + "' is damaged: " + problem.getMessage() + "; it was renamed to '"
                + receipt + DAMAGED + "', and what it held was not sent; put a copy of it in its place, or delete it");
    }

    private void write(String name, String before, byte[] content) throws IOException {
        disk.write(directory.resolve(before), content);
        disk.rename(directory.resolve(before), directory.resolve(name));
        sizes.put(name, (long) content.length);
        disk.sync(directory);
    }

    private void rename(String from, String to) throws IOException {
        disk.rename(directory.resolve(from), directory.resolve(to));
        sizes.put(to, sizes.remove(from));
    }

    /** Removes the reason of an entry that is gone; what the disk does not let go now goes at the next opening. */
    private void tidyUp(Receipt receipt) {
        try {
            if (sizes.containsKey(receipt + REASON)) {
                disk.sync(directory);
                delete(receipt + REASON);
            }
        } catch (IOException untilTheNextOpening) {
            return;
        }
    }

    private void delete(String name) throws IOException {
        disk.delete(directory.resolve(name));
        sizes.remove(name);
    }

    private void removeAfter(Throwable failed, String name) {
        try {
            disk.delete(directory.resolve(name.replace(WAITING, NEW)));
            delete(name);
        } catch (IOException | RuntimeException | Error alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}

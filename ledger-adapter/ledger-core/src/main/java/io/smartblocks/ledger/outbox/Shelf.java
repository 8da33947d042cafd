package io.smartblocks.ledger.outbox;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an outbox holds, in memory as on the disk; the one monitor of all its threads. */
final class Shelf {

    private final OutboxFiles files;
    private final Clock clock;
    private final long mostBytes;
    private final Path directory;
    private final Map<Lane, LaneQueue> lanes = new LinkedHashMap<>();
    private final Map<String, Receipt> waiting = new LinkedHashMap<>();
    private final TreeMap<Receipt, PutAside> aside = new TreeMap<>(Comparator.comparing(Receipt::id));
    private long next;
    private Optional<String> trouble = Optional.empty();
    private boolean closed;

    Shelf(OutboxFiles files, Clock clock, long mostBytes, Path directory) throws IOException {
        this.files = files;
        this.clock = clock;
        this.mostBytes = mostBytes;
        this.directory = directory;
        this.next = files.nextSequence();
        files.waiting().forEach(this::enqueue);
        files.refused().forEach(refused -> aside.put(refused.receipt(), refused));
    }

    private void enqueue(Entry entry) {
        waiting.put(entry.receipt().mark(), entry.receipt());
        lane(entry.lane()).add(entry);
    }

    private LaneQueue lane(Lane lane) {
        return lanes.computeIfAbsent(lane, name -> new LaneQueue());
    }

    synchronized Receipt append(Lane lane, Batch batch) {
        mustBeOpen();
        String mark = Receipt.mark(batch);
        Optional<Receipt> refused = aside.keySet().stream()
                .filter(receipt -> receipt.mark().equals(mark))
                .findFirst();
        refused.ifPresent(this::retry);
        Receipt before = waiting.get(mark);
        if (before != null) {
            return before;
        }
        Instant now = clock.instant();
        byte[] content = EntryText.of(new EntryText.Label(lane, now), batch);
        mustHaveRoom(content.length);
        try {
            Entry entry = files.add(next, lane, now, batch, content);
            next++;
            waiting.put(mark, entry.receipt());
            lane(lane).addNew(entry);
            notifyAll();
            return entry.receipt();
        } catch (IOException failed) {
            boolean removed = failed.getSuppressed().length == 0;
            throw new UncheckedIOException(
                    "the outbox '" + directory + "' cannot keep the batch: " + failed
                            + (removed ? "; it was not appended" : "; whether it was shows at the next opening"),
                    failed);
        }
    }

    private void mustHaveRoom(long bytes) {
        if (files.bytes() + bytes > mostBytes) {
            throw new OutboxFull("the outbox '" + directory + "' has no room for a batch of " + bytes
                    + " bytes: it holds "
                    + files.bytes() + " of at most " + mostBytes + " bytes in " + waiting.size() + " waiting and "
                    + aside.size()
                    + " refused batches; it empties when the ledger takes batches again, refused ones can"
                    + " be discarded, or give it more room");
        }
    }

    private void mustBeOpen() {
        if (closed) {
            throw new IllegalStateException("the outbox '" + directory + "' is closed");
        }
    }

    /** The entries to send now, one of each lane. */
    synchronized List<Entry> due() {
        if (closed) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Entry> due = new ArrayList<>();
        lanes.values().forEach(lane -> lane.due(now).ifPresent(due::add));
        return due;
    }

    /** Begins to send the entry; whether the ledger may know it from an earlier attempt. */
    synchronized boolean send(Entry entry) {
        return lane(entry.lane()).send(entry);
    }

    /** What the entry holds; empty for one that is damaged and is now out of the way. */
    synchronized Optional<Batch> batch(Entry entry) throws IOException {
        try {
            return Optional.of(files.batch(entry));
        } catch (DamagedEntry putAside) {
            done(entry);
            return Optional.empty();
        }
    }

    /** The entry is on the ledger. */
    synchronized void committed(Entry entry) throws IOException {
        if (!closed) {
            files.remove(entry);
            done(entry);
            trouble = Optional.empty();
        }
    }

    /** The ledger does not take the entry. */
    synchronized void refused(Entry entry, Submission.Refused why) throws IOException {
        if (!closed) {
            PutAside.Refusal refusal =
                    new PutAside.Refusal(clock.instant(), why.code(), why.transaction(), why.message());
            aside.put(entry.receipt(), files.putAside(entry, refusal));
            done(entry);
            trouble = Optional.empty();
        }
    }

    /** The entry must be sent again later. */
    synchronized void failed(Entry entry, String problem) {
        lane(entry.lane()).failed(clock.instant());
        toTheEnd(entry.lane());
        trouble = Optional.of(problem);
    }

    /** Nobody waits for the entry's answer any more; the ledger will be asked for it. */
    synchronized void recall(Entry entry) {
        lane(entry.lane()).recall();
    }

    synchronized void failed(String problem) {
        trouble = Optional.of(problem);
    }

    /** Waits until there may be something to do. */
    synchronized void await(long atMostMillis) throws InterruptedException {
        if (!closed && due().isEmpty()) {
            wait(atMostMillis);
        }
    }

    private void done(Entry entry) {
        waiting.remove(entry.receipt().mark());
        lane(entry.lane()).done(entry);
        toTheEnd(entry.lane());
    }

    /** Each lane has its turn; one that is empty is forgotten. */
    private void toTheEnd(Lane lane) {
        LaneQueue queue = lanes.remove(lane);
        if (!queue.isEmpty()) {
            lanes.put(lane, queue);
        }
    }

    synchronized OutboxStatus status() {
        Optional<Instant> oldest = Optional.empty();
        for (LaneQueue lane : lanes.values()) {
            for (Entry entry : lane.entries()) {
                if (oldest.isEmpty() || entry.queuedAt().isBefore(oldest.get())) {
                    oldest = Optional.of(entry.queuedAt());
                }
            }
        }
        return new OutboxStatus(waiting.size(), oldest, aside.size(), files.damaged(), files.bytes(), trouble);
    }

    synchronized List<PutAside> putAside() {
        return List.copyOf(aside.values());
    }

    synchronized void retry(Receipt receipt) {
        PutAside refused = refused(receipt);
        try {
            Entry entry = files.takeBack(refused);
            aside.remove(receipt);
            enqueue(entry);
            notifyAll();
        } catch (IOException failed) {
            throw changeless(receipt, failed);
        }
    }

    synchronized void discard(Receipt receipt) {
        PutAside refused = refused(receipt);
        try {
            files.discard(refused);
            aside.remove(receipt);
        } catch (IOException failed) {
            throw changeless(receipt, failed);
        }
    }

    private PutAside refused(Receipt receipt) {
        mustBeOpen();
        PutAside refused = aside.get(receipt);
        if (refused == null) {
            throw new IllegalArgumentException("'" + receipt + "' is not one of the " + aside.size()
                    + " batches that were refused and put aside in the outbox '" + directory + "'");
        }
        return refused;
    }

    private UncheckedIOException changeless(Receipt receipt, IOException failed) {
        return new UncheckedIOException(
                "the outbox '" + directory + "' cannot change batch '" + receipt + "': " + failed, failed);
    }

    synchronized boolean closed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}

package io.smartblocks.ledger.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The entries of one lane in their order, of which one is on its way at a time. */
final class LaneQueue {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final Set<Receipt> neverSent = new HashSet<>();
    private Optional<Entry> sent = Optional.empty();
    private Instant notBefore = Instant.MIN;
    private int failures;

    /** Adds an entry that may have been sent before. */
    void add(Entry entry) {
        entries.put(entry.receipt().sequence(), entry);
    }

    /** Adds an entry that nobody can have sent yet. */
    void addNew(Entry entry) {
        add(entry);
        neverSent.add(entry.receipt());
    }

    /** The entry to send now; empty while one is on its way, while the lane pauses, and when nothing waits. */
    Optional<Entry> due(Instant now) {
        // a clock that was set back must not stop the lane for longer than a pause
        boolean pauses = now.isBefore(notBefore) && !now.plus(LONGEST_PAUSE).isBefore(notBefore);
        return sent.isPresent() || entries.isEmpty() || pauses
                ? Optional.empty()
                : Optional.of(entries.firstEntry().getValue());
    }

    /** Begins to send the entry; whether the ledger may know it from an earlier attempt. */
    boolean send(Entry entry) {
        sent = Optional.of(entry);
        return !neverSent.remove(entry.receipt());
    }

    /** Nobody waits for the answer any more; the ledger will be asked for it. */
    void recall() {
        sent = Optional.empty();
    }

    /** The entry is dealt with. */
    void done(Entry entry) {
        entries.remove(entry.receipt().sequence());
        neverSent.remove(entry.receipt());
        sent = Optional.empty();
        failures = 0;
        notBefore = Instant.MIN;
    }

    /** The entry stays first, and the lane pauses, longer after each failure. */
    void failed(Instant now) {
        sent = Optional.empty();
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 6));
        notBefore = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        failures++;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Iterable<Entry> entries() {
        return entries.values();
    }
}

package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets Drools decide about periods, up to five hundred agreements of one shape in a session. */
public final class RuleEngine {

    /**
     * Plans every period of an agreement, without settling anything.
     *
     * @throws CannotPlan if there is a sentence that this engine cannot turn into rules
     */
    public static void requirePlannable(Agreement agreement) {
        agreement.periods().forEach(period -> Planning.of(agreement, period.name()));
    }

    private static final int PER_SESSION = 500;
    private static final int SHAPES = 256;

    private final RuleBooks books = new RuleBooks(SHAPES);

    /** What became of one ground: a decision, or what went wrong instead. */
    public sealed interface Result {
        /** The rules decided. */
        record Decided(Decision decision) implements Result {}

        /** The agreement cannot be planned, or something broke; no other settling is touched by it. */
        record Failed(RuntimeException cause) implements Result {}
    }

    /** Told what became of the ground with a number, on any thread. */
    public interface Told {
        void of(int number, Result result);
    }

    /** Decides about each ground, on all cores if there are many; a few by who asks, since others ask meanwhile. */
    public void decide(List<Ground> grounds, Told told) {
        Entry[] entries = new Entry[grounds.size()];
        int parts = (grounds.size() + PER_SESSION - 1) / PER_SESSION;
        Spread.over(parts, parts > 1, part -> {
            int end = Math.min(grounds.size(), (part + 1) * PER_SESSION);
            for (int i = part * PER_SESSION; i < end; i++) {
                entries[i] = entry(i, grounds.get(i), told);
            }
        });
        Map<RuleBook, List<Entry>> byBook = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry != null) {
                byBook.computeIfAbsent(entry.prepared.book(), book -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<List<Entry>> sessions = new ArrayList<>();
        byBook.values().forEach(all -> {
            for (int from = 0; from < all.size(); from += PER_SESSION) {
                sessions.add(all.subList(from, Math.min(all.size(), from + PER_SESSION)));
            }
        });
        Spread.over(sessions.size(), parts > 1, number -> session(sessions.get(number), told));
    }

    private @Nullable Entry entry(int index, Ground ground, Told told) {
        try {
            return new Entry(index, ground, books.prepare(ground.agreement(), ground.period()));
        } catch (CannotPlan e) {
            told.of(index, new Result.Failed(e));
            return null;
        }
    }

    private record Entry(int index, Ground ground, RuleBooks.Prepared prepared) {}

    private void session(List<Entry> entries, Told told) {
        List<Settling> settlings = new ArrayList<>(entries.size());
        entries.forEach(entry -> settlings.add(entry.prepared.settling(entry.ground, books)));
        try {
            entries.get(0).prepared.book().decide(settlings);
        } catch (RuntimeException e) {
            isolate(entries, e, told);
            return;
        }
        for (int i = 0; i < settlings.size(); i++) {
            told.of(entries.get(i).index, new Result.Decided(new Decision(settlings.get(i))));
        }
    }

    /** One of a session broke it: each is decided again alone, so that only the culprit fails. */
    private void isolate(List<Entry> entries, RuntimeException cause, Told told) {
        if (entries.size() == 1) {
            told.of(entries.get(0).index, new Result.Failed(cause));
            return;
        }
        entries.forEach(entry -> session(List.of(entry), told));
    }

    /** How many different shapes are kept. */
    public int shapes() {
        return books.shapes();
    }
}

package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private static final int AGREEMENTS = 20_000;

    private final RuleBooks books = new RuleBooks(SHAPES, AGREEMENTS);

    /** What became of one ground: a decision, or what went wrong instead. */
    public sealed interface Result {
        /** The rules decided. */
        record Decided(Decision decision) implements Result {}

        /** The agreement cannot be planned, or something broke; no other settling is touched by it. */
        record Failed(RuntimeException cause) implements Result {}
    }

    /** Decides about each ground; results stand in the order of the grounds. */
    public List<Result> decide(List<Ground> grounds) {
        Result[] results = new Result[grounds.size()];
        Map<RuleBook, List<Entry>> byBook = new LinkedHashMap<>();
        for (int i = 0; i < grounds.size(); i++) {
            Ground ground = grounds.get(i);
            try {
                RuleBooks.Prepared prepared = books.prepare(ground.agreement(), ground.period());
                byBook.computeIfAbsent(prepared.book(), book -> new ArrayList<>())
                        .add(new Entry(i, ground, prepared));
            } catch (CannotPlan e) {
                results[i] = new Result.Failed(e);
            }
        }
        byBook.forEach((book, entries) -> {
            for (int from = 0; from < entries.size(); from += PER_SESSION) {
                decide(book, entries.subList(from, Math.min(entries.size(), from + PER_SESSION)), results);
            }
        });
        return List.of(results);
    }

    private record Entry(int index, Ground ground, RuleBooks.Prepared prepared) {
        Settling settling() {
            return prepared.settling(ground);
        }
    }

    private static void decide(RuleBook book, List<Entry> entries, Result[] results) {
        List<Settling> settlings = entries.stream().map(Entry::settling).toList();
        try {
            book.decide(settlings);
        } catch (RuntimeException e) {
            isolate(book, entries, e, results);
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            results[entries.get(i).index] = new Result.Decided(new Decision(settlings.get(i)));
        }
    }

    /** One of a session broke it: each is decided again alone, so that only the culprit fails. */
    private static void isolate(RuleBook book, List<Entry> entries, RuntimeException cause, Result[] results) {
        if (entries.size() == 1) {
            results[entries.get(0).index] = new Result.Failed(cause);
            return;
        }
        entries.forEach(entry -> decide(book, List.of(entry), results));
    }

    /** How many different shapes are kept. */
    public int shapes() {
        return books.shapes();
    }
}

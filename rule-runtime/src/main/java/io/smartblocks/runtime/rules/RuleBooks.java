package io.smartblocks.runtime.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rule books by shape, of which those asked for lately are kept; and what each agreement needs to use one, kept for as long
 * as others hold the agreement.
 */
final class RuleBooks {

    private final Map<String, RuleBook> books;
    private final Cache<Agreement, Map<String, Prepared>> prepared =
            Caffeine.newBuilder().weakKeys().build();

    RuleBooks(int shapes) {
        this.books = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, RuleBook> eldest) {
                return size() > shapes;
            }
        };
    }

    /** A rule book, the constants of one agreement, and at what its sentences look; it must not hold the agreement itself. */
    record Prepared(RuleBook book, Exact[] parameters, Map<Integer, Looks> looks) {

        /** A period on some ground, to be settled by the book. */
        Settling settling(Ground ground) {
            return new Settling(book.plan(), parameters, ground, looks);
        }
    }

    /** What a period of an agreement, compared by identity, needs to be settled. */
    Prepared prepare(Agreement agreement, String period) {
        Map<String, Prepared> periods = prepared.get(agreement, each -> new ConcurrentHashMap<>(4));
        Prepared known = periods.get(period);
        if (known == null) {
            Planning.Planned planned = Planning.of(agreement, period);
            known = new Prepared(book(planned.plan()), planned.parameters(), new ConcurrentHashMap<>(4));
            periods.put(period, known);
        }
        return known;
    }

    private RuleBook book(Plan plan) {
        String shape = Sha256.of(plan.text().getBytes(StandardCharsets.UTF_8));
        synchronized (books) {
            return books.computeIfAbsent(shape, each -> RuleBook.of(plan));
        }
    }

    int shapes() {
        synchronized (books) {
            return books.size();
        }
    }
}

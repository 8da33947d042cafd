package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Rule books by shape, and what each agreement needs to use one; both forget what was not asked for longest. */
final class RuleBooks {

    private final Map<String, RuleBook> books;
    private final Map<Key, Prepared> prepared;

    RuleBooks(int shapes, int agreements) {
        this.books = lru(shapes);
        this.prepared = lru(agreements);
    }

    /** A rule book and the constants of one agreement. */
    record Prepared(RuleBook book, Exact[] parameters, Map<Integer, Looks> looks) {

        /** A period on some ground, to be settled by the book. */
        Settling settling(Ground ground) {
            return new Settling(book.plan(), parameters, ground, looks);
        }
    }

    /** One agreement object and one of its periods. */
    private record Key(Agreement agreement, String period) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && agreement == key.agreement && period.equals(key.period);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(agreement) + period.hashCode();
        }
    }

    synchronized Prepared prepare(Agreement agreement, String period) {
        Key key = new Key(agreement, period);
        Prepared known = prepared.get(key);
        if (known == null) {
            Planning.Planned planned = Planning.of(agreement, period);
            known = new Prepared(book(planned.plan()), planned.parameters(), new ConcurrentHashMap<>());
            prepared.put(key, known);
        }
        return known;
    }

    private RuleBook book(Plan plan) {
        String shape = Sha256.of(plan.text().getBytes(StandardCharsets.UTF_8));
        RuleBook book = books.get(shape);
        if (book == null) {
            book = RuleBook.of(plan);
            books.put(shape, book);
        }
        return book;
    }

    synchronized int shapes() {
        return books.size();
    }

    private static <K, V> Map<K, V> lru(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}

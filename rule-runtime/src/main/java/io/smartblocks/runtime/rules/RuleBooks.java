package io.smartblocks.runtime.rules;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rule books by shape, of which those asked for lately are kept; and what each agreement needs to use one, kept for as long
 * as others hold the agreement.
 */
final class RuleBooks {

    private static final int EXAMPLES = 64;

    private final Cache<String, RuleBook> books;
    private final Cache<Agreement, Map<String, Prepared>> prepared =
            Caffeine.newBuilder().weakKeys().build();
    private volatile List<Known> examples = List.of();

    RuleBooks(int shapes) {
        this.books = Caffeine.newBuilder().maximumSize(shapes).build();
    }

    /** An agreement that was planned for one of its periods. */
    private record Known(PlannedExample example, Prepared prepared) {}

    /** A rule book, the constants of one agreement, and at what its sentences look; it must not hold the agreement itself. */
    record Prepared(RuleBook book, Exact[] parameters, Map<Integer, Looks> looks) {

        /** A period on some ground, to be settled by the book; other periods are planned by such books too. */
        Settling settling(Ground ground, RuleBooks books) {
            Revaluation others = new Revaluation(
                    ground,
                    book.plan(),
                    period -> books.prepare(ground.agreement(), period).book.plan());
            return new Settling(book.plan(), parameters, ground, looks, others);
        }
    }

    /** What a period of an agreement, compared by identity, needs to be settled. */
    Prepared prepare(Agreement agreement, String period) {
        Map<String, Prepared> periods = prepared.get(agreement, each -> new ConcurrentHashMap<>(4));
        Prepared known = periods.get(period);
        if (known == null) {
            known = likeAnother(agreement, period).orElseGet(() -> planned(agreement, period));
            periods.put(period, known);
        }
        return known;
    }

    private Optional<Prepared> likeAnother(Agreement agreement, String period) {
        for (Known known : examples) {
            if (known.example.plan().period().equals(period)) {
                Optional<Exact[]> parameters = known.example.parametersOf(agreement);
                if (parameters.isPresent()) {
                    return Optional.of(
                            new Prepared(known.prepared.book, parameters.orElseThrow(), known.prepared.looks));
                }
            }
        }
        return Optional.empty();
    }

    private Prepared planned(Agreement agreement, String period) {
        Planning.Planned planned = Planning.of(agreement, period);
        String shape = Sha256.of(planned.plan().text().getBytes(StandardCharsets.UTF_8));
        RuleBook book = books.get(shape, each -> RuleBook.of(planned.plan()));
        Prepared made = new Prepared(book, planned.parameters(), new ConcurrentHashMap<>(4));
        keep(new Known(new PlannedExample(agreement, planned), made));
        return made;
    }

    private synchronized void keep(Known example) {
        List<Known> all = new ArrayList<>(EXAMPLES);
        all.add(example);
        all.addAll(examples.subList(0, Math.min(examples.size(), EXAMPLES - 1)));
        examples = List.copyOf(all);
    }

    int shapes() {
        books.cleanUp();
        return Math.toIntExact(books.estimatedSize());
    }
}

package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.Word;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the sentences of a text by what they say something about. */
public final class Standing {

    private final Document base;

    public Standing(Document base) {
        this.base = base;
    }

    /** The sentences that say what another sentence says: the same name, number or kind. */
    public List<Sentence> like(Sentence sentence) {
        if (sentence instanceof Sentence.Naming naming) {
            return named(naming.name().text());
        }
        if (sentence instanceof Sentence.Clause clause) {
            return clause(clause.number().text());
        }
        if (sentence instanceof Sentence.Story story) {
            return scenario(story.name().text());
        }
        if (sentence instanceof Sentence.Start start) {
            return start(start.name().text());
        }
        if (sentence instanceof Sentence.Vat vat) {
            List<Sentence> sharing = all(Sentence.Vat.class, it -> share(it.clauses(), vat.clauses()));
            List<Sentence> every = all(Sentence.Vat.class, it -> true);
            return sharing.isEmpty() && every.size() == 1 ? every : sharing;
        }
        if (sentence instanceof Sentence.Gaps gaps) {
            return all(Sentence.Gaps.class, it -> share(it.meters(), gaps.meters()));
        }
        return base.sentences().stream()
                .filter(it -> it.getClass() == sentence.getClass())
                .toList();
    }

    /** What a repeal names. */
    public List<Sentence> named(Sentence.Repeal repeal) {
        String name = repeal.name().text();
        return switch (repeal.what()) {
            case CLAUSE -> clause(name);
            case TERM ->
                Stream.concat(named(name).stream(), start(name).stream()).toList();
            case SCENARIO -> scenario(name);
            case VAT ->
                all(
                        Sentence.Vat.class,
                        it -> it.rate() instanceof ExprSyntax.Figure rate
                                && rate.value().toString().equals(name));
            case SETTING ->
                base.sentences().stream()
                        .filter(it -> it.getClass().getSimpleName().equals(name))
                        .toList();
        };
    }

    /** The nearest name, clause number or title that there is. */
    public Optional<String> nearest(Sentence.Repeal.What what, String name) {
        Stream<Word> known = switch (what) {
            case CLAUSE -> base.all(Sentence.Clause.class).map(Sentence.Clause::number);
            case SCENARIO -> base.all(Sentence.Story.class).map(Sentence.Story::name);
            default -> base.all(Sentence.Naming.class).map(Sentence.Naming::name);
        };
        return Nearest.to(name, known.map(Word::text).toList());
    }

    private List<Sentence> named(String name) {
        return all(Sentence.Naming.class, it -> it.name().text().equals(name));
    }

    private List<Sentence> start(String name) {
        return all(Sentence.Start.class, it -> it.name().text().equals(name));
    }

    private List<Sentence> clause(String number) {
        return all(Sentence.Clause.class, it -> it.number().text().equals(number));
    }

    private List<Sentence> scenario(String title) {
        return all(Sentence.Story.class, it -> it.name().text().equals(title));
    }

    private <T extends Sentence> List<Sentence> all(Class<T> kind, java.util.function.Predicate<T> which) {
        return base.all(kind).filter(which).map(Sentence.class::cast).toList();
    }

    private static boolean share(Collection<Word> one, Collection<Word> other) {
        return !Collections.disjoint(
                one.stream().map(Word::text).toList(),
                other.stream().map(Word::text).toList());
    }
}

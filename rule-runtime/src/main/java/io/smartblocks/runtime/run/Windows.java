package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Periods;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import io.smartblocks.dsl.agreement.Window;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far back the windows of an agreement reach, one behind the other where a term looks at earlier terms. */
final class Windows {

    private final Map<String, Declaration.Period> periods;
    private final Map<String, Term> terms;
    private final List<Provision> sentences;

    Windows(Agreement agreement) {
        periods = agreement.periods().stream().collect(Collectors.toMap(Declaration.Period::name, Function.identity()));
        terms = agreement.terms().stream().collect(Collectors.toMap(Term::name, Function.identity()));
        sentences = agreement.clauses().stream()
                .flatMap(clause -> clause.provisions().stream())
                .toList();
    }

    /** The first day that the figures of a period which starts on {@code day} look at. */
    LocalDate earliest(String period, LocalDate day) {
        Map<Reach, LocalDate> known = new HashMap<>();
        return Stream.concat(
                        terms.values().stream()
                                .filter(term -> isOf(term.level(), period))
                                .map(term -> earliest(term.name(), day, known)),
                        sentences.stream()
                                .filter(sentence -> isOf(sentence.level(), period))
                                .map(sentence -> earliest((Object) sentence, day, known)))
                .reduce(day, Windows::earlier);
    }

    private record Reach(String term, LocalDate day) {}

    private LocalDate earliest(String name, LocalDate day, Map<Reach, LocalDate> known) {
        Reach reach = new Reach(name, day);
        LocalDate found = known.get(reach);
        if (found == null) {
            known.put(reach, day);
            found = Stream.concat(Stream.of((Object) terms.get(name)), replacements(name))
                    .map(part -> earliest(part, day, known))
                    .reduce(day, Windows::earlier);
            known.put(reach, found);
        }
        return found;
    }

    private LocalDate earliest(Object part, LocalDate day, Map<Reach, LocalDate> known) {
        LocalDate here = named(part).map(name -> earliest(name, day, known)).reduce(day, Windows::earlier);
        return Stream.concat(
                        Nodes.within(part, Expr.Aggregate.class)
                                .map(aggregate -> from(aggregate.of(), start(aggregate.over(), day), known)),
                        running(part, day, known))
                .reduce(here, Windows::earlier);
    }

    private LocalDate from(Object part, LocalDate start, Map<Reach, LocalDate> known) {
        return earlier(start, earliest(part, start, known));
    }

    /** Bands and caps look back to the start of the longer period over which they run. */
    private Stream<LocalDate> running(Object part, LocalDate day, Map<Reach, LocalDate> known) {
        Stream<LocalDate> bands = Nodes.within(part, Value.Banded.class)
                .flatMap(banded -> banded.countedFrom().stream()
                        .map(longer -> from(banded.of(), start(new Window(longer, 0), day), known)));
        Stream<LocalDate> caps = Nodes.within(part, Limit.AtMost.class)
                .flatMap(most -> most.inEach().stream())
                .map(longer -> start(new Window(longer, 0), day))
                .map(start -> part instanceof Term term ? earlier(start, earliest(term.name(), start, known)) : start);
        return Stream.concat(bands, caps);
    }

    private Stream<Object> replacements(String term) {
        return sentences.stream()
                .filter(sentence -> sentence.effect() instanceof Effect.Instead instead
                        && instead.term().equals(term))
                .map(sentence -> sentence);
    }

    private static Stream<String> named(Object part) {
        return Nodes.within(part, Expr.Reference.class)
                .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM)
                .map(Expr.Reference::name);
    }

    private LocalDate start(Window window, LocalDate day) {
        Periods all =
                new Periods(Optional.ofNullable(periods.get(window.period())).orElseThrow());
        return all.start(all.numberAt(day) - window.previous());
    }

    private static boolean isOf(Level level, String period) {
        return level instanceof Level.PerAgreement
                || level instanceof Level.PerPeriod of && of.period().equals(period);
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}

package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Periods;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Window;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far back the windows of an agreement reach, one behind the other where a term looks at earlier terms. */
final class Windows {

    private final Map<String, Periods> periods;
    private final List<Leveled> leveled;
    private final Map<String, List<Sight>> terms;

    /** A term, with the sentences that may take its place, or a sentence; for the periods of its level. */
    private record Leveled(Level level, List<Sight> sights) {}

    Windows(Agreement agreement) {
        periods = agreement.periods().stream().collect(Collectors.toMap(Declaration.Period::name, Periods::new));
        Map<Provision, Sight> sentences = agreement.clauses().stream()
                .flatMap(clause -> clause.provisions().stream())
                .collect(Collectors.toMap(Function.identity(), Sight::of, (one, same) -> one));
        terms = agreement.terms().stream().collect(Collectors.toMap(Term::name, term -> sights(term, sentences)));
        leveled = Stream.concat(
                        agreement.terms().stream().map(term -> new Leveled(term.level(), terms.get(term.name()))),
                        sentences.entrySet().stream()
                                .map(each -> new Leveled(each.getKey().level(), List.of(each.getValue()))))
                .toList();
    }

    private static List<Sight> sights(Term term, Map<Provision, Sight> sentences) {
        return Stream.concat(
                        Stream.of(Sight.of(term)),
                        sentences.entrySet().stream()
                                .filter(each -> each.getKey().effect() instanceof Effect.Instead instead
                                        && instead.term().equals(term.name()))
                                .map(Map.Entry::getValue))
                .toList();
    }

    /** The first day that the figures of a period which starts on {@code day} look at. */
    LocalDate earliest(String period, LocalDate day) {
        Map<Reach, LocalDate> known = new HashMap<>();
        LocalDate earliest = day;
        for (Leveled each : leveled) {
            if (isOf(each.level(), period)) {
                for (Sight sight : each.sights()) {
                    earliest = earlier(earliest, earliest(sight, day, known));
                }
            }
        }
        return earliest;
    }

    private record Reach(String term, LocalDate day) {}

    private LocalDate earliest(String term, LocalDate day, Map<Reach, LocalDate> known) {
        Reach reach = new Reach(term, day);
        LocalDate found = known.get(reach);
        if (found == null) {
            known.put(reach, day);
            found = day;
            for (Sight sight : terms.getOrDefault(term, List.of())) {
                found = earlier(found, earliest(sight, day, known));
            }
            known.put(reach, found);
        }
        return found;
    }

    private LocalDate earliest(Sight sight, LocalDate day, Map<Reach, LocalDate> known) {
        LocalDate earliest = day;
        for (String term : sight.terms()) {
            earliest = earlier(earliest, earliest(term, day, known));
        }
        for (Sight.Within within : sight.within()) {
            LocalDate start = start(within.window(), day);
            earliest = earlier(earliest, earlier(start, earliest(within.sight(), start, known)));
        }
        for (Window cap : sight.caps()) {
            LocalDate start = start(cap, day);
            earliest = earlier(earliest, start);
            if (sight.capped().isPresent()) {
                earliest = earlier(earliest, earliest(sight.capped().get(), start, known));
            }
        }
        return earliest;
    }

    private LocalDate start(Window window, LocalDate day) {
        Periods all = periods.get(window.period());
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

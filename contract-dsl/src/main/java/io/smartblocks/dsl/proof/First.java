package io.smartblocks.dsl.proof;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Periods;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What holds in the first periods of an agreement, in which an example is told where it rests on what came before. */
final class First {

    private final List<Formula> formulas = new ArrayList<>();
    private final Set<String> beginning = new TreeSet<>();
    private final Set<String> within = new TreeSet<>();

    void add(Formula formula) {
        formulas.add(formula);
    }

    List<Formula> formulas() {
        return formulas;
    }

    /** The example begins with a period of that name. */
    void beginning(String period) {
        beginning.add(period);
    }

    /** The example lies within the first period of that name. */
    void within(String period) {
        within.add(period);
    }

    /** True if an example may be told of these days, the last left out. */
    boolean has(LocalDate from, LocalDate to, Known known) {
        boolean begins = known.settings().filter(it -> it.from().equals(from)).isPresent();
        return beginning.stream()
                        .allMatch(name -> begins
                                || known.thing(name, Declaration.Period.class)
                                        .map(Periods::new)
                                        .filter(it ->
                                                it.start(it.numberAt(from)).equals(from))
                                        .isPresent())
                && within.stream()
                        .allMatch(name -> known.thing(name, Declaration.Period.class)
                                .map(Periods::new)
                                .filter(it -> !it.start(1).isAfter(from)
                                        && !it.start(2).isBefore(to))
                                .isPresent());
    }
}

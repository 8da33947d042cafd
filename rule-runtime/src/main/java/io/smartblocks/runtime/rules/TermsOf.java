package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Limit;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The terms that have a value when a period is settled: its own, those of the agreement, and, where one of these uses
 * them, those that step with other periods or follow indexes and the clock.
 */
final class TermsOf {

    private final Agreement agreement;
    private final Levels levels;
    private final Set<String> terms = new HashSet<>();
    private final Map<String, Boolean> stepping = new HashMap<>();
    private final Set<String> visited = new HashSet<>();

    private TermsOf(Agreement agreement) {
        this.agreement = agreement;
        this.levels = new Levels(agreement);
    }

    static TermsOf of(Agreement agreement, String period) {
        TermsOf terms = new TermsOf(agreement);
        agreement.terms().stream()
                .filter(term -> isOf(term.level(), period) && !terms.steps(term))
                .forEach(term -> terms.use(term, true));
        agreement.clauses().stream()
                .flatMap(clause -> clause.provisions().stream())
                .filter(provision -> isOf(provision.level(), period))
                .map(Provision.class::cast)
                .forEach(provision -> terms.uses(provision, true));
        return terms;
    }

    boolean has(Term term) {
        return terms.contains(term.name());
    }

    /** The term of that name. */
    static Optional<Term> named(Agreement agreement, String name) {
        return agreement.terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst();
    }

    /** A term as an expression names it. */
    static Expr reference(Agreement agreement, String term) {
        return new Expr.Reference(
                Expr.Reference.Kind.TERM, term, new Levels(agreement).term(term).unit());
    }

    /** True for a term that can have a value in a period: not one of another period, nor one of readings. */
    static boolean mayBeOf(Agreement agreement, Term term, String period) {
        return isOf(term.level(), period) || term.level() instanceof Level.PerReading && !readsMeters(agreement, term);
    }

    static boolean isOf(Level level, String period) {
        return level instanceof Level.PerAgreement
                || level instanceof Level.PerPeriod of && of.period().equals(period);
    }

    private static boolean readsMeters(Agreement agreement, Term term) {
        return Nodes.within(term.value(), Expr.Reference.class).anyMatch(reference -> switch (reference.kind()) {
            case METER, BASELINE, ADJUSTMENT, EVENT_FIGURE -> true;
            case TERM ->
                named(agreement, reference.name())
                        .filter(it -> it.level() instanceof Level.PerReading && readsMeters(agreement, it))
                        .isPresent();
            case INDEX, FACT, PARAMETER -> false;
        });
    }

    /** True for a term of the agreement whose value is another one when a period begins. */
    private boolean steps(Term term) {
        Boolean known = stepping.get(term.name());
        if (known == null) {
            known = term.level() instanceof Level.PerAgreement && isStepping(term);
            stepping.put(term.name(), known);
        }
        return known;
    }

    private boolean isStepping(Term term) {
        return term.value() instanceof Value.Table
                || term.limits().stream().anyMatch(Limit.Rising.class::isInstance)
                || Nodes.within(term, Expr.Reference.class)
                        .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM)
                        .anyMatch(reference -> steps(levels.term(reference.name())));
    }

    private void use(Term term, boolean slot) {
        if (slot) {
            terms.add(term.name());
        }
        if (visited.add(term.name() + "/" + slot)) {
            uses(term, slot);
        }
    }

    /** The terms that a part uses in this period; those that it looks at in other periods are none of it, and those of a term
     * that is not needed once but for each reading are needed so too.
     */
    private void uses(Record part, boolean once) {
        Set<Object> elsewhere = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Object> perReading = Collections.newSetFromMap(new IdentityHashMap<>());
        if (!once) {
            mark(part, perReading);
        }
        Nodes.within(part, Expr.Aggregate.class)
                .forEach(aggregate ->
                        mark(aggregate.of(), levels.periodOf(aggregate.of()).isPresent() ? elsewhere : perReading));
        Nodes.within(part, Expr.HoursDuring.class).forEach(hours -> mark(hours.condition(), perReading));
        Nodes.within(part, Expr.DegreeHours.class)
                .forEach(hours -> mark(List.of(hours.of(), hours.bound()), perReading));
        Nodes.within(part, Expr.HighestPower.class).forEach(power -> mark(power.of(), perReading));
        Nodes.within(part, Expr.Reference.class)
                .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM && !elsewhere.contains(reference))
                .forEach(reference -> {
                    Term term = levels.term(reference.name());
                    boolean each = term.level() instanceof Level.PerEvent
                            || term.level() instanceof Level.PerReading && perReading.contains(reference);
                    use(term, !each);
                });
    }

    private static void mark(Object tree, Set<Object> into) {
        Nodes.within(tree, Expr.Reference.class).forEach(into::add);
    }
}

package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The adjustments and events at which a sentence looks, by the terms it uses directly or through terms of other periods,
 * each with the windows in which it does.
 */
final class Looks {

    private static final Looks NONE = new Looks();

    private final Map<String, Set<Window>> adjustments = new LinkedHashMap<>();
    private final Map<String, Set<Window>> events = new LinkedHashMap<>();

    private Looks() {}

    static Looks of(Agreement agreement, Clause.Provision sentence) {
        if (agreement.adjustments().isEmpty() && agreement.events().isEmpty()) {
            return NONE;
        }
        Looks looks = new Looks();
        looks.walk(agreement, sentence);
        return looks;
    }

    /** The adjustments, in the order in which the sentence comes to them. */
    Map<String, Set<Window>> adjustments() {
        return adjustments;
    }

    /** The events, in the order in which the sentence comes to them. */
    Map<String, Set<Window>> events() {
        return events;
    }

    /** True for the same adjustments and events in the same order and windows. */
    boolean isLike(Looks other) {
        return isLike(adjustments, other.adjustments) && isLike(events, other.events);
    }

    private static boolean isLike(Map<String, Set<Window>> one, Map<String, Set<Window>> other) {
        return List.copyOf(one.entrySet()).equals(List.copyOf(other.entrySet()));
    }

    private void walk(Agreement agreement, Clause.Provision sentence) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<Object> open = new ArrayDeque<>();
        open.push(sentence);
        while (!open.isEmpty()) {
            Object part = open.pop();
            Nodes.within(part, Expr.Aggregate.class).forEach(aggregate -> note(agreement, aggregate));
            Nodes.within(part, Expr.EventCount.class).forEach(count -> add(events, count.event(), count.over()));
            Nodes.within(part, Expr.Reference.class)
                    .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM)
                    .map(Expr.Reference::name)
                    .filter(seen::add)
                    .forEach(name -> meanings(agreement, name, open));
        }
    }

    private void note(Agreement agreement, Expr.Aggregate aggregate) {
        if (aggregate.of() instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.ADJUSTMENT) {
            add(adjustments, reference.name(), aggregate.over());
        }
        Nodes.within(aggregate.of(), Expr.Reference.class)
                .flatMap(reference -> event(agreement, reference).stream())
                .forEach(event -> add(events, event, aggregate.over()));
    }

    private static void add(Map<String, Set<Window>> looks, String name, Window over) {
        looks.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(over);
    }

    private static Optional<String> event(Agreement agreement, Expr.Reference reference) {
        if (reference.kind() == Expr.Reference.Kind.EVENT_FIGURE) {
            return agreement.events().stream()
                    .filter(it -> it.figures().stream()
                            .anyMatch(figure -> figure.name().equals(reference.name())))
                    .map(Declaration.Event::name)
                    .findFirst();
        }
        return agreement.terms().stream()
                .filter(term -> term.name().equals(reference.name()))
                .flatMap(term ->
                        term.level() instanceof Level.PerEvent event ? Stream.of(event.event()) : Stream.empty())
                .findFirst();
    }

    /** What a term is, and what exceptions may say it is instead. */
    private static void meanings(Agreement agreement, String name, Deque<Object> open) {
        agreement.terms().stream().filter(term -> term.name().equals(name)).forEach((Term term) -> open.push(term));
        agreement.clauses().stream()
                .flatMap(clause -> clause.provisions().stream())
                .filter(provision -> provision.effect() instanceof Effect.Instead instead
                        && instead.term().equals(name))
                .forEach(open::push);
    }
}

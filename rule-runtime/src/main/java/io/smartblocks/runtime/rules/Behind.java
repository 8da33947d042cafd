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
import io.smartblocks.runtime.evidence.AdjustmentValue;
import io.smartblocks.runtime.evidence.ReportedEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The adjustments and events behind a sentence: those of the terms it uses, directly or through terms of other periods. */
final class Behind {

    private final Ground ground;
    private final Agreement agreement;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, LocalDate> earliest = new LinkedHashMap<>();
    private final Map<String, LocalDate> events = new LinkedHashMap<>();

    Behind(Ground ground) {
        this.ground = ground;
        this.agreement = ground.agreement();
    }

    /** An adjustment that counts, with its value and the days for which it does. */
    record Used(Declaration.Adjustment adjustment, Adjusted.Part part) {}

    /** An event that counts, with its kind. */
    record Happened(Declaration.Event event, ReportedEvent reported) {}

    private void walk(Clause.Provision sentence) {
        Deque<Object> open = new ArrayDeque<>(List.of(sentence));
        while (!open.isEmpty()) {
            Object part = open.pop();
            Nodes.within(part, Expr.Aggregate.class).forEach(this::note);
            Nodes.within(part, Expr.EventCount.class).forEach(count -> earlier(events, count.event(), count.over()));
            Nodes.within(part, Expr.Reference.class)
                    .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM)
                    .map(Expr.Reference::name)
                    .filter(seen::add)
                    .forEach(name -> meanings(name, open));
        }
    }

    List<Used> adjustments(Clause.Provision sentence) {
        walk(sentence);
        List<Used> used = new ArrayList<>();
        earliest.forEach((name, from) -> {
            Declaration.Adjustment adjustment = Ground.find(agreement.adjustments(), name);
            List<AdjustmentValue> values = ground.evidence().adjustments().getOrDefault(name, List.of());
            Adjusted.parts(values, adjustment.isPerDay(), new Days(from, ground.to()))
                    .forEach(part -> used.add(new Used(adjustment, part)));
        });
        return used;
    }

    /** The events in the windows of the aggregates that ask for them, earliest first. */
    List<Happened> events(Clause.Provision sentence) {
        walk(sentence);
        ZoneId zone = ground.calendar().zone();
        List<Happened> happened = new ArrayList<>();
        events.forEach((name, from) -> ground.evidence().events().getOrDefault(name, List.of()).stream()
                .filter(it -> !it.at().isBefore(from.atStartOfDay(zone).toInstant())
                        && it.at().isBefore(ground.to().atStartOfDay(zone).toInstant()))
                .forEach(it -> happened.add(new Happened(Ground.find(agreement.events(), name), it))));
        return happened;
    }

    private void note(Expr.Aggregate aggregate) {
        if (aggregate.of() instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.ADJUSTMENT) {
            earlier(earliest, reference.name(), aggregate.over());
        }
        Nodes.within(aggregate.of(), Expr.Reference.class)
                .flatMap(reference -> event(reference).stream())
                .forEach(event -> earlier(events, event, aggregate.over()));
    }

    private Optional<String> event(Expr.Reference reference) {
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

    private void earlier(Map<String, LocalDate> starts, String name, Window over) {
        LocalDate from = over.previous() == 0
                ? ground.from()
                : Days.of(ground, over.period(), over.previous()).from();
        starts.merge(name, from, (one, other) -> one.isBefore(other) ? one : other);
    }

    /** What a term is, and what exceptions may say it is instead. */
    private void meanings(String name, Deque<Object> open) {
        agreement.terms().stream().filter(term -> term.name().equals(name)).forEach((Term term) -> open.push(term));
        agreement.clauses().stream()
                .flatMap(clause -> clause.provisions().stream())
                .filter(provision -> provision.effect() instanceof Effect.Instead instead
                        && instead.term().equals(name))
                .forEach(open::push);
    }
}

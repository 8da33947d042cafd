package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import io.smartblocks.runtime.evidence.FactValue;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.evidence.SettledLine;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what of the evidence a figure was taken from: through the terms of readings and events that it uses. */
final class Taking {

    private final Ground ground;
    private final Agreement agreement;
    private final Expr expr;
    private final List<Record> parts = new ArrayList<>();
    private final Set<String> terms = new LinkedHashSet<>();

    Taking(Ground ground, Expr expr) {
        this.ground = ground;
        this.agreement = ground.agreement();
        this.expr = expr;
        reach();
    }

    /** Terms of readings and events are looked into; the others have one value here and are told apart. */
    private void reach() {
        Deque<Record> open = new ArrayDeque<>(List.of((Record) expr));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            Record part = open.pop();
            parts.add(part);
            references(part, Expr.Reference.Kind.TERM).filter(seen::add).forEach(name -> {
                Term term = TermsOf.named(agreement, name).orElseThrow();
                boolean each = term.level() instanceof Level.PerReading || term.level() instanceof Level.PerEvent;
                if (each) {
                    open.push(term);
                } else {
                    terms.add(name);
                }
            });
        }
    }

    /** The terms with one value that the figure uses. */
    Set<String> terms() {
        return terms;
    }

    Taken of(Probe.Looked looked, Exact value) {
        Days days = days();
        return new Taken(
                looked.columns(),
                indexes(days),
                facts(),
                adjustments(days),
                previous(value),
                lines(),
                events(days),
                looked.baselines().stream().sorted().toList());
    }

    private Days days() {
        if (expr instanceof Expr.ValueAt at && at.moment() instanceof Expr.ValueAt.Moment.On on) {
            return new Days(on.date(), on.date().plusDays(1));
        } else if (expr instanceof Expr.ValueAt at) {
            LocalDate day = at.moment() instanceof Expr.ValueAt.Moment.Start
                    ? ground.from()
                    : ground.to().minusDays(1);
            return new Days(day, day.plusDays(1));
        }
        return Nodes.within(expr, Window.class)
                .filter(window -> window.previous() > 0)
                .findFirst()
                .map(window -> Days.of(ground, window.period(), window.previous()))
                .orElseGet(() -> new Days(ground.from(), ground.to()));
    }

    private List<Taken.Published> indexes(Days days) {
        List<Taken.Published> published = new ArrayList<>();
        Stream<String> named = parts.stream()
                .flatMap(part -> Stream.concat(
                        references(part, Expr.Reference.Kind.INDEX),
                        Nodes.within(part, Expr.ValueAt.class).map(Expr.ValueAt::index)))
                .distinct();
        named.forEach(name -> {
            Declaration.Index index = Ground.find(agreement.indexes(), name);
            for (IndexValue value : ground.evidence().indexes().getOrDefault(name, List.of())) {
                if (value.to().isAfter(ground.startOf(days.from()))
                        && value.from().isBefore(ground.startOf(days.to()))) {
                    published.removeIf(before -> before.index().equals(name)
                            && !before.from().isBefore(value.from())
                            && !before.to().isAfter(value.to()));
                    published.add(new Taken.Published(
                            name, index.publisher(), value.from(), value.to(), value.value(), index.unit()));
                }
            }
        });
        return published;
    }

    private List<Taken.Stated> facts() {
        return parts.stream()
                .flatMap(part -> references(part, Expr.Reference.Kind.FACT))
                .distinct()
                .map(name -> fact(Ground.find(agreement.facts(), name)))
                .toList();
    }

    private Taken.Stated fact(Declaration.Fact fact) {
        LocalDate earliest = fact.each().isPresent() ? ground.from() : LocalDate.MIN;
        Optional<FactValue> stated = ground.evidence().facts().getOrDefault(fact.name(), List.of()).stream()
                .filter(value ->
                        value.from().isBefore(ground.to()) && !value.from().isBefore(earliest))
                .reduce((first, second) -> second);
        return new Taken.Stated(
                fact.name(),
                stated.map(FactValue::from),
                stated.map(FactValue::value).orElse(fact.initial().value()),
                fact.unit(),
                fact.statedBy(),
                fact.confirmedBy());
    }

    private List<Reasons.Adjustment> adjustments(Days days) {
        return parts.stream()
                .flatMap(part -> references(part, Expr.Reference.Kind.ADJUSTMENT))
                .distinct()
                .flatMap(name -> adjustment(Ground.find(agreement.adjustments(), name), days))
                .toList();
    }

    private Stream<Reasons.Adjustment> adjustment(Declaration.Adjustment adjustment, Days days) {
        List<AdjustmentValue> values = ground.evidence().adjustments().getOrDefault(adjustment.name(), List.of());
        return Adjusted.parts(values, adjustment.isPerDay(), days).stream()
                .map(part -> Reasons.adjustment(adjustment, part));
    }

    private List<Taken.Settled> previous(Exact value) {
        return expr instanceof Expr.Previous previous
                ? List.of(new Taken.Settled(
                        previous.term(),
                        ground.evidence().previous().containsKey(previous.term()),
                        value,
                        previous.unit()))
                : List.of();
    }

    private List<SettledLine> lines() {
        return expr instanceof Expr.AmountDue due
                ? ground.evidence().earlier().stream()
                        .filter(line -> due.clauses().contains(line.clause()))
                        .filter(line -> due.over().isEmpty()
                                || !line.periodFrom().isBefore(ground.from())
                                        && line.periodFrom().isBefore(ground.to()))
                        .toList()
                : List.of();
    }

    private List<Reasons.Happened> events(Days days) {
        Set<String> named = new LinkedHashSet<>();
        parts.forEach(part -> {
            Nodes.within(part, Expr.EventCount.class)
                    .map(Expr.EventCount::event)
                    .forEach(named::add);
            references(part, Expr.Reference.Kind.EVENT_FIGURE)
                    .flatMap(figure -> agreement.events().stream()
                            .filter(event -> event.figures().stream()
                                    .anyMatch(each -> each.name().equals(figure)))
                            .map(Declaration.Event::name))
                    .forEach(named::add);
        });
        return named.stream()
                .flatMap(event -> ground.evidence().events().getOrDefault(event, List.of()).stream()
                        .filter(it -> !it.at().isBefore(ground.startOf(days.from()))
                                && it.at().isBefore(ground.startOf(days.to())))
                        .map(it -> Reasons.Happened.of(
                                Ground.find(agreement.events(), event),
                                it,
                                ground.calendar().zone())))
                .toList();
    }

    private static Stream<String> references(Record part, Expr.Reference.Kind kind) {
        return Nodes.within(part, Expr.Reference.class)
                .filter(reference -> reference.kind() == kind)
                .map(Expr.Reference::name);
    }
}

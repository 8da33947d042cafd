package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The adjustments behind a sentence: those of the terms it uses, directly or through terms of other periods. */
final class Behind {

    private final Ground ground;
    private final Agreement agreement;
    private final Set<String> seen = new LinkedHashSet<>();
    private final Map<String, LocalDate> earliest = new LinkedHashMap<>();

    Behind(Ground ground) {
        this.ground = ground;
        this.agreement = ground.agreement();
    }

    /** An adjustment that counts, with its value and the days for which it does. */
    record Used(Declaration.Adjustment adjustment, Adjusted.Part part) {}

    List<Used> adjustments(Clause.Provision sentence) {
        Deque<Object> open = new ArrayDeque<>(List.of(sentence));
        while (!open.isEmpty()) {
            Object part = open.pop();
            Nodes.within(part, Expr.Aggregate.class).forEach(this::note);
            Nodes.within(part, Expr.Reference.class)
                    .filter(reference -> reference.kind() == Expr.Reference.Kind.TERM)
                    .map(Expr.Reference::name)
                    .filter(seen::add)
                    .forEach(name -> meanings(name, open));
        }
        List<Used> used = new ArrayList<>();
        earliest.forEach((name, from) -> {
            Declaration.Adjustment adjustment = Ground.find(agreement.adjustments(), name);
            List<AdjustmentValue> values = ground.evidence().adjustments().getOrDefault(name, List.of());
            Adjusted.parts(values, adjustment.isPerDay(), new Days(from, ground.to()))
                    .forEach(part -> used.add(new Used(adjustment, part)));
        });
        return used;
    }

    private void note(Expr.Aggregate aggregate) {
        if (aggregate.of() instanceof Expr.Reference reference && reference.kind() == Expr.Reference.Kind.ADJUSTMENT) {
            LocalDate from = aggregate.over().previous() == 0
                    ? ground.from()
                    : Days.of(
                                    ground,
                                    aggregate.over().period(),
                                    aggregate.over().previous())
                            .from();
            earliest.merge(reference.name(), from, (one, other) -> one.isBefore(other) ? one : other);
        }
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

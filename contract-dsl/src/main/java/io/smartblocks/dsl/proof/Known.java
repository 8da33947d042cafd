package io.smartblocks.dsl.proof;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.names.Resolution;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an agreement says that proofs rest on. */
final class Known {

    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, List<Clause.Provision>> instead;
    private final Set<String> uncertain = new HashSet<>();
    private final Map<String, Declaration> things = new HashMap<>();
    private final Map<String, Declaration.Season> seasons = new HashMap<>();
    private final Resolution resolution;
    private final Optional<Settings> settings;

    Known(List<Term> terms, List<Clause> clauses, Resolution resolution, Optional<Settings> settings) {
        this.resolution = resolution;
        this.settings = settings;
        terms.forEach(term -> this.terms.put(term.name(), term));
        this.instead = clauses.stream()
                .flatMap(clause -> clause.provisions().stream())
                .filter(provision -> provision.effect() instanceof Effect.Instead)
                .collect(groupingBy(provision -> ((Effect.Instead) provision.effect()).term()));
        Set<String> excepted = clauses.stream()
                .flatMap(clause -> clause.exceptionTo().stream())
                .collect(toSet());
        clauses.stream().filter(clause -> excepted.contains(clause.number())).forEach(this::uncertain);
        resolution.seasons().forEach(season -> seasons.put(season.name(), season));
        List.of(
                        resolution.meters(),
                        resolution.indexes(),
                        resolution.facts(),
                        resolution.adjustments(),
                        resolution.baselines(),
                        resolution.parameters(),
                        resolution.periods())
                .forEach(kind -> kind.forEach(thing -> things.put(thing.name(), thing)));
    }

    /** The terms that a sentence of an exception replaces that may itself be switched off. */
    private void uncertain(Clause clause) {
        clause.provisions().stream()
                .map(Clause.Provision::effect)
                .filter(Effect.Instead.class::isInstance)
                .forEach(effect -> uncertain.add(((Effect.Instead) effect).term()));
    }

    Optional<Term> term(String name) {
        return Optional.ofNullable(terms.get(name));
    }

    /** The sentences that give a term another value. */
    List<Clause.Provision> instead(String term) {
        return instead.getOrDefault(term, List.of());
    }

    boolean isUncertain(String term) {
        return uncertain.contains(term);
    }

    <T extends Declaration> Optional<T> thing(String name, Class<T> kind) {
        return Optional.ofNullable(things.get(name)).filter(kind::isInstance).map(kind::cast);
    }

    Map<String, Declaration.Season> seasons() {
        return seasons;
    }

    List<Declaration.Period> periods() {
        return resolution.periods();
    }

    List<Declaration.Meter> meters() {
        return resolution.meters();
    }

    List<Declaration.Index> indexes() {
        return resolution.indexes();
    }

    List<Declaration.Event> events() {
        return resolution.events();
    }

    List<Declaration.Baseline> baselines() {
        return resolution.baselines();
    }

    Optional<Settings> settings() {
        return settings;
    }

    /** The meter whose readings, measured or computed, an expression is. */
    Optional<Declaration.Meter> meter(Expr expr) {
        if (!(expr instanceof Expr.Reference reference)) {
            return Optional.empty();
        }
        return switch (reference.kind()) {
            case METER -> thing(reference.name(), Declaration.Meter.class);
            case BASELINE ->
                thing(reference.name(), Declaration.Baseline.class)
                        .flatMap(baseline -> thing(baseline.meter(), Declaration.Meter.class));
            default -> Optional.empty();
        };
    }
}

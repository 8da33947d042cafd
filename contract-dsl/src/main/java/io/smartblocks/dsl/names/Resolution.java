package io.smartblocks.dsl.names;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.Survival;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.agreement.Vat;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.units.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a document with every name resolved and every unit known, as far as they are without fault. Levels are not
 * yet inferred: each is per agreement unless a clause says {@code for each}.
 */
public record Resolution(
        List<Declaration.Party> parties,
        List<Declaration.Meter> meters,
        List<Declaration.Index> indexes,
        List<Declaration.Period> periods,
        List<Declaration.Season> seasons,
        List<Declaration.Fact> facts,
        List<Declaration.Adjustment> adjustments,
        List<Declaration.Baseline> baselines,
        List<Declaration.Asset> assets,
        List<Declaration.Event> events,
        List<Declaration.Parameter> parameters,
        List<Term> terms,
        List<Clause> clauses,
        List<Vat> vat,
        List<Survival> survivals,
        List<GapRule> gapRules,
        Expressions expressions,
        Resolver resolver,
        Places places,
        List<Diagnostic> diagnostics) {

    /** Resolves a document whose payments are in {@code money}. */
    public static Resolution of(Document document, Names names, Unit money) {
        List<Diagnostic> findings = new ArrayList<>();
        Resolver resolver = new Resolver(names, findings);
        Places places = new Places();
        Map<String, Optional<Unit>> units = new HashMap<>();
        Expressions expressions = new Expressions(resolver, units, money, places, findings);
        DefinitionOrder order = DefinitionOrder.of(document, names);
        findings.addAll(order.diagnostics());
        Things things = new Things(resolver, expressions);
        GapRules gapRules = new GapRules(resolver, expressions);
        Terms terms = new Terms(resolver, expressions, units);
        document.all(Sentence.Start.class).forEach(terms::check);
        Clauses clauses = new Clauses(resolver, expressions, terms, units, findings);
        return new Resolution(
                things.parties(),
                things.meters(),
                things.indexes(),
                things.periods(),
                things.seasons(),
                things.facts(),
                things.adjustments(),
                things.baselines(),
                things.assets(),
                things.events(),
                things.parameters(),
                terms.of(order),
                document.all(Sentence.Clause.class).map(clauses::of).toList(),
                document.all(Sentence.Vat.class)
                        .flatMap(it -> things.vat(it).stream())
                        .toList(),
                document.all(Sentence.Survival.class)
                        .flatMap(it -> things.survival(it).stream())
                        .toList(),
                document.all(Sentence.Gaps.class)
                        .flatMap(it -> gapRules.of(it).stream())
                        .toList(),
                expressions,
                resolver,
                places,
                findings);
    }
}

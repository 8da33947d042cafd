package io.smartblocks.dsl.agreement;

import java.util.List;

/**
 * A checked agreement or template, ready to settle.
 *
 * <p>{@code terms} stand in an order in which each comes after those it uses ({@code the previous X} does not count as a
 * use); clauses in the order of the text.
 */
public record Agreement(
        Head head,
        Settings settings,
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
        List<Scenario> scenarios) {

    public Agreement {
        parties = List.copyOf(parties);
        meters = List.copyOf(meters);
        indexes = List.copyOf(indexes);
        periods = List.copyOf(periods);
        seasons = List.copyOf(seasons);
        facts = List.copyOf(facts);
        adjustments = List.copyOf(adjustments);
        baselines = List.copyOf(baselines);
        assets = List.copyOf(assets);
        events = List.copyOf(events);
        parameters = List.copyOf(parameters);
        terms = List.copyOf(terms);
        clauses = List.copyOf(clauses);
        vat = List.copyOf(vat);
        survivals = List.copyOf(survivals);
        gapRules = List.copyOf(gapRules);
        scenarios = List.copyOf(scenarios);
    }
}

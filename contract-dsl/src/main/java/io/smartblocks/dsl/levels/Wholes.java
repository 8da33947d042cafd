package io.smartblocks.dsl.levels;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.names.Places;
import java.util.List;

/** Sees to what must hold as a whole: a calendar test for all of a period, an estimate for all of the agreement. */
record Wholes(Reaches reaches, Places places, List<Diagnostic> findings) {

    /** Warns of calendar tests that are asked of a whole period, those inside aggregates left out. */
    void period(Object tree, String period, SourceRange at) {
        CalendarQuestions.outsideAggregates(tree)
                .forEach(test -> findings.add(Diagnostic.of(
                                Code.W0702,
                                places.of(test, at),
                                "this is asked of a whole %s: it holds only if %s for all of it"
                                        .formatted(period, holds(test.test())))
                        .help("a settlement is refused where it holds for a part of the %s; aggregate with it instead: "
                                        .formatted(period)
                                + "`the total of … on working days over %s`".formatted(period))));
    }

    private static String holds(CalendarTest test) {
        return test.hours().isPresent() || test.day().isPresent() ? "it is so at every moment" : "it is so";
    }

    /** An estimate is one figure for every missing reading. */
    void estimates(GapRule rule) {
        Nodes.within(rule.arms(), GapRule.Estimate.Fixed.class)
                .map(GapRule.Estimate.Fixed::value)
                .forEach(value -> {
                    Reach reach = reaches.of(value, places.of(value, SourceRange.BEGINNING));
                    if (!reach.is(Reach.Kind.AGREEMENT)) {
                        findings.add(
                                Diagnostic.of(
                                                Code.E0303,
                                                reach.at(),
                                                "an estimate is one figure, but this has " + reach.words())
                                        .help(
                                                "use a figure with its unit, or a term that has one value for the whole agreement"));
                    }
                });
    }
}

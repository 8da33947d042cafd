package io.smartblocks.portal.cli;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.util.List;

/**
 * Figures given on the command line. They are read as sentences of a scenario, so that units, names and numbers mean the
 * same as in the agreement and are refused in its words.
 */
final class DryRunFigures {

    private final SourceText agreement;
    private final SettlementPeriod period;

    DryRunFigures(SourceText agreement, SettlementPeriod period) {
        this.agreement = agreement;
        this.period = period;
    }

    /** A fact or adjustment with the days it says, or over the whole period if it says none. */
    Step stated(Assignment given) {
        boolean dated = given.value().matches(".*\\b(over|from) .*");
        return dated ? step(given, "given %s is %s.".formatted(given.name(), given.value())) : during(given);
    }

    /** What a baseline comes to over the whole period. */
    Step total(Assignment given) {
        return step(
                given,
                "given %s totals %s over %s to %s."
                        .formatted(given.name(), given.value(), period.from(), period.lastDay()));
    }

    /** An index value or fact, said to hold over the whole period. */
    Step during(Assignment given) {
        return step(
                given,
                "given %s is %s over %s to %s."
                        .formatted(given.name(), given.value(), period.from(), period.lastDay()));
    }

    /** What a term was settled at one period earlier. */
    Step before(Assignment given) {
        return step(given, "given the previous %s is %s.".formatted(given.name(), given.value()));
    }

    private Step step(Assignment given, String sentence) {
        String scenario = "\nscenario \"%s\":\n%s\nsettle %s starting %s.\n"
                .formatted("given on the command line", sentence, period.name(), period.from());
        Compilation compilation =
                AgreementCompiler.compile(new SourceText(agreement.name(), agreement.text() + scenario));
        Agreement with = compilation.agreement().orElseThrow(() -> refused(given, compilation.diagnostics()));
        List<Scenario> scenarios = with.scenarios();
        return scenarios.get(scenarios.size() - 1).steps().get(0);
    }

    private static InputRefused refused(Assignment given, List<Diagnostic> diagnostics) {
        String first = diagnostics.stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::message)
                .findFirst()
                .orElse("it cannot be read");
        return new InputRefused("'%s' cannot be used: %s.".formatted(given, first));
    }
}

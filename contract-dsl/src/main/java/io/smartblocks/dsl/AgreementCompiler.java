package io.smartblocks.dsl;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.checks.Checks;
import io.smartblocks.dsl.defaults.Defaults;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Names;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.scenario.Scenarios;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Compiles a text: reads its sentences, resolves names and units, infers levels, fills in defaults, resolves scenarios and
 * checks the whole. Every phase goes on after an error with what is without fault.
 */
public final class AgreementCompiler {

    private AgreementCompiler() {}

    /** The agreement that the text says, or the errors that keep it from being one; never an exception. */
    public static Compilation compile(SourceText source) {
        Analysis analysis = analyse(source);
        return new Compilation(analysis.agreement(), analysis.diagnostics());
    }

    /** Everything that the phases know of the text, for those who help to write it. */
    public static Analysis analyse(SourceText source) {
        SentenceReader.Reading reading = SentenceReader.read(source);
        Document document = reading.document();
        Names names = Names.of(document);
        Resolution resolution = Resolution.of(document, names, Defaults.money(document));
        Levels.Inferred inferred = Levels.of(resolution);
        Defaults.Found found = Defaults.of(document, resolution);
        List<Scenario> scenarios = Scenarios.of(document, names, resolution);
        List<Diagnostic> diagnostics = new ArrayList<>(reading.diagnostics());
        diagnostics.addAll(names.diagnostics());
        diagnostics.addAll(resolution.diagnostics());
        diagnostics.addAll(inferred.diagnostics());
        diagnostics.addAll(found.diagnostics());
        Optional<Head> head =
                document.all(Sentence.Heading.class).map(Sentence.Heading::head).findFirst();
        Optional<Agreement> agreement = head.flatMap(
                it -> found.settings().map(settings -> agreement(it, settings, resolution, inferred, scenarios)));
        diagnostics.addAll(Checks.of(document, resolution, inferred, found.settings(), scenarios));
        diagnostics.sort(
                Comparator.<Diagnostic>comparingInt(it -> it.range().start()).thenComparing(Diagnostic::code));
        boolean faulty = diagnostics.stream().anyMatch(Diagnostic::isError);
        return new Analysis(document, names, resolution, inferred, agreement.filter(it -> !faulty), diagnostics);
    }

    private static Agreement agreement(
            Head head, Settings settings, Resolution resolution, Levels.Inferred inferred, List<Scenario> scenarios) {
        return new Agreement(
                head,
                settings,
                resolution.parties(),
                resolution.meters(),
                resolution.indexes(),
                resolution.periods(),
                resolution.seasons(),
                resolution.facts(),
                resolution.adjustments(),
                resolution.baselines(),
                resolution.assets(),
                resolution.events(),
                resolution.parameters(),
                inferred.terms(),
                inferred.clauses(),
                resolution.vat(),
                resolution.gapRules(),
                scenarios);
    }
}

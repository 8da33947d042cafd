package io.smartblocks.dsl;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Settings;
import io.smartblocks.dsl.amendment.Amended;
import io.smartblocks.dsl.amendment.Amending;
import io.smartblocks.dsl.assembly.Assembled;
import io.smartblocks.dsl.assembly.Assembling;
import io.smartblocks.dsl.assembly.Library;
import io.smartblocks.dsl.checks.Checks;
import io.smartblocks.dsl.checks.VersionCheck;
import io.smartblocks.dsl.defaults.Defaults;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Names;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.scenario.Scenarios;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.LimitSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiles a text: reads its sentences, resolves names and units, infers levels, fills in defaults, resolves scenarios and
 * checks the whole. Every phase goes on after an error with what is without fault.
 */
public final class AgreementCompiler {

    /** What a module need not say. */
    private static final Set<Code> OF_WHOLE_TEXTS = Set.of(Code.E0601, Code.W0602, Code.W0701, Code.N0705);

    private AgreementCompiler() {}

    /** The agreement that the text says, or the errors that keep it from being one; never an exception. */
    public static Compilation compile(SourceText source) {
        Analysis analysis = analyse(source);
        return new Compilation(analysis.agreement(), analysis.diagnostics());
    }

    /** The new version that an amendment makes of a base text, or what is wrong with the amendment; never an exception. */
    public static Amended amend(SourceText base, SourceText amendment) {
        return Amending.amend(base, amendment);
    }

    /** The complete text that a text makes with the templates and modules it names; never an exception. */
    public static Assembled assemble(SourceText source, Library library) {
        return Assembling.assemble(source, library);
    }

    /** The complete text that an instance, which answers a template's questions, makes of it; never an exception. */
    public static Assembled instance(SourceText template, SourceText instance) {
        return assemble(instance, new Library(List.of(template)));
    }

    /** Everything that the phases know of the text, for those who help to write it. */
    public static Analysis analyse(SourceText source) {
        return analyse(source, true);
    }

    /** The same for a text that is known to be put together, whatever it lacks. */
    public static Analysis analyseComplete(SourceText source) {
        return analyse(source, false);
    }

    private static Analysis analyse(SourceText source, boolean mayBePart) {
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
        Optional<Head> head = document.all(Sentence.Heading.class)
                .map(heading -> headed(heading.head(), document))
                .findFirst();
        Optional<Agreement> agreement = head.flatMap(
                it -> found.settings().map(settings -> agreement(it, settings, resolution, inferred, scenarios)));
        diagnostics.addAll(Checks.of(document, resolution, inferred, found.settings(), scenarios));
        diagnostics = new ArrayList<>(ofWholeTexts(document, mayBePart, reading.diagnostics(), diagnostics));
        diagnostics.sort(
                Comparator.<Diagnostic>comparingInt(it -> it.range().start()).thenComparing(Diagnostic::code));
        boolean faulty = diagnostics.stream().anyMatch(Diagnostic::isError);
        return new Analysis(document, names, resolution, inferred, agreement.filter(it -> !faulty), diagnostics);
    }

    private static Head headed(Head head, Document document) {
        List<String> byDays = document.all(Sentence.Definition.class)
                .filter(it -> it.limits().stream().anyMatch(LimitSyntax.ByDays.class::isInstance))
                .map(it -> it.name().text())
                .toList();
        return new Head(
                head.kind(),
                head.title(),
                head.version(),
                head.from(),
                head.inPlaceOf().map(it -> new Head.InPlaceOf(it.version(), it.from(), byDays)));
    }

    /** A text that is a part of an agreement is not told what it lacks to be a whole one. */
    private static List<Diagnostic> ofWholeTexts(
            Document document, boolean mayBePart, List<Diagnostic> reading, List<Diagnostic> diagnostics) {
        Optional<Diagnostic> part = VersionCheck.part(document).filter(it -> mayBePart);
        if (part.isPresent()) {
            return Stream.concat(reading.stream(), part.stream()).toList();
        }
        boolean module = document.all(Sentence.Heading.class)
                .anyMatch(heading -> heading.head().kind() == Head.Kind.MODULE);
        boolean leans = document.all(Sentence.Uses.class).findAny().isPresent();
        return diagnostics.stream()
                .filter(it -> !module || !OF_WHOLE_TEXTS.contains(it.code()))
                .filter(it -> !leans || it.code() != Code.E0201)
                .toList();
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
                resolution.survivals(),
                resolution.gapRules(),
                scenarios);
    }
}

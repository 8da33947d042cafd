package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Analysis;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.checks.VersionCheck;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the complete text of an instance and its template, and of a text and the modules that it uses. */
public final class Assembling {

    private Assembling() {}

    /** The complete text, or what keeps a text from having one; never an exception. */
    public static Assembled assemble(SourceText text, Library library) {
        SentenceReader.Reading reading = SentenceReader.read(text);
        Document document = reading.document();
        Optional<Sentence.Heading> head = document.all(Sentence.Heading.class)
                .filter(it -> it.head().kind() == Head.Kind.CONTRACT)
                .findFirst();
        Optional<Head.Template> from = head.flatMap(it -> it.head().from());
        Optional<SourceText> template = from.flatMap(it -> library.find(Head.Kind.TEMPLATE, it));
        if (template.isPresent() && Instance.leansOn(document, template.get())) {
            return new Instance(text, reading, head.orElseThrow(), template.get(), library).assembled();
        }
        if (from.isPresent() && VersionCheck.isAnswersOnly(document)) {
            return new Assembled(
                    Optional.empty(), Optional.empty(), List.of(missing(head.orElseThrow(), from.get(), library)));
        }
        return document.all(Sentence.Uses.class).findAny().isPresent() ? used(text, document, library) : alone(text);
    }

    /** True for a text that uses a module or came from a template. */
    public static boolean namesOthers(SourceText text) {
        return SentenceReader.read(text).document().sentences().stream()
                .anyMatch(it -> it instanceof Sentence.Uses
                        || it instanceof Sentence.Heading heading
                                && heading.head().from().isPresent());
    }

    private static Assembled alone(SourceText text) {
        Analysis analysis = AgreementCompiler.analyse(text);
        return new Assembled(
                Optional.of(text).filter(it -> analysis.agreement().isPresent()),
                analysis.agreement(),
                analysis.diagnostics());
    }

    private static Assembled used(SourceText text, Document document, Library library) {
        Modules.Expanded expanded = Modules.expand(text, document, library);
        if (!expanded.findings().isEmpty()) {
            return refused(text, expanded.findings());
        }
        Analysis after = AgreementCompiler.analyse(expanded.text());
        Relocation relocation = new Relocation(List.of(expanded.weave()), text);
        Set<Diagnostic> told = new LinkedHashSet<>();
        after.diagnostics()
                .forEach(said -> relocation
                        .moved(said)
                        .or(() -> ofModule(said, relocation, expanded))
                        .ifPresent(told::add));
        return complete(expanded.text(), after, told);
    }

    /** An error in the sentences of a module that is without fault by itself, at the sentence that uses it. */
    static Optional<Diagnostic> ofModule(Diagnostic said, Relocation relocation, Modules.Expanded expanded) {
        return relocation
                .origin(said.range())
                .map(it -> expanded.sources().get(it.text()))
                .filter(uses -> said.isError())
                .map(uses -> Diagnostic.of(
                                said.code(),
                                uses.at(),
                                "with %s, %s".formatted(Modules.words(Modules.named(uses)), said.message()))
                        .help("give the name in this text another one, or leave the module out"));
    }

    /** A text with modules that cannot be put in is told of these and of its own faults. */
    private static Assembled refused(SourceText text, List<Diagnostic> findings) {
        Set<Diagnostic> told = new LinkedHashSet<>(findings);
        AgreementCompiler.analyse(text).diagnostics().stream()
                .filter(it -> it.code() != Code.E0912)
                .forEach(told::add);
        return new Assembled(Optional.empty(), Optional.empty(), sorted(told));
    }

    /** The assembled text in canonical layout, unless something is wrong with it. */
    static Assembled complete(SourceText whole, Analysis after, Set<Diagnostic> told) {
        List<Diagnostic> findings = sorted(told);
        boolean faulty = findings.stream().anyMatch(Diagnostic::isError);
        Optional<SourceText> text = AgreementFormatter.format(whole)
                .text()
                .filter(it -> !faulty && after.agreement().isPresent())
                .map(it -> new SourceText(whole.name(), it));
        return new Assembled(
                text, text.flatMap(it -> AgreementCompiler.analyseComplete(it).agreement()), findings);
    }

    static List<Diagnostic> sorted(Set<Diagnostic> findings) {
        return findings.stream()
                .sorted(Comparator.<Diagnostic>comparingInt(it -> it.range().start())
                        .thenComparing(Diagnostic::code))
                .toList();
    }

    private static Diagnostic missing(Sentence.Heading head, Head.Template from, Library library) {
        return Diagnostic.of(
                        Code.E0912,
                        head.at(),
                        "this text only answers the template \"%s\" version %s, which is not at hand"
                                .formatted(from.title(), from.version()))
                .help(library.instead(Head.Kind.TEMPLATE, from)
                                .map(there -> there + "; ")
                                .orElse("")
                        + "put its file beside this one, or give it: `--template FILE`");
    }
}

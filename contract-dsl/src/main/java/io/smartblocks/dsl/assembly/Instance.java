package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Analysis;
import io.smartblocks.dsl.Filled;
import io.smartblocks.dsl.FillingHead;
import io.smartblocks.dsl.TemplateFilling;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.SentenceReader;
import io.smartblocks.dsl.wording.SentenceWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the complete text of an instance: its template with the answers in it, and the instance's further sentences. */
final class Instance {

    private final SourceText text;
    private final SentenceReader.Reading reading;
    private final Sentence.Heading head;
    private final Library library;
    private final Modules.Expanded template;
    private final Set<Diagnostic> told = new LinkedHashSet<>();

    Instance(
            SourceText text,
            SentenceReader.Reading reading,
            Sentence.Heading head,
            SourceText template,
            Library library) {
        this.text = text;
        this.reading = reading;
        this.head = head;
        this.library = library;
        this.template = Modules.expand(template, SentenceReader.read(template).document(), library);
    }

    /** True for a text that leaves to its template most of what the template says without asking. */
    static boolean leansOn(Document document, SourceText template) {
        Standing said = new Standing(document);
        List<Sentence> fixed = SentenceReader.read(template).document().sentences().stream()
                .filter(it -> !(it instanceof Sentence.Parameter || it instanceof Sentence.Heading))
                .toList();
        long repeated = fixed.stream().filter(it -> !said.like(it).isEmpty()).count();
        return repeated == 0 || repeated * 2 < fixed.size();
    }

    Assembled assembled() {
        told.addAll(reading.diagnostics());
        Optional<Diagnostic> fault = templateFault();
        if (fault.isPresent()) {
            told.add(fault.get());
            return refused();
        }
        Document asking = SentenceReader.read(template.text()).document();
        Answers answers = new Answers(asking, reading.document(), text, head);
        Filled filled = TemplateFilling.fillForAdditions(
                template.text(),
                new FillingHead(head.head().title(), head.head().version()),
                answers.given());
        told.addAll(answers.findings(filled.problems()));
        return filled.text()
                .filter(it -> noErrors())
                .map(it -> woven(it, answers))
                .orElseGet(this::refused);
    }

    private Assembled refused() {
        return new Assembled(Optional.empty(), Optional.empty(), Assembling.sorted(told));
    }

    private boolean noErrors() {
        return told.stream().noneMatch(Diagnostic::isError);
    }

    /** What is wrong with the template by itself, but for the required sentences that the instance may add. */
    private Optional<Diagnostic> templateFault() {
        return template.findings().stream()
                .findFirst()
                .or(() -> AgreementCompiler.analyse(template.text()).diagnostics().stream()
                        .filter(it -> it.isError() && it.code() != Code.E0601)
                        .findFirst())
                .map(first -> Diagnostic.of(
                                Code.E0913,
                                head.at(),
                                "the template \"%s\" version %s has errors itself; the first, in line %d: %s"
                                        .formatted(
                                                from().title(),
                                                from().version(),
                                                first.range().line(),
                                                first.message()))
                        .help("check %s by itself first"
                                .formatted(template.text().name())));
    }

    private Head.Template from() {
        return head.head().from().orElseThrow();
    }

    private Assembled woven(String filled, Answers answers) {
        SourceText base = new SourceText(text.name(), filled);
        Document document = SentenceReader.read(base).document();
        Weave weave = new Weave(base);
        Additions additions = new Additions(base, document, weave);
        Standing standing = new Standing(document);
        Whole whole = new Whole(text);
        for (Sentence sentence : answers.further()) {
            if (Additions.isOnce(sentence) && !standing.like(sentence).isEmpty()) {
                told.add(settled(sentence));
            } else {
                additions.add(sentence, text, whole.of(sentence));
            }
        }
        SourceText one = weave.text(text.name());
        Modules.Expanded expanded = Modules.expand(one, SentenceReader.read(one).document(), library);
        Relocation own = new Relocation(List.of(weave), text);
        expanded.findings().forEach(it -> told.add(own.moved(it).orElse(it)));
        return noErrors() ? checked(expanded, weave, document, answers) : refused();
    }

    private Diagnostic settled(Sentence sentence) {
        return Diagnostic.of(
                        sentence instanceof Sentence.Naming ? Code.E0804 : Code.E0603,
                        sentence.at(),
                        "the template settles the %s itself and does not ask for it"
                                .formatted(SentenceWords.subject(sentence)))
                .help("take this sentence out; what the template settles is changed by amending the agreement");
    }

    private Assembled checked(Modules.Expanded expanded, Weave weave, Document filled, Answers answers) {
        Analysis after = AgreementCompiler.analyseComplete(expanded.text());
        Relocation relocation = new Relocation(List.of(expanded.weave(), weave), text);
        for (Diagnostic said : after.diagnostics()) {
            relocation
                    .moved(said)
                    .or(() -> Assembling.ofModule(said, relocation, expanded)
                            .map(it -> new Relocation(List.of(weave), text)
                                    .moved(it)
                                    .orElse(it)))
                    .or(() -> relocation
                            .origin(said.range())
                            .filter(it -> it.text() == weave.base())
                            .map(it -> answers.ofTemplate(said, it.start(), filled)))
                    .or(() -> Optional.of(answers.atHead(said))
                            .filter(it -> !it.range().equals(said.range())))
                    .ifPresent(told::add);
        }
        return Assembling.complete(expanded.text(), after, told);
    }
}

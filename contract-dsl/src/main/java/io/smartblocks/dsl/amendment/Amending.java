package io.smartblocks.dsl.amendment;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Analysis;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.assembly.Weave;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import io.smartblocks.dsl.syntax.Days;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.SentenceReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the complete text of a new version from the text of the last one and an amendment to it. */
public final class Amending {

    private final SourceText baseText;
    private final SourceText amendmentText;
    private final List<Diagnostic> findings = new ArrayList<>();

    private Amending(SourceText baseText, SourceText amendmentText) {
        this.baseText = baseText;
        this.amendmentText = amendmentText;
    }

    /** The new version, or what keeps the amendment from making one; never an exception. */
    public static Amended amend(SourceText base, SourceText amendment) {
        return new Amending(base, amendment).amended();
    }

    /** The title and version that a text amends, if it is an amendment. */
    public static Optional<Head.Template> amends(SourceText text) {
        return SentenceReader.read(text)
                .document()
                .all(Sentence.AmendmentHeading.class)
                .findFirst()
                .map(it -> new Head.Template(it.title().text(), it.from().text()));
    }

    private Amended amended() {
        SentenceReader.Reading reading = SentenceReader.read(amendmentText);
        findings.addAll(reading.diagnostics());
        List<Sentence.AmendmentHeading> heads =
                reading.document().all(Sentence.AmendmentHeading.class).toList();
        if (heads.isEmpty()) {
            return refused(
                    Diagnostic.of(Code.E0601, SourceRange.BEGINNING, "this text has no head of an amendment")
                            .help(
                                    "begin it with `amendment 1 to \"…\" version 1.0 gives version 1.1, effective …, signed by ….`"));
        }
        heads.stream()
                .skip(1)
                .forEach(again -> findings.add(Diagnostic.of(Code.E0603, again.at(), "this is said twice")
                        .note(heads.get(0).at(), "first here")
                        .help("keep one head; a second amendment belongs in its own file")));
        Sentence.AmendmentHeading head = heads.get(0);
        Analysis base = AgreementCompiler.analyse(baseText);
        if (base.agreement().isEmpty()) {
            return refused(baseRefused(head, base));
        }
        Agreement before = base.agreement().orElseThrow();
        List<Diagnostic> wrong = HeadingCheck.of(head, before);
        findings.addAll(wrong);
        return wrong.stream().anyMatch(it -> it.code() == Code.E0904)
                ? new Amended(Optional.empty(), Optional.of(before), Optional.empty(), findings)
                : woven(head, reading.document(), base, before);
    }

    private Amended woven(Sentence.AmendmentHeading head, Document document, Analysis base, Agreement before) {
        Weave weave = new Weave(baseText);
        head(weave, base.document(), head);
        Changes changes = new Changes(baseText, base.document(), amendmentText, weave, findings);
        changes.forgetEarlierDays();
        document.sentences().forEach(changes::work);
        SourceText whole = weave.text(baseText.name() + " " + head.to().text());
        Analysis after = AgreementCompiler.analyse(whole);
        boolean readable = findings.stream().noneMatch(Diagnostic::isError);
        if (readable) {
            findings.addAll(new Origins(weave, whole, amendmentText, baseText, document, head)
                    .of(after.diagnostics(), base.diagnostics()));
            after.agreement().ifPresent(it -> findings.addAll(ChangeCheck.of(before, it, document, head)));
        }
        findings.sort(
                Comparator.<Diagnostic>comparingInt(it -> it.range().start()).thenComparing(Diagnostic::code));
        boolean faulty = findings.stream().anyMatch(Diagnostic::isError);
        Optional<SourceText> text = AgreementFormatter.format(whole)
                .text()
                .filter(it -> !faulty && after.agreement().isPresent())
                .map(it -> new SourceText(whole.name(), it));
        return new Amended(
                text,
                Optional.of(before),
                text.flatMap(it -> AgreementCompiler.compile(it).agreement()),
                findings);
    }

    private static void head(Weave weave, Document base, Sentence.AmendmentHeading amendment) {
        Sentence.Heading old = base.all(Sentence.Heading.class).findFirst().orElseThrow();
        String template = old.head()
                .from()
                .map(it -> " from template \"%s\" version %s".formatted(it.title(), it.version()))
                .orElse("");
        String effective = amendment.effective().date().map(Days::written).orElse("1 January 2001");
        weave.put(
                old.at().start(),
                old.at().end(),
                "contract \"%s\" version %s%s, in place of version %s from %s"
                        .formatted(
                                old.head().title(),
                                amendment.to().text(),
                                template,
                                amendment.from().text(),
                                effective));
    }

    private static Diagnostic baseRefused(Sentence.AmendmentHeading head, Analysis base) {
        Diagnostic first = base.diagnostics().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .orElseThrow();
        return Diagnostic.of(
                        Code.E0903,
                        head.at(),
                        "the text that is amended has errors itself; the first, in line %d: %s"
                                .formatted(first.range().line(), first.message()))
                .help("check the base by itself first");
    }

    private Amended refused(Diagnostic why) {
        findings.add(why);
        return new Amended(Optional.empty(), Optional.empty(), Optional.empty(), findings);
    }
}

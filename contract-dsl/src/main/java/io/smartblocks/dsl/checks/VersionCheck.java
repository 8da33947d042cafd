package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.LimitSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What belongs to amendments, templates and modules stands where it belongs. */
public final class VersionCheck {

    private VersionCheck() {}

    /** What is wrong with a text as a whole because of another text that is not at hand. */
    public static Optional<Diagnostic> part(Document document) {
        Optional<Sentence.AmendmentHeading> amendment =
                document.all(Sentence.AmendmentHeading.class).findFirst();
        return amendment
                .map(it -> Diagnostic.of(
                                Code.E0903,
                                it.at(),
                                "this is an amendment to \"%s\" version %s, whose text is not at hand"
                                        .formatted(it.title().text(), it.from().text()))
                        .help("give the text that it amends: `--base FILE`"))
                .or(() -> answersOnly(document));
    }

    private static Optional<Diagnostic> answersOnly(Document document) {
        return document.all(Sentence.Heading.class)
                .findFirst()
                .filter(it -> isAnswersOnly(document))
                .map(it -> Diagnostic.of(
                                Code.E0912,
                                it.at(),
                                "this text only answers the template \"%s\" version %s, which is not at hand"
                                        .formatted(
                                                it.head().from().orElseThrow().title(),
                                                it.head().from().orElseThrow().version()))
                        .help("put its file beside this one, or give it: `--template FILE`"));
    }

    /** True for a text that answers its template's questions and leaves the rest to the template. */
    public static boolean isAnswersOnly(Document document) {
        return document.all(Sentence.Heading.class)
                        .anyMatch(it -> it.head().kind() == Head.Kind.CONTRACT
                                && it.head().from().isPresent())
                && document.sentences().stream()
                        .noneMatch(it -> it instanceof Sentence.InForce
                                || it instanceof Sentence.Zone
                                || it instanceof Sentence.MoneyRounding);
    }

    static List<Diagnostic> of(Document document) {
        List<Diagnostic> findings = new ArrayList<>();
        Optional<Sentence.Heading> head = document.all(Sentence.Heading.class).findFirst();
        for (Sentence sentence : document.sentences()) {
            if (sentence instanceof Sentence.Replace || sentence instanceof Sentence.Repeal) {
                report(
                        findings,
                        Code.E0108,
                        sentence.at(),
                        "only an amendment replaces or repeals",
                        "write the agreement as it shall be, or begin the text with `amendment 1 to \"…\" …`");
            } else if (sentence instanceof Sentence.Dated dated) {
                report(
                        findings,
                        Code.E0108,
                        sentence.at(),
                        "`%s` is given a day, which only the answer to a template's question may be"
                                .formatted(dated.name().text()),
                        "write the day where it is needed, such as `in force from 1 January 2027 to …`");
            } else if (sentence instanceof Sentence.Uses uses) {
                report(
                        findings,
                        Code.E0912,
                        sentence.at(),
                        "the module \"%s\" version %s is not at hand"
                                .formatted(uses.title().text(), uses.version().text()),
                        "put its file beside this one, or give it: `--use FILE`");
            }
        }
        head.filter(it -> it.head().kind() == Head.Kind.MODULE).ifPresent(it -> module(document, findings));
        if (head.flatMap(it -> it.head().inPlaceOf()).isEmpty()) {
            Nodes.within(document.sentences(), LimitSyntax.ByDays.class)
                    .forEach(it -> report(
                            findings,
                            Code.E0911,
                            it.at(),
                            "nothing changes here that could be weighed by days",
                            "leave `by days` out; it belongs to a change that takes effect on a day"));
        }
        head.ifPresent(it -> effective(document, it, findings));
        return findings;
    }

    private static void module(Document document, List<Diagnostic> findings) {
        document.sentences().stream()
                .filter(it -> !(it instanceof Sentence.Heading
                        || it instanceof Sentence.Naming
                        || it instanceof Sentence.Start
                        || it instanceof Sentence.Gaps
                        || it instanceof Sentence.Uses
                        || it instanceof Sentence.Unread))
                .forEach(it -> report(
                        findings,
                        Code.E0108,
                        it.at(),
                        "a module holds definitions and declarations only",
                        "write this sentence in the agreement or template that uses the module"));
    }

    private static void effective(Document document, Sentence.Heading head, List<Diagnostic> findings) {
        head.effective()
                .filter(it -> it.term().isPresent())
                .ifPresent(it -> report(
                        findings,
                        Code.E0906,
                        it.at(),
                        "`%s` is no day".formatted(it.term().orElseThrow()),
                        "write the day from which this version holds: `from 1 July 2029`"));
        Optional<Sentence.InForce> life = document.all(Sentence.InForce.class).findFirst();
        Optional<LocalDate> from = life.flatMap(it -> it.from().date());
        Optional<LocalDate> to = life.flatMap(it -> it.to().date());
        head.head()
                .inPlaceOf()
                .map(Head.InPlaceOf::from)
                .filter(day -> from.filter(day::isBefore).isPresent()
                        || to.filter(day::isAfter).isPresent())
                .ifPresent(day -> report(
                        findings,
                        Code.E0906,
                        head.effective().orElseThrow().at(),
                        "this version takes effect on a day on which the agreement is not in force",
                        "choose a day from `in force from … to …`"));
    }

    private static void report(List<Diagnostic> findings, Code code, SourceRange at, String message, String help) {
        findings.add(Diagnostic.of(code, at, message).help(help));
    }
}

package io.smartblocks.dsl.amendment;

import io.smartblocks.dsl.assembly.Relocation;
import io.smartblocks.dsl.assembly.Weave;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.wording.SentenceWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what is wrong with an amended text at the sentence of the amendment that brought it about. */
final class Origins {

    private final Weave weave;
    private final SourceText whole;
    private final Relocation relocation;
    private final SourceText base;
    private final Document document;
    private final SourceRange head;

    Origins(
            Weave weave,
            SourceText whole,
            SourceText amendment,
            SourceText base,
            Document document,
            Sentence.AmendmentHeading head) {
        this.weave = weave;
        this.whole = whole;
        this.relocation = new Relocation(List.of(weave), amendment);
        this.base = base;
        this.document = document;
        this.head = head.at();
    }

    /** The findings about the new version, but for those that the version before has too. */
    List<Diagnostic> of(List<Diagnostic> after, List<Diagnostic> before) {
        Set<String> known = new HashSet<>();
        before.forEach(it -> known.add(it.code() + it.message()));
        List<Diagnostic> told = new ArrayList<>();
        for (Diagnostic said : after) {
            Optional<Weave.Stretch> origin = weave.origin(said.range());
            Optional<Diagnostic> moved = relocation.moved(said);
            if (moved.isPresent()) {
                told.add(moved.orElseThrow());
            } else if (!known.contains(said.code() + said.message())) {
                told.add(atItsCause(said, origin));
            }
        }
        return told;
    }

    /** What now fails in a sentence that the amendment left alone. */
    private Diagnostic atItsCause(Diagnostic said, Optional<Weave.Stretch> origin) {
        Optional<Sentence> cause = cause(said);
        String where = origin.map(it -> "it stands in line %d of %s"
                        .formatted(Weave.range(base, it.start(), it.start()).line(), base.name()))
                .orElse("it follows from the amendment as a whole");
        if (cause.isPresent() && cause.orElseThrow() instanceof Sentence.Repeal repeal && said.isError()) {
            return Diagnostic.of(
                            Code.E0908,
                            repeal.at(),
                            "%s is repealed, but what stays still refers to it"
                                    .formatted(SentenceWords.subject(repeal)))
                    .help(where + "; repeal or replace that sentence too");
        }
        SourceRange at = cause.map(Sentence::at).orElse(head);
        Diagnostic told = Diagnostic.of(said.code(), at, "with this change, " + said.message());
        for (Diagnostic.Fix fix : said.fixes()) {
            told = told.help(fix.text());
        }
        return told.help(where);
    }

    /** The change that the finding names, or that the sentence with the fault uses, or the only one there is. */
    private Optional<Sentence> cause(Diagnostic said) {
        List<Sentence> changes = document.sentences().stream()
                .filter(it -> it instanceof Sentence.Replace || it instanceof Sentence.Repeal)
                .toList();
        String words = whole.words(said.range());
        return changes.stream()
                .filter(it -> names(said.message(), SentenceWords.subject(subject(it))))
                .findFirst()
                .or(() -> changes.stream()
                        .filter(it -> subject(it) instanceof Sentence.Naming naming
                                && names(words, naming.name().text()))
                        .findFirst())
                .or(() -> changes.size() == 1 ? Optional.of(changes.get(0)) : Optional.empty());
    }

    private static Sentence subject(Sentence change) {
        return change instanceof Sentence.Replace replace ? replace.by() : change;
    }

    private static boolean names(String message, String subject) {
        int at = message.indexOf(subject);
        int end = at + subject.length();
        return at >= 0
                && (end == message.length()
                        || !Character.isLetterOrDigit(message.charAt(end))
                                && !(message.charAt(end) == '.'
                                        && end + 1 < message.length()
                                        && Character.isDigit(message.charAt(end + 1))));
    }
}

package io.smartblocks.dsl.amendment;

import io.smartblocks.dsl.assembly.Additions;
import io.smartblocks.dsl.assembly.Standing;
import io.smartblocks.dsl.assembly.Weave;
import io.smartblocks.dsl.assembly.Whole;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.LimitSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.wording.SentenceWords;
import java.util.List;
import java.util.Optional;

/** Works the changes of an amendment into the text that it amends. */
final class Changes {

    private final SourceText baseText;
    private final SourceText amendmentText;
    private final Document base;
    private final Standing standing;
    private final Weave weave;
    private final Additions additions;
    private final Whole whole;
    private final Whole amended;
    private final List<Diagnostic> findings;

    Changes(SourceText baseText, Document base, SourceText amendmentText, Weave weave, List<Diagnostic> findings) {
        this.baseText = baseText;
        this.amendmentText = amendmentText;
        this.base = base;
        this.standing = new Standing(base);
        this.weave = weave;
        this.additions = new Additions(baseText, base, weave);
        this.whole = new Whole(baseText);
        this.amended = new Whole(amendmentText);
        this.findings = findings;
    }

    /** Works one sentence in; what cannot be worked in is reported. */
    void work(Sentence sentence) {
        if (sentence instanceof Sentence.Replace replace) {
            replace(replace);
        } else if (sentence instanceof Sentence.Repeal repeal) {
            repeal(repeal);
        } else if (!(sentence instanceof Sentence.AmendmentHeading)) {
            add(sentence);
        }
    }

    /** Takes the marks of an earlier change out of what stands. */
    void forgetEarlierDays() {
        base.all(Sentence.Definition.class)
                .flatMap(definition -> definition.limits().stream())
                .filter(LimitSyntax.ByDays.class::isInstance)
                .map(LimitSyntax::at)
                .forEach(at -> {
                    String before = baseText.text().substring(0, at.start()).stripTrailing();
                    int start = before.endsWith(",") ? before.length() - 1 : at.start();
                    weave.put(start, at.end(), "");
                });
    }

    private void replace(Sentence.Replace replace) {
        List<Sentence> found = standing.like(replace.by());
        if (found.isEmpty()) {
            String what = SentenceWords.subject(replace.by());
            findings.add(near(
                    Diagnostic.of(
                            Code.E0907,
                            replace.at(),
                            "there is no %s to replace in the version that is amended".formatted(what)),
                    replace.by()));
            return;
        }
        SourceRange first = whole.of(found.get(0));
        weave.put(first.start(), first.end(), amendmentText, amended.of(replace.by()));
        found.stream().skip(1).forEach(this::takeOut);
    }

    private Diagnostic near(Diagnostic said, Sentence by) {
        Optional<String> nearest = by instanceof Sentence.Naming naming
                ? standing.nearest(Sentence.Repeal.What.TERM, naming.name().text())
                : by instanceof Sentence.Clause clause
                        ? standing.nearest(
                                Sentence.Repeal.What.CLAUSE, clause.number().text())
                        : Optional.empty();
        return nearest.map(name -> said.help("did you mean `%s`?".formatted(name)))
                .orElseGet(() -> said.help("to add something new, leave `replace` out"));
    }

    private void repeal(Sentence.Repeal repeal) {
        List<Sentence> found = standing.named(repeal);
        if (found.isEmpty()) {
            Diagnostic said = Diagnostic.of(
                    Code.E0907,
                    repeal.at(),
                    "there is no %s to repeal in the version that is amended".formatted(SentenceWords.subject(repeal)));
            findings.add(standing.nearest(repeal.what(), repeal.name().text())
                    .map(name -> said.help("did you mean `%s`?".formatted(name)))
                    .orElseGet(() -> said.help("take this sentence out")));
        }
        found.forEach(this::takeOut);
    }

    private void add(Sentence sentence) {
        List<Sentence> there = Additions.isOnce(sentence) ? standing.like(sentence) : List.of();
        if (!there.isEmpty()) {
            findings.add(Diagnostic.of(
                            sentence instanceof Sentence.Naming ? Code.E0202 : Code.E0603,
                            sentence.at(),
                            "%s stands in the version that is amended already"
                                    .formatted(SentenceWords.subject(sentence)))
                    .help("begin this sentence with `replace`, or give it another name"));
            return;
        }
        additions.add(sentence, amendmentText, amended.of(sentence));
    }

    private void takeOut(Sentence sentence) {
        SourceRange at = whole.of(sentence);
        weave.put(at.start(), whole.endOfLine(at.end()), "");
    }
}

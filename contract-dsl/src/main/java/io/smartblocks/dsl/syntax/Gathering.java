package io.smartblocks.dsl.syntax;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** Puts the sentences of one clause and of one scenario together again. */
final class Gathering {

    private final List<Diagnostic> findings;
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Sentence.ProvisionSyntax> provisions = new ArrayList<>();
    private final List<StepSyntax> steps = new ArrayList<>();
    private final List<Word> guessed = new ArrayList<>();

    Gathering(List<Diagnostic> findings) {
        this.findings = findings;
    }

    Document document() {
        close();
        return new Document(sentences, guessed);
    }

    /** A Term that an unread sentence may have given a meaning. */
    void guess(Word name) {
        guessed.add(name);
    }

    /** An unread sentence without a name is taken for a part of the clause or scenario before it. */
    void add(Sentence sentence) {
        SourceRange at = sentence.at();
        boolean nameless =
                sentence instanceof Sentence.Unread unread && unread.names().isEmpty();
        if (nameless && inClause()) {
            provisions.add(new Sentence.ProvisionSyntax(List.of(), new EffectSyntax.Unread(at), at));
        } else if (nameless && inScenario()) {
            steps.add(new StepSyntax.Unread(at));
        } else {
            close();
            sentences.add(sentence);
        }
    }

    void add(Sentence.ProvisionSyntax provision) {
        if (inClause()) {
            provisions.add(provision);
        } else if (!followsUnread()) {
            findings.add(Diagnostic.of(Code.E0108, provision.at(), "this sentence stands in no clause")
                    .help("begin it with `clause 1 \"…\":`, or move it to the clause it belongs to"));
        }
    }

    void add(StepSyntax step) {
        if (inScenario()) {
            steps.add(step);
        } else if (!followsUnread()) {
            findings.add(Diagnostic.of(Code.E0108, step.at(), "this sentence stands in no scenario")
                    .help("begin it with `scenario \"…\":`, or move it to the scenario it belongs to"));
        }
    }

    private boolean inClause() {
        return !sentences.isEmpty()
                && subject() instanceof Sentence.Clause clause
                && clause.prose().isEmpty();
    }

    private boolean inScenario() {
        return !sentences.isEmpty() && subject() instanceof Sentence.Story;
    }

    private boolean followsUnread() {
        return !sentences.isEmpty() && last() instanceof Sentence.Unread;
    }

    private Sentence last() {
        return sentences.get(sentences.size() - 1);
    }

    /** The last sentence, or the one that it puts in the place of another. */
    private Sentence subject() {
        return last() instanceof Sentence.Replace replace ? replace.by() : last();
    }

    /** Gives the last clause or scenario the sentences that followed it. */
    private void close() {
        if (!provisions.isEmpty() && subject() instanceof Sentence.Clause clause) {
            provisions.addAll(0, clause.provisions());
            replaceLast(new Sentence.Clause(
                    clause.number(),
                    clause.title(),
                    clause.exceptionTo(),
                    provisions,
                    clause.prose(),
                    clause.at().to(provisions.get(provisions.size() - 1).at())));
        } else if (!steps.isEmpty() && subject() instanceof Sentence.Story story) {
            steps.addAll(0, story.steps());
            SourceRange at = story.at().to(steps.get(steps.size() - 1).at());
            replaceLast(new Sentence.Story(story.name(), story.like(), story.after(), steps, at));
        }
        provisions.clear();
        steps.clear();
    }

    private void replaceLast(Sentence sentence) {
        sentences.set(
                sentences.size() - 1,
                last() instanceof Sentence.Replace replace
                        ? new Sentence.Replace(sentence, replace.at().to(sentence.at()))
                        : sentence);
    }
}

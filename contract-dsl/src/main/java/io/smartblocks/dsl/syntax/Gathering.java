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

    Gathering(List<Diagnostic> findings) {
        this.findings = findings;
    }

    Document document() {
        return new Document(sentences);
    }

    void add(Sentence sentence) {
        boolean partOfScenario = sentence instanceof Sentence.Unread unread
                && unread.names().isEmpty()
                && !sentences.isEmpty()
                && !(last() instanceof Sentence.Unread);
        if (!partOfScenario || !absorbed(sentence.at())) {
            sentences.add(sentence);
        }
    }

    /** An unread sentence after a clause or in a scenario is taken for a part of it, so that the next parts find theirs. */
    private boolean absorbed(SourceRange at) {
        if (last() instanceof Sentence.Clause clause && clause.prose().isEmpty()) {
            replaceLast(
                    withProvision(clause, new Sentence.ProvisionSyntax(List.of(), new EffectSyntax.Unread(at), at)));
            return true;
        }
        if (last() instanceof Sentence.Story story) {
            replaceLast(withStep(story, new StepSyntax.Unread(at)));
            return true;
        }
        return false;
    }

    void add(Sentence.ProvisionSyntax provision) {
        if (!sentences.isEmpty()
                && last() instanceof Sentence.Clause clause
                && clause.prose().isEmpty()) {
            replaceLast(withProvision(clause, provision));
        } else if (!followsUnread()) {
            findings.add(Diagnostic.of(Code.E0108, provision.at(), "this sentence stands in no clause")
                    .help("begin it with `clause 1 \"…\":`, or move it to the clause it belongs to"));
        }
    }

    void add(StepSyntax step) {
        if (!sentences.isEmpty() && last() instanceof Sentence.Story story) {
            replaceLast(withStep(story, step));
        } else if (!followsUnread()) {
            findings.add(Diagnostic.of(Code.E0108, step.at(), "this sentence stands in no scenario")
                    .help("begin it with `scenario \"…\":`, or move it to the scenario it belongs to"));
        }
    }

    private boolean followsUnread() {
        return !sentences.isEmpty() && (last() instanceof Sentence.Unread || last() instanceof Sentence.Unsettled);
    }

    private Sentence last() {
        return sentences.get(sentences.size() - 1);
    }

    private void replaceLast(Sentence sentence) {
        sentences.set(sentences.size() - 1, sentence);
    }

    private static Sentence.Clause withProvision(Sentence.Clause clause, Sentence.ProvisionSyntax provision) {
        List<Sentence.ProvisionSyntax> provisions = new ArrayList<>(clause.provisions());
        provisions.add(provision);
        return new Sentence.Clause(
                clause.number(),
                clause.title(),
                clause.exceptionTo(),
                provisions,
                clause.prose(),
                clause.at().to(provision.at()));
    }

    private static Sentence.Story withStep(Sentence.Story story, StepSyntax step) {
        List<StepSyntax> steps = new ArrayList<>(story.steps());
        steps.add(step);
        return new Sentence.Story(
                story.name(), story.like(), story.after(), steps, story.at().to(step.at()));
    }
}

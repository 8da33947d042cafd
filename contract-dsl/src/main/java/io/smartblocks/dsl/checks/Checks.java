package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.levels.Levels;
import io.smartblocks.dsl.names.Resolution;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Checks the whole of an agreement. */
public final class Checks {

    private Checks() {}

    /** Findings about the whole; {@code earlier} are those of the phases before. */
    public static List<Diagnostic> of(
            Document document,
            Resolution resolution,
            Levels.Inferred inferred,
            List<Scenario> scenarios,
            List<Diagnostic> earlier) {
        List<Diagnostic> findings = new ArrayList<>();
        findings.addAll(heads(document));
        return findings;
    }

    private static List<Diagnostic> heads(Document document) {
        List<Sentence.Heading> heads = document.all(Sentence.Heading.class).toList();
        List<Diagnostic> findings = new ArrayList<>();
        boolean perhapsUnread = document.sentences().stream()
                .anyMatch(it -> it instanceof Sentence.Unread || it instanceof Sentence.Unsettled);
        if (heads.isEmpty() && !perhapsUnread) {
            findings.add(Diagnostic.of(
                            Code.E0601,
                            SourceRange.BEGINNING,
                            "a required sentence is missing: `contract \"…\" version 1.0.`")
                    .help("begin the text with it"));
        }
        heads.stream()
                .skip(1)
                .forEach(again -> findings.add(Diagnostic.of(Code.E0603, again.at(), "this is said twice")
                        .note(heads.get(0).at(), "first here")
                        .help("keep one head; a second agreement belongs in its own file")));
        return findings;
    }
}

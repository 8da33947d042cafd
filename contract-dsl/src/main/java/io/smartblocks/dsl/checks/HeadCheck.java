package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.List;

/** There is one head, and it is the first sentence. */
final class HeadCheck {

    private HeadCheck() {}

    static List<Diagnostic> of(Document document, boolean complete) {
        List<Sentence.Heading> heads = document.all(Sentence.Heading.class).toList();
        List<Diagnostic> findings = new ArrayList<>();
        if (heads.isEmpty() && complete) {
            findings.add(Diagnostic.of(
                            Code.E0601,
                            SourceRange.BEGINNING,
                            "a required sentence is missing: `contract \"…\" version 1.0.`")
                    .help("begin the text with it"));
        }
        if (!heads.isEmpty() && document.sentences().get(0) != heads.get(0)) {
            findings.add(Diagnostic.of(Code.E0108, heads.get(0).at(), "the head of an agreement is its first sentence")
                    .help("move it to the top"));
        }
        heads.stream()
                .skip(1)
                .forEach(again -> findings.add(Diagnostic.of(Code.E0603, again.at(), "this is said twice")
                        .note(heads.get(0).at(), "first here")
                        .help("keep one head; a second agreement belongs in its own file")));
        return findings;
    }
}

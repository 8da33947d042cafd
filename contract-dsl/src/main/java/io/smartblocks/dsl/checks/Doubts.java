package io.smartblocks.dsl.checks;

import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Term;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.names.Places;
import io.smartblocks.dsl.proof.Answer;
import io.smartblocks.dsl.proof.Proof;
import java.util.ArrayList;
import java.util.List;

/** What the checks that ask for proofs share: terms and clauses with their places, the proofs, the findings. */
record Doubts(List<Term> terms, List<Clause> clauses, Places places, Proof proof, List<Diagnostic> findings) {

    Doubts(List<Term> terms, List<Clause> clauses, Places places, Proof proof) {
        this(terms, clauses, places, proof, new ArrayList<>());
    }

    void add(Diagnostic finding) {
        findings.add(finding);
    }

    SourceRange at(Object part, SourceRange otherwise) {
        return places.of(part, otherwise);
    }

    /** The diagnostic with the example as a scenario to paste, if there is one. */
    static Diagnostic shown(Diagnostic diagnostic, Answer answer, String name, String expectation) {
        return answer instanceof Answer.Example example
                ? diagnostic.help("this scenario shows it:\n" + example.scenario(name, expectation))
                : diagnostic;
    }
}

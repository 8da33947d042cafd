package io.smartblocks.runtime.run;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.state.Proposal;
import java.util.Optional;

/**
 * Whether the compiled form that parties are asked to sign is what the text says. What is signed is settled from the form,
 * which nobody reads, so it is compared with the text before each signature.
 */
public final class ProposedForm {

    private ProposedForm() {}

    /** Why the form is not to be signed, if it is not what this version makes of the text. */
    public static Optional<String> objection(Proposal proposal) {
        String name = proposal.agreement() + " " + proposal.version();
        Optional<Agreement> agreement =
                AgreementCompiler.compile(new SourceText(name, proposal.text())).agreement();
        if (agreement.isEmpty()) {
            return Optional.of("the proposed text of " + name + " is no complete agreement to this version");
        }
        String compiled = CompiledForm.of(agreement.get()).sha256();
        return compiled.equals(proposal.compiledHash().value())
                ? Optional.empty()
                : Optional.of("the proposed text of " + name + " compiles to " + compiled + " here, but "
                        + proposal.compiledHash() + " was proposed; ask the proposer which version made it");
    }
}

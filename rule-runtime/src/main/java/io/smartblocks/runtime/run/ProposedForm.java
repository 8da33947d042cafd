package io.smartblocks.runtime.run;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerTerms;
import java.util.Optional;

/**
 * Whether the compiled form and the terms that parties are asked to sign are what the text says. People read the text;
 * what is signed is settled from the form, and the ledger decides by the terms, so both are made again from the text before
 * each signature.
 */
public final class ProposedForm {

    private ProposedForm() {}

    /** Why the proposal is not to be signed, if this version makes anything else of its text. */
    public static Optional<String> objection(Proposal proposal, String text) {
        String name = proposal.agreement() + " " + proposal.version();
        if (!Hash.of(text).equals(proposal.textHash())) {
            return Optional.of("the text of " + name + " has the hash " + Hash.of(text) + ", but " + proposal.textHash()
                    + " was proposed");
        }
        Optional<Agreement> agreement =
                AgreementCompiler.compile(new SourceText(name, text)).agreement();
        return agreement.isEmpty()
                ? Optional.of("the proposed text of " + name + " is no complete agreement to this version")
                : form(name, agreement.get(), proposal).or(() -> terms(name, agreement.get(), proposal));
    }

    private static Optional<String> form(String name, Agreement agreement, Proposal proposal) {
        String compiled = CompiledForm.of(agreement).sha256();
        return compiled.equals(proposal.compiledHash().value())
                ? Optional.empty()
                : Optional.of("the proposed text of " + name + " compiles to " + compiled + " here, but "
                        + proposal.compiledHash() + " was proposed; ask the proposer which version made it");
    }

    private static Optional<String> terms(String name, Agreement agreement, Proposal proposal) {
        LedgerTerms derived = TermsOnLedger.of(agreement);
        return derived.equals(proposal.terms())
                ? Optional.empty()
                : Optional.of("the text of " + name + " gives the ledger other terms here than were proposed: "
                        + difference(derived, proposal.terms())
                        + "; ask the proposer which version made it");
    }

    private static String difference(LedgerTerms derived, LedgerTerms proposed) {
        return "expected " + CanonicalJson.write(derived) + ", proposed was " + CanonicalJson.write(proposed);
    }
}

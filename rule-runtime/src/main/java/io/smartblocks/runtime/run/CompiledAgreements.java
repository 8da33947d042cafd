package io.smartblocks.runtime.run;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compiles what was signed, once per text, and refuses a text that no longer compiles to what was signed. */
final class CompiledAgreements {

    private static final int KEPT = 20_000;

    private final Map<Hash, RunningAgreement> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, RunningAgreement> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * The meaning of a signed agreement.
     *
     * @throws EvidenceMismatch if this engine reads the text differently from the signed compiled form
     */
    synchronized RunningAgreement of(Proposal signed) {
        RunningAgreement known = kept.get(signed.textHash());
        if (known == null || !known.signed().equals(signed)) {
            known = compile(signed);
            kept.put(signed.textHash(), known);
        }
        return known;
    }

    private static RunningAgreement compile(Proposal signed) {
        String name = signed.agreement() + " " + signed.version();
        Compilation compilation = AgreementCompiler.compile(new SourceText(name, signed.text()));
        Agreement agreement = compilation
                .agreement()
                .orElseThrow(() -> new EvidenceMismatch("the signed text of " + name + " does not compile: "
                        + compilation.diagnostics().get(0).message()));
        String compiled = CompiledForm.of(agreement).sha256();
        if (!compiled.equals(signed.compiledHash().toString())) {
            throw new EvidenceMismatch(
                    "the signed text of " + name + " compiles to " + compiled + " here, but " + signed.compiledHash()
                            + " was signed; settle it with the version of SmartBlocks it was signed with");
        }
        return new RunningAgreement(signed, agreement, new PeriodCalendar(agreement), new LookBack(agreement));
    }
}

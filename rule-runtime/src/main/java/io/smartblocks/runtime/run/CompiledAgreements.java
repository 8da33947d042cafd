package io.smartblocks.runtime.run;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Compilation;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The meaning of what was signed: read from the compiled form on the ledger, or, for a proposal of an earlier age that
 * carries none, compiled from the text, which is refused if it no longer compiles to what was signed.
 */
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
     * @throws EvidenceMismatch if the compiled form is not to be read here, or where there is none, if the text compiles to
     *     another one
     */
    synchronized RunningAgreement of(Proposal signed) {
        RunningAgreement known = kept.get(signed.textHash());
        if (known == null || !known.signed().equals(signed)) {
            known = meaning(signed);
            kept.put(signed.textHash(), known);
        }
        return known;
    }

    private static RunningAgreement meaning(Proposal signed) {
        String name = signed.agreement() + " " + signed.version();
        Agreement agreement =
                signed.compiledForm().map(form -> read(name, form, signed)).orElseGet(() -> compile(name, signed));
        return new RunningAgreement(signed, agreement, new PeriodCalendar(agreement), new LookBack(agreement));
    }

    private static Agreement read(String name, String form, Proposal signed) {
        if (!Hash.of(form).equals(signed.compiledHash())) {
            throw new EvidenceMismatch("the compiled form of " + name + " is not the one that was signed");
        }
        CompiledForm.Reading reading = CompiledForm.read(form);
        return reading.agreement()
                .orElseThrow(() -> unreadable(name, reading.diagnostics().get(0)));
    }

    private static EvidenceMismatch unreadable(String name, Diagnostic why) {
        String help =
                why.fixes().stream().findFirst().map(fix -> "; " + fix.text()).orElse("");
        return new EvidenceMismatch(name + " cannot be settled here: " + why.message() + help);
    }

    private static Agreement compile(String name, Proposal signed) {
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
        return agreement;
    }
}

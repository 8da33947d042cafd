package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.runtime.settlement.PeriodCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The meaning of what was signed, read from the compiled form on the ledger. */
final class CompiledAgreements {

    private static final int KEPT = 20_000;

    private final Function<Hash, Optional<String>> documents;
    private final Map<Hash, RunningAgreement> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Hash, RunningAgreement> eldest) {
            return size() > KEPT;
        }
    };

    /** Reads the forms from documents that are found by their hash. */
    CompiledAgreements(Function<Hash, Optional<String>> documents) {
        this.documents = documents;
    }

    /**
     * The meaning of a signed agreement.
     *
     * @throws EvidenceMismatch if the compiled form is not to be read here
     */
    synchronized RunningAgreement of(Proposal signed) {
        RunningAgreement known = kept.get(signed.textHash());
        if (known == null || !known.signed().equals(signed)) {
            known = meaning(signed);
            kept.put(signed.textHash(), known);
        }
        return known;
    }

    private RunningAgreement meaning(Proposal signed) {
        String name = signed.agreement() + " " + signed.version();
        String form = documents
                .apply(signed.compiledHash())
                .orElseThrow(() -> new EvidenceMismatch("the compiled form of " + name + ", with the hash "
                        + signed.compiledHash() + ", does not stand on the ledger"));
        Agreement agreement = read(name, form, signed);
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
}

package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The meaning of what was signed, version after version, read from the compiled forms on the ledger. */
final class CompiledAgreements {

    private static final int KEPT = 20_000;

    private final ReadModel model;
    private final Map<AgreementId, Known> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AgreementId, Known> eldest) {
            return size() > KEPT;
        }
    };
    private long askedUpTo = -1;

    /**
     * An agreement that was read.
     *
     * @param since the block as of which it was read
     * @param current whether it changed in no later block that was asked about
     */
    private record Known(RunningAgreement running, long since, boolean current) {}

    CompiledAgreements(ReadModel model) {
        this.model = model;
    }

    /**
     * An agreement as it stood after a block; empty when no version of it had come into force.
     *
     * @throws EvidenceMismatch if a compiled form is not to be read here
     */
    Optional<RunningAgreement> of(AgreementId id, long asOfBlock) {
        Optional<Known> known = known(id, asOfBlock);
        if (known.filter(each -> each.current() && each.since() <= asOfBlock).isPresent()) {
            return known.map(Known::running);
        }
        List<Governing> chain = chain(model.agreements().versions(id, asOfBlock));
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        RunningAgreement running = known.map(Known::running)
                .filter(before -> before.states().equals(chain))
                .orElseGet(() -> read(chain, known.map(Known::running)));
        keep(id, running, asOfBlock);
        return Optional.of(running);
    }

    /** One question tells of all agreements whether they have changed since they were read. */
    private synchronized Optional<Known> known(AgreementId id, long asOfBlock) {
        if (asOfBlock > askedUpTo) {
            model.agreements()
                    .changedAfter(askedUpTo)
                    .forEach(changed -> kept.computeIfPresent(
                            changed, (same, known) -> new Known(known.running(), known.since(), false)));
            askedUpTo = asOfBlock;
        }
        return Optional.ofNullable(kept.get(id));
    }

    /** What was read as of an older block may have changed since. */
    private synchronized void keep(AgreementId id, RunningAgreement running, long asOfBlock) {
        kept.put(id, new Known(running, asOfBlock, asOfBlock >= askedUpTo));
    }

    private RunningAgreement read(List<Governing> chain, Optional<RunningAgreement> before) {
        Map<Hash, Agreement> known = before.map(RunningAgreement::compiled).orElse(Map.of());
        return new RunningAgreement(chain.stream()
                .map(state -> new RunningAgreement.Version(state, meaning(state.proposal(), known)))
                .toList());
    }

    /** The versions that came into force, each behind the one whose place it took. */
    private static List<Governing> chain(List<AgreementState> versions) {
        Map<String, Governing> governing = new LinkedHashMap<>();
        for (AgreementState version : versions) {
            if (version instanceof Governing came) {
                governing.put(came.proposal().version(), came);
            }
        }
        List<Governing> chain = new ArrayList<>();
        Optional<Governing> next = governing.values().stream()
                .filter(version -> version.proposal()
                        .terms()
                        .inPlaceOf()
                        .filter(before -> governing.containsKey(before.version()))
                        .isEmpty())
                .findFirst();
        while (next.isPresent()) {
            chain.add(next.get());
            next = next.filter(Ended.class::isInstance)
                    .flatMap(ended -> ((Ended) ended).replacedBy())
                    .map(governing::get);
        }
        return chain;
    }

    private Agreement meaning(Proposal signed, Map<Hash, Agreement> known) {
        Agreement before = known.get(signed.compiledHash());
        return before == null ? read(signed) : before;
    }

    private Agreement read(Proposal signed) {
        String name = signed.agreement() + " " + signed.version();
        String form = model.agreements()
                .document(signed.compiledHash())
                .orElseThrow(() -> new EvidenceMismatch("the compiled form of " + name + ", with the hash "
                        + signed.compiledHash() + ", does not stand on the ledger"));
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

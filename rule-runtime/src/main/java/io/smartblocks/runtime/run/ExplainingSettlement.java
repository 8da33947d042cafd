package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.runtime.explain.EvidenceChanges;
import io.smartblocks.runtime.explain.Explaining;
import io.smartblocks.runtime.explain.SettlementExplanation;
import io.smartblocks.runtime.explain.SettlementExplanation.Revised;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.SettlementEngine;
import io.smartblocks.runtime.settlement.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Explains committed settlements from the evidence as of their blocks; what is committed never changes, so some are kept. */
public final class ExplainingSettlement {

    private static final int KEPT = 64;

    private final ReadModel model;
    private final SettlementEngine engine;
    private final CompiledAgreements compiled;
    private final CommittedCases cases;
    private final SignedTexts texts;
    private final Map<String, SettlementExplanation> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SettlementExplanation> eldest) {
            return size() > KEPT;
        }
    };

    public ExplainingSettlement(ReadModel model, SettlementEngine engine, SignedTexts texts) {
        this.model = requireNonNull(model, "read model");
        this.engine = requireNonNull(engine, "engine");
        this.texts = requireNonNull(texts, "signed texts");
        this.compiled = new CompiledAgreements(model);
        this.cases = new CommittedCases(model);
    }

    /**
     * The explanation of a committed settlement.
     *
     * @throws IllegalArgumentException if what was committed cannot be computed here
     */
    public SettlementExplanation of(SettlementRecord record) {
        String key = record.transaction().toString();
        Optional<SettlementExplanation> known = known(key);
        if (known.isPresent()) {
            return known.get();
        }
        SettlementExplanation explanation = explain(record);
        keep(key, explanation);
        return explanation;
    }

    private synchronized Optional<SettlementExplanation> known(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    private synchronized void keep(String key, SettlementExplanation explanation) {
        kept.put(key, explanation);
    }

    private SettlementExplanation explain(SettlementRecord record) {
        CommitSettlement committed = record.settlement();
        Optional<SignedText> text = text(committed);
        Case settled = settledCase(committed, text);
        Statement statement = SettledBefore.statementOf(record);
        return Explaining.of(engine, settled, statement, text.map(SignedText::words))
                .with(
                        committed.revision(),
                        revised(committed, settled, statement),
                        new EvidenceSources(model, committed, settled).all());
    }

    /** The text of the version that it follows. */
    private Optional<SignedText> text(CommitSettlement committed) {
        return model.agreements().versions(committed.agreement()).stream()
                .map(AgreementRecord::proposal)
                .filter(proposal -> proposal.compiledHash().equals(committed.compiledHash()))
                .findFirst()
                .map(texts::of);
    }

    private Case settledCase(CommitSettlement committed, Optional<SignedText> text) {
        try {
            RunningAgreement running = compiled.of(committed.agreement(), committed.asOfBlock())
                    .orElseThrow(() -> new EvidenceMismatch("Agreement '" + committed.agreement()
                            + "' was not in force in block " + committed.asOfBlock() + "."));
            Case settled = cases.of(running, committed);
            return text.flatMap(SignedText::agreement).map(settled::inWordsOf).orElse(settled);
        } catch (EvidenceMismatch e) {
            throw new IllegalArgumentException("It cannot be computed again here: " + e.getMessage(), e);
        }
    }

    private List<Revised> revised(CommitSettlement committed, Case now, Statement statement) {
        if (committed.revision() == 0) {
            return List.of();
        }
        return model.settlements()
                .settlement(committed.agreement(), committed.period(), committed.from(), committed.revision() - 1)
                .map(before -> EvidenceChanges.between(
                        settledCase(before.settlement(), text(before.settlement())),
                        SettledBefore.statementOf(before),
                        now,
                        statement))
                .orElse(List.of());
    }
}

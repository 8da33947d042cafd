package io.smartblocks.portal.energy.agreed;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the texts of agreements that are or were in force, each once. */
@Component
public class AgreedTexts {

    private static final int KEPT = 500;

    private final Access access;
    private final Recent<Hash, Optional<Agreement>> read = new Recent<>(KEPT);

    AgreedTexts(Access access) {
        this.access = access;
    }

    /** An agreement that governs or governed, with what its text says. */
    public record Agreed(Proposal proposal, Agreement text) {

        /** The meter of the ledger that a name of the text stands for. */
        public Optional<MeterId> meter(String name) {
            return text.meters().stream()
                    .filter(meter -> meter.name().equals(name))
                    .flatMap(meter -> meter.id().stream())
                    .map(MeterId::new)
                    .findFirst();
        }

        /** Whether the text names the meter. */
        public boolean names(MeterId meter) {
            return text.meters().stream()
                    .map(Declaration.Meter::id)
                    .flatMap(Optional::stream)
                    .map(MeterId::new)
                    .anyMatch(meter::equals);
        }
    }

    /** The newest version in force of each agreement that the reader may see. */
    public List<Agreed> of(Account reader) {
        Map<Object, Agreed> newest = new LinkedHashMap<>();
        for (AgreementRecord version : access.agreements(reader)) {
            if (version.state() instanceof Governing
                    && !newest.containsKey(version.proposal().agreement())) {
                agreed(version.proposal())
                        .ifPresent(agreed -> newest.put(version.proposal().agreement(), agreed));
            }
        }
        return List.copyOf(newest.values());
    }

    /** What a signed text says; empty where this version of the language cannot read it. */
    public Optional<Agreed> agreed(Proposal proposal) {
        return read.of(
                        proposal.textHash(),
                        hash -> AgreementCompiler.compile(
                                        new SourceText(proposal.agreement().value(), access.text(proposal)))
                                .agreement())
                .map(text -> new Agreed(proposal, text));
    }
}

package io.smartblocks.portal.energy.agreed;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the texts of agreements that are or were in force, each once. */
@Component
public class AgreedTexts {

    /** One takes about a kilobyte. */
    private static final int KEPT = 20_000;

    private final ReadModel model;
    private final Access access;
    private final Recent<Hash, Optional<AgreedText>> read = new Recent<>(KEPT);

    AgreedTexts(ReadModel model, Access access) {
        this.model = model;
        this.access = access;
    }

    /** An agreement that governs or governed, with what its text says. */
    public record Agreed(Proposal proposal, AgreedText text) {

        /** The meter of the ledger that a name of the text stands for. */
        public Optional<MeterId> meter(String name) {
            return Optional.ofNullable(text.meters().get(name));
        }
    }

    /** The agreements that name one of some meters, each by its newest version in force that the reader may see. */
    public AgreedOf naming(Account reader, Collection<MeterId> meters) {
        return AgreedOf.of(access.governing(reader, meters).stream()
                .flatMap(version -> agreed(version.proposal()).stream())
                .toList());
    }

    /** What was signed is read from its compiled form, which takes a hundredth of the time of its text. */
    private Optional<Agreement> compiled(Proposal proposal) {
        return model.agreements()
                .document(proposal.compiledHash())
                .flatMap(form -> CompiledForm.read(form).agreement())
                .or(() -> AgreementCompiler.compile(
                                new SourceText(proposal.agreement().value(), access.text(proposal)))
                        .agreement());
    }

    /** What a signed text says; empty where this version of the language cannot read it. */
    private Optional<Agreed> agreed(Proposal proposal) {
        return read.of(proposal.textHash(), hash -> compiled(proposal).map(AgreedText::of))
                .map(text -> new Agreed(proposal, text));
    }
}

package io.smartblocks.runtime.run;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.agreement.CompiledForm;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.Proposal;

/** Reads signed texts with the places of their sentences, which the signed form does not keep; what was read is kept for a while. */
public final class SignedTexts {

    private static final int KEPT = 200;

    private final ReadModel model;
    private final Cache<Hash, SignedText> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    public SignedTexts(ReadModel model) {
        this.model = requireNonNull(model, "read model");
    }

    /** The text of a version. */
    public SignedText of(Proposal signed) {
        return kept.get(
                signed.textHash(), hash -> read(signed, model.agreements().text(signed)));
    }

    /** A text that may be the one that was signed as this version. */
    public static SignedText read(Proposal signed, String text) {
        return new SignedText(
                text,
                AgreementCompiler.compile(new SourceText(signed.agreement().value(), text))
                        .agreement()
                        .filter(agreement -> CompiledForm.of(agreement)
                                .sha256()
                                .equals(signed.compiledHash().value())));
    }
}

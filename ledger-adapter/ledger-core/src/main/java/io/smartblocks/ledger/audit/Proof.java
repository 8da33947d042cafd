package io.smartblocks.ledger.audit;

import io.smartblocks.ledger.audit.Proved.ProvedState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MalformedJson;
import java.util.List;
import java.util.Optional;

/**
 * A document by which someone without the ledger can check that a transaction or a state stands in it.
 *
 * @param format which form of document it is, {@link #FORMAT}
 * @param headers of the blocks that are spoken of, perhaps with those that link them to a later one, in their order
 * @param proved the transaction or the state
 * @param signerKey the state of the member that signed the transaction, as written before it; it names the member's key
 */
public record Proof(String format, List<SignedHeader> headers, Proved proved, Optional<ProvedState> signerKey) {

    /** The form of document that is written and read here. */
    public static final String FORMAT = "smartblocks-proof/1";

    public Proof {
        headers = List.copyOf(headers);
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("its format is '" + format + "'; expected '" + FORMAT + "'");
        }
    }

    /** A proof in the form of today. */
    public static Proof of(Proved proved, Optional<ProvedState> signerKey, List<SignedHeader> headers) {
        return new Proof(FORMAT, headers, proved, signerKey);
    }

    /** Its canonical text on one line. */
    public String text() {
        return CanonicalJson.write(this) + "\n";
    }

    /**
     * Reads a proof; the end of its line may be missing.
     *
     * @throws MalformedJson when the text is none, or is not the one text that this proof has
     */
    public static Proof read(String text) {
        return CanonicalJson.readCanonical(
                text.endsWith("\n") ? text.substring(0, text.length() - 1) : text, Proof.class);
    }
}

package io.smartblocks.ledger.peer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * That an organisation's peers are those of a membership provider (MSP), as one who may bind the organisation states it.
 *
 * @param msp as it is configured on the channel, such as {@code EscoMSP}
 * @param statedAt later than that of the binding that it replaces
 */
public record Binding(LedgerId ledger, MemberId organisation, String msp, MemberId signer, Instant statedAt) {

    private static final Pattern MSP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public Binding {
        if (!MSP.matcher(msp).matches()) {
            throw new IllegalArgumentException("'" + msp
                    + "' is not the id of a membership provider: expected up to 100 letters, digits, '.', '_' or '-',"
                    + " such as EscoMSP");
        }
    }

    /** What is signed. */
    public Hash hash() {
        return Hash.of(CanonicalJson.write(this));
    }
}

package io.smartblocks.runtime.bench;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.runtime.evidence.Sha256;
import java.nio.charset.StandardCharsets;

/** Signs the digest of a statement's bytes, the same for what rules and what plain Java made. */
final class Signing {

    private final Signer signer = Signer.of(new MemberId("bench"), KeyPair.generate());

    /** The length of the statement and its signature. */
    int signed(byte[] statement) {
        byte[] digest = Sha256.of(statement).getBytes(StandardCharsets.US_ASCII);
        return statement.length + signer.sign(digest).length;
    }
}

package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.runtime.evidence.Sha256;
import java.nio.charset.StandardCharsets;

/** The hash by which a settlement names the agreement it follows. */
final class AgreementHash {

    private AgreementHash() {}

    static String of(Agreement agreement) {
        return Sha256.of(agreement.toString().getBytes(StandardCharsets.UTF_8));
    }
}

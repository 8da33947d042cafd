package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.CompiledForm;

/** The hash by which a settlement names the agreement it follows: that of its compiled form. */
final class AgreementHash {

    private AgreementHash() {}

    static String of(Agreement agreement) {
        return CompiledForm.of(agreement).sha256();
    }
}

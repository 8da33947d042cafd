package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Proposed;
import io.smartblocks.ledger.state.AgreementState.Signed;
import java.util.Comparator;
import java.util.List;

/** Chooses among the versions of an agreement the one that stands for it. */
final class Newest {

    private Newest() {}

    /** Of versions, newest first: the one in force, else one that is to be signed, else the last that was not taken back. */
    static AgreementRecord of(List<AgreementRecord> versions) {
        return versions.stream()
                .min(Comparator.comparing(AgreementRecord::precedence))
                .orElseThrow();
    }

    /** Whether a version still waits to come into force. */
    static boolean isOpen(AgreementState state) {
        return state instanceof Proposed || state instanceof Signed;
    }
}

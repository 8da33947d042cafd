package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Proposed;
import io.smartblocks.ledger.state.AgreementState.Signed;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.AgreementState.Withdrawn;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Chooses among the versions of an agreement the one that stands for it. */
final class Newest {

    private Newest() {}

    /** Of versions, newest first: the one in force, else one that is to be signed, else the last that was not taken back. */
    static AgreementRecord of(List<AgreementRecord> versions) {
        Predicate<AgreementState> inForce = Standing.class::isInstance;
        Predicate<AgreementState> kept = state -> !(state instanceof Withdrawn);
        return Stream.of(inForce, Newest::isOpen, kept, (Predicate<AgreementState>) any -> true)
                .flatMap(wanted -> versions.stream().filter(version -> wanted.test(version.state())))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a version still waits to come into force. */
    static boolean isOpen(AgreementState state) {
        return state instanceof Proposed || state instanceof Signed;
    }
}

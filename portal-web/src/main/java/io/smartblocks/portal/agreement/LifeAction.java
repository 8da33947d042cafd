package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Active;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.AgreementState.Suspended;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.CloseAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ResumeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.RevokeTermination;
import io.smartblocks.ledger.transaction.AgreementAction.SuspendAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.TerminateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a party can do with a version of an agreement besides signing it, each in some of its states only. */
enum LifeAction {
    WITHDRAW,
    SUSPEND,
    RESUME,
    TERMINATE,
    REVOKE,
    CLOSE;

    /**
     * What is typed for it.
     *
     * @param reason why
     * @param lastDay the last day in force, where it is to end
     * @param clause the clause that gives the right to end it alone
     */
    record Told(String reason, LocalDate lastDay, Optional<String> clause) {}

    static Optional<LifeAction> named(String key) {
        return Arrays.stream(values())
                .filter(action -> action.key().equals(key))
                .findFirst();
    }

    /** Those that can be thought of in a state. */
    static List<LifeAction> in(AgreementState state, LocalDate today) {
        return Arrays.stream(values())
                .filter(action -> action.concerns(state, today))
                .toList();
    }

    private boolean concerns(AgreementState state, LocalDate today) {
        return switch (this) {
            case WITHDRAW -> Newest.isOpen(state);
            case SUSPEND -> state instanceof Active;
            case RESUME -> state instanceof Suspended;
            case TERMINATE -> state instanceof Standing standing && !today.isAfter(standing.lastDay());
            case REVOKE ->
                state instanceof Standing standing && standing.termination().isPresent();
            case CLOSE -> state instanceof Standing standing && today.isAfter(standing.lastDay());
        };
    }

    /** How addresses and messages name it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean asksForReason() {
        return this != CLOSE;
    }

    boolean asksForDay() {
        return this == TERMINATE;
    }

    /** What is put on the ledger. */
    AgreementAction of(AgreementState state, Told told) {
        var agreement = state.proposal().agreement();
        String version = state.proposal().version();
        return switch (this) {
            case WITHDRAW -> new WithdrawAgreement(agreement, version, told.reason());
            case SUSPEND -> new SuspendAgreement(agreement, version, told.reason());
            case RESUME -> new ResumeAgreement(agreement, version, told.reason());
            case TERMINATE -> new TerminateAgreement(agreement, version, told.lastDay(), told.clause(), told.reason());
            case REVOKE -> new RevokeTermination(agreement, version, told.reason());
            case CLOSE -> new CloseAgreement(agreement, version);
        };
    }

    /** The same with answers that the ledger takes where it takes any, to see whether it does. */
    AgreementAction foreseen(AgreementState state) {
        LocalDate beforeTheEnd = state instanceof Standing standing
                ? standing.lastDay().minusDays(1)
                : state.proposal().terms().to();
        return of(state, new Told("foreseen", beforeTheEnd, Optional.empty()));
    }
}

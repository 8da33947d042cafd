package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.SettledState;
import io.smartblocks.ledger.state.SettlementState;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.CoSignSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.ReportDifference;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Settlements: a runtime of a party commits each revision of each period of an active agreement once. */
final class SettlementFamily {

    private static final int MOST_REASONS = 1000;

    private SettlementFamily() {}

    static Decision decide(SettlementAction action, Request request) {
        if (action instanceof CommitSettlement commit) {
            GovernedPeriod period = new GovernedPeriod(
                    commit.agreement(), commit.version(), commit.period(), commit.from(), commit.to());
            return asRuntime(
                    request,
                    () -> period.under(request, (agreement, versions) -> commit(commit, agreement, versions, request)));
        }
        if (action instanceof HoldSettlement hold) {
            GovernedPeriod period =
                    new GovernedPeriod(hold.agreement(), hold.version(), hold.period(), hold.from(), hold.to());
            return asRuntime(request, () -> period.under(request, (agreement, versions) -> hold(hold, request)));
        }
        if (action instanceof CoSignSettlement || action instanceof ReportDifference) {
            return asRuntime(request, () -> Verifying.decide(action, request));
        }
        if (action instanceof DisputeSettlement || action instanceof ResolveDispute) {
            return Disputes.decide(action, request);
        }
        return Payments.decide(action, request);
    }

    private static Decision asRuntime(Request request, Supplier<Decision> change) {
        return request.has(Role.RUNTIME) ? change.get() : request.notAllowed("the role runtime");
    }

    private static Decision commit(CommitSettlement commit, Governing agreement, Versions versions, Request request) {
        return Texts.problemWith("the engine's version", commit.engine())
                .or(() -> Texts.problemWithDocument("the statement", commit.statement()))
                .or(() -> hashes(commit, agreement))
                .or(() -> SummaryCheck.of(commit.summary(), agreement.proposal()))
                .or(() -> amendments(commit, versions))
                .or(() -> OccasionCheck.of(commit, agreement.proposal(), request))
                .or(() -> revision(commit.id(), commit.to(), request))
                .or(() -> evidence(commit, request))
                .orElseGet(() -> committed(commit, request));
    }

    private static Optional<Decision> invalid(String message) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, message));
    }

    private static Optional<Decision> hashes(CommitSettlement commit, Governing agreement) {
        Hash statement = Hash.of(commit.statement());
        if (!statement.equals(commit.statementHash())) {
            return Optional.of(Decision.refuse(
                    RefusalCode.HASH_DIFFERS,
                    "the statement has the hash " + statement + ", but " + commit.statementHash() + " is stated"));
        }
        Hash compiled = agreement.proposal().compiledHash();
        if (!compiled.equals(commit.compiledHash())) {
            return Optional.of(Decision.refuse(
                    RefusalCode.HASH_DIFFERS,
                    AgreementWords.name(agreement) + " was signed with the compiled hash " + compiled + ", but "
                            + commit.compiledHash() + " was settled"));
        }
        return Optional.empty();
    }

    // one that was activated since the evidence was gathered would be left out of what the period follows
    private static Optional<Decision> amendments(CommitSettlement commit, Versions versions) {
        List<String> within = versions.takingEffectWithin(commit.from(), commit.to());
        return within.equals(commit.amendments())
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.AGREEMENT_CHANGED,
                        "within " + inWords(commit.period(), commit.from(), commit.to(), commit.agreement())
                                + " the versions " + within + " take effect, but it was settled as if these were "
                                + commit.amendments()));
    }

    private static Optional<Decision> revision(SettlementId id, LocalDate to, Request request) {
        Optional<SettledState> before = SettledPeriod.newest(id, request);
        int next = before.map(settled -> settled.newest().revision() + 1).orElse(0);
        if (id.revision() >= 0 && id.revision() < next) {
            return Optional.of(Decision.refuse(
                    RefusalCode.ALREADY_SETTLED,
                    inWords(id.period(), id.from(), to, id.agreement()) + " is settled already in revision "
                            + id.revision() + "; a re-settlement takes revision " + next));
        }
        boolean sameDays = before.filter(settled -> !settled.to().equals(to)).isEmpty();
        if (id.revision() == next && sameDays) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.REVISION_NOT_NEXT,
                inWords(id.period(), id.from(), to, id.agreement()) + " cannot be settled in revision "
                        + id.revision() + "; the next one is " + next
                        + before.map(settled -> ", for the same days, up to " + settled.to())
                                .orElse("")));
    }

    // a correction that knew less than what it corrects would bring back what was found wrong
    private static Optional<Decision> evidence(CommitSettlement commit, Request request) {
        return request.view()
                .state(
                        StateKey.settlement(commit.agreement(), commit.period(), commit.from(), commit.revision() - 1),
                        SettlementState.class)
                .map(before -> before.settlement().asOfBlock())
                .filter(before -> commit.asOfBlock() < before)
                .map(before -> Decision.refuse(
                        RefusalCode.EVIDENCE_OLDER,
                        "revision " + commit.revision() + " of "
                                + inWords(commit.period(), commit.from(), commit.to(), commit.agreement())
                                + " rests on evidence as of block " + commit.asOfBlock() + ", but revision "
                                + (commit.revision() - 1) + " knew block " + before
                                + "; a correction knows at least as much as what it corrects"));
    }

    private static Decision committed(CommitSettlement commit, Request request) {
        List<StateEntry> writes = new ArrayList<>();
        writes.add(new StateEntry(
                StateKey.settlement(commit.agreement(), commit.period(), commit.from(), commit.revision()),
                new SettlementState(commit, request.signer().id(), request.now())));
        writes.add(new StateEntry(
                StateKey.settled(commit.id()),
                new SettledState(commit.id(), commit.version(), commit.to(), request.now(), commit.summary())));
        StateKey holdKey = StateKey.hold(commit.agreement(), commit.period(), commit.from());
        request.view()
                .state(holdKey, HoldState.class)
                .filter(hold -> !hold.released())
                .ifPresent(hold -> writes.add(new StateEntry(holdKey, hold.release())));
        return new Decision.Applied(new StateChanges(writes));
    }

    private static Decision hold(HoldSettlement hold, Request request) {
        StateKey key = StateKey.hold(hold.agreement(), hold.period(), hold.from());
        Optional<HoldState> before =
                request.view().state(key, HoldState.class).filter(standing -> !standing.released());
        boolean lifted = hold.reasons().isEmpty() && hold.revision() > 0 && before.isPresent();
        Optional<Decision> problem = (lifted ? Optional.<Decision>empty() : reasons(hold))
                .or(() -> OccasionCheck.of(hold))
                .or(() -> revision(hold.id(), hold.to(), request));
        if (problem.isPresent()) {
            return problem.get();
        }
        if (lifted) {
            return Decision.write(key, before.get().release());
        }
        if (before.isPresent()
                && before.get().reasons().equals(hold.reasons())
                && before.get().revision() == hold.revision()) {
            return Decision.refuse(
                    RefusalCode.HOLD_UNCHANGED,
                    inWords(hold.period(), hold.from(), hold.to(), hold.agreement())
                            + " is on hold for exactly these reasons already");
        }
        return Decision.write(key, held(hold, request));
    }

    private static Optional<Decision> reasons(HoldSettlement hold) {
        if (hold.reasons().isEmpty()) {
            return Optional.of(Decision.refuse(RefusalCode.REASON_MISSING, "a hold needs at least one reason"));
        }
        if (hold.reasons().size() > MOST_REASONS) {
            return invalid("a hold has " + hold.reasons().size() + " reasons; expected at most " + MOST_REASONS);
        }
        return hold.reasons().stream()
                .flatMap(reason -> Texts.problemWith("the code of a reason", reason.code())
                        .or(() -> Texts.problemWithReason("a hold", reason.message()))
                        .stream())
                .findFirst();
    }

    private static HoldState held(HoldSettlement hold, Request request) {
        return new HoldState(
                hold.agreement(),
                hold.version(),
                hold.period(),
                hold.from(),
                hold.to(),
                hold.reasons(),
                hold.asOfBlock(),
                request.signer().id(),
                false,
                hold.revision());
    }

    private static String inWords(String period, LocalDate from, LocalDate to, AgreementId agreement) {
        return "period " + period + " " + from + " to " + to + " of agreement '" + agreement + "'";
    }
}

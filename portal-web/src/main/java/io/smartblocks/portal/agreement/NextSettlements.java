package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.DuePeriod;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Says of each period of an agreement when it is settled next, or why that is held. */
@Component
class NextSettlements {

    /** A period that waits to be settled: when that happens; where it is held, why, and where more stands about it. */
    record Next(String period, String runs, List<String> held, String link) {}

    private final ReadModel read;
    private final Words say;

    NextSettlements(ReadModel read, Words say) {
        this.read = read;
        this.say = say;
    }

    /** What falls due next under a version in this state. */
    List<Next> of(AgreementState state, AgreementId agreement) {
        if (!isSettled(state)) {
            return List.of();
        }
        List<HoldRecord> holds = read.settlements().holdsOf(agreement);
        return read.due().of(agreement.value()).stream()
                .map(due -> next(due, hold(holds, due)))
                .toList();
    }

    /** The day of the first one, or why there is none. */
    String soonest(AgreementState state, AgreementId agreement) {
        return soonest(state, agreement, UnaryOperator.identity());
    }

    /** The same in a sentence. */
    String words(AgreementState state, AgreementId agreement) {
        return soonest(state, agreement, day -> say.message("settlements.next", day));
    }

    private String soonest(AgreementState state, AgreementId agreement, UnaryOperator<String> phrase) {
        if (!isSettled(state)) {
            return notSettled(state);
        }
        return read.due().of(agreement.value()).stream()
                .findFirst()
                .map(this::day)
                .map(phrase)
                .orElseGet(() -> say.message(
                        state instanceof AgreementState.Ended ? "agreement.next.ended" : "agreement.next.none"));
    }

    /** Whether the agreement's next periods fall due under a version in this state: an ended one has some left at times. */
    private static boolean isSettled(AgreementState state) {
        return state instanceof AgreementState.Active
                || state instanceof AgreementState.Ended ended
                        && ended.replacedBy().isEmpty();
    }

    private String notSettled(AgreementState state) {
        if (state instanceof AgreementState.Suspended) {
            return say.message("agreement.next.suspended");
        }
        if (state instanceof AgreementState.Withdrawn) {
            return say.message("agreement.next.withdrawn");
        }
        if (state instanceof AgreementState.Ended ended) {
            return say.message("agreement.next.replaced", ended.replacedBy().orElse(""));
        }
        return state.proposal()
                .terms()
                .inPlaceOf()
                .map(place -> say.message("agreement.next.amends", say.day(place.from())))
                .orElseGet(() -> say.message("agreement.next.inactive"));
    }

    private Next next(DuePeriod due, Optional<HoldRecord> hold) {
        return new Next(
                say.message("agreement.next.from", due.period(), say.day(due.nextFrom())),
                day(due),
                hold.stream()
                        .flatMap(held -> held.state().reasons().stream())
                        .map(reason -> say.told("hold", reason.code(), reason.message()))
                        .toList(),
                hold.map(SettlementRows::link).orElse(""));
    }

    private static Optional<HoldRecord> hold(List<HoldRecord> holds, DuePeriod due) {
        return holds.stream()
                .filter(hold -> !hold.state().released())
                .filter(hold -> hold.state().period().equals(due.period())
                        && hold.state().from().equals(due.nextFrom()))
                .findFirst();
    }

    private String day(DuePeriod due) {
        return say.longDay(due.dueAt().atZone(due.zone()).toLocalDate());
    }
}

package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import io.smartblocks.ledger.transaction.StatementPlace;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Takes a new statement: it holds at once where nobody need confirm it, and waits for the others where they must. */
final class Stating {

    private Stating() {}

    static Decision of(Statement statement, Request request) {
        Versions versions = Versions.of(statement.agreement(), request.view());
        Optional<Governing> head = versions.head();
        if (head.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.AGREEMENT_UNKNOWN,
                    "there is no agreement '" + statement.agreement() + "' in force on this ledger");
        }
        Optional<Decision> stranger = AgreementWords.notOfAParty(head.get().proposal(), request);
        if (stranger.isPresent()) {
            return stranger.get();
        }
        Optional<Decision> time = StatementRules.problemWithTime(statement, request);
        if (time.isPresent()) {
            return time.get();
        }
        ZoneId zone = head.get().proposal().terms().zone();
        LocalDate day = StatementRules.dayOf(statement, zone);
        Optional<Governing> governing = versions.on(day);
        if (governing.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.OUTSIDE_TERM,
                    "no version of agreement '" + statement.agreement() + "' governs " + day + "; its days are "
                            + versions.daysInWords());
        }
        StatementRules.Ruling ruling = new StatementRules(governing.get().proposal(), request).rule(statement, day);
        return ruling.problem().orElseGet(() -> state(statement, governing.get().proposal(), ruling, request));
    }

    private static Decision state(
            Statement statement, Proposal proposal, StatementRules.Ruling ruling, Request request) {
        StatementPlace place = statement.place();
        Optional<StatementState> before = request.view().state(StateKey.statement(place), StatementState.class);
        Optional<Stated> newest = before.flatMap(state -> state.pending().or(state::holding));
        if (newest.filter(stated -> stated.statement().equals(statement)).isPresent()) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES, "exactly this stands at " + StatementFamily.name(place) + " already");
        }
        int revision = before.map(state -> state.revision() + 1).orElse(0);
        Stated stated = new Stated(
                statement,
                request.organisation(),
                request.signer().id(),
                request.now(),
                request.transaction().id(),
                revision,
                confirmers(ruling.confirmedBy(), proposal, request.organisation()),
                List.of());
        return StatementFamily.write(
                standing(stated, before.flatMap(StatementState::holding), place, revision),
                Breaches.of(stated, proposal));
    }

    /** The organisations behind the terms, each once; who states a thing does not confirm it too. */
    private static List<MemberId> confirmers(List<String> terms, Proposal proposal, MemberId stating) {
        return terms.stream()
                .flatMap(term -> proposal.organisation(term).stream())
                .filter(organisation -> !organisation.equals(stating))
                .distinct()
                .sorted()
                .toList();
    }

    static StatementState standing(Stated newest, Optional<Stated> holding, StatementPlace place, int revision) {
        return newest.unconfirmed().isEmpty()
                ? new StatementState(place, Optional.of(newest), Optional.empty(), revision)
                : new StatementState(place, holding, Optional.of(newest), revision);
    }
}

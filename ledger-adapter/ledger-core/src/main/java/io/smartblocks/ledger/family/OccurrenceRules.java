package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who may say that a duty was performed or breached: its debtor, whom the creditors confirm; a creditor. */
final class OccurrenceRules {

    private final StatementRules rules;
    private final Proposal proposal;
    private final Request request;

    OccurrenceRules(StatementRules rules, Proposal proposal, Request request) {
        this.rules = rules;
        this.proposal = proposal;
        this.request = request;
    }

    StatementRules.Ruling rule(StateOccurrence stated) {
        List<Owed> duties = proposal.terms().owed().stream()
                .filter(owed -> owed.clause().equals(stated.clause()) && !owed.payment())
                .toList();
        if (duties.isEmpty()) {
            return StatementRules.Ruling.refused(
                    RefusalCode.NOT_STATABLE,
                    rules.agreement() + " has no clause of that number with a duty that is no payment; payments are"
                            + " recorded, not stated");
        }
        boolean performed = stated.happening() == Happening.PERFORMED;
        List<String> who = duties.stream()
                .flatMap(owed -> performed ? List.of(owed.debtor()).stream() : owed.creditors().stream())
                .distinct()
                .toList();
        Optional<Owed> own = duties.stream()
                .filter(owed -> performed
                        ? proposal.is(owed.debtor(), request.organisation())
                        : owed.creditors().stream().anyMatch(term -> proposal.is(term, request.organisation())))
                .findFirst();
        if (own.isEmpty()) {
            String what = performed ? "performance is stated by" : "a breach is stated by";
            return StatementRules.Ruling.of(Optional.of(rules.notThatParty(what, who)), List.of());
        }
        return StatementRules.Ruling.of(
                content(stated, own.get()), performed ? own.get().creditors() : List.of());
    }

    private Optional<Decision> content(StateOccurrence stated, Owed owed) {
        return period(stated, owed)
                .or(() -> Texts.problemWithParagraph("the note", stated.note()))
                .or(() -> Days.problemWith("the occurrence", stated.on()))
                .or(() -> stated.on().isBefore(stated.periodFrom())
                        ? rules.refuse(
                                RefusalCode.INVALID_CONTENT,
                                "it happened on " + stated.on() + ", before the period from " + stated.periodFrom())
                        : Optional.empty())
                .or(() -> stated.on().isAfter(rules.today())
                        ? rules.refuse(
                                RefusalCode.FROM_THE_FUTURE,
                                "it is stated for " + stated.on() + ", but today is " + rules.today())
                        : Optional.empty())
                .or(() -> saidByAnother(stated))
                .or(() -> performedBefore(stated));
    }

    private Optional<Decision> period(StateOccurrence stated, Owed owed) {
        Optional<Cycle> cycle = owed.periods().stream()
                .filter(each -> each.name().equals(stated.period()))
                .findFirst();
        return cycle.isPresent()
                ? rules.firstDay(cycle.get(), stated.periodFrom())
                : rules.refuse(
                        RefusalCode.NOT_STATABLE,
                        "clause " + stated.clause() + " owes nothing for the period of that name; expected one of "
                                + owed.periods().stream().map(Cycle::name).collect(Collectors.joining(", ")));
    }

    // otherwise a friend of the debtor could state the breach anew, and take it back
    private Optional<Decision> saidByAnother(StateOccurrence stated) {
        return request.view()
                .state(StateKey.statement(stated.place()), StatementState.class)
                .flatMap(StatementState::holding)
                .filter(said -> stated.happening() == Happening.BREACHED)
                .filter(said -> !said.organisation().equals(request.organisation()))
                .flatMap(said -> rules.refuse(
                        RefusalCode.STATEMENT_HOLDS,
                        "'" + said.organisation() + "' stated this breach already, and only it states it anew"
                                + " or takes it back"));
    }

    private Optional<Decision> performedBefore(StateOccurrence stated) {
        if (stated.happening() == Happening.PERFORMED) {
            return Optional.empty();
        }
        StateOccurrence performance = new StateOccurrence(
                stated.agreement(),
                stated.clause(),
                Happening.PERFORMED,
                stated.period(),
                stated.periodFrom(),
                stated.on(),
                "");
        return request.view()
                .state(StateKey.statement(performance.place()), StatementState.class)
                .flatMap(StatementState::holding)
                .flatMap(holds -> rules.refuse(
                        RefusalCode.STATEMENT_HOLDS,
                        "that clause " + stated.clause() + " was performed for the period from " + stated.periodFrom()
                                + " is confirmed; it was not breached"));
    }
}

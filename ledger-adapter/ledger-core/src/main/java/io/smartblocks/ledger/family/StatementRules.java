package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the terms of an agreement let its parties state: what is declared, by the party named, for days it can be about. */
final class StatementRules {

    private static final int MOST_DIGITS = 30;
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,79}");

    /** Why it may not be stated, or whose terms must confirm it. */
    record Ruling(Optional<Decision> problem, List<String> confirmedBy) {

        static Ruling of(Optional<Decision> problem, List<String> confirmedBy) {
            return new Ruling(problem, confirmedBy);
        }

        static Ruling refused(RefusalCode code, String message) {
            return new Ruling(Optional.of(Decision.refuse(code, message)), List.of());
        }
    }

    private final Proposal proposal;
    private final Request request;
    private final LocalDate today;

    StatementRules(Proposal proposal, Request request) {
        this.proposal = proposal;
        this.request = request;
        this.today = LocalDate.ofInstant(request.now(), proposal.terms().zone());
    }

    /** The local day that decides which version of the agreement a statement falls under. */
    static LocalDate dayOf(Statement statement, ZoneId zone) {
        if (statement instanceof StateFact fact) {
            return fact.from();
        }
        if (statement instanceof StateAdjustment adjustment) {
            return adjustment.from();
        }
        return statement instanceof ReportEvent event
                ? LocalDate.ofInstant(event.at(), zone)
                : ((StateOccurrence) statement).periodFrom();
    }

    /** A refusal of an event that the ledger's calendar does not reach: what happened lies behind. */
    static Optional<Decision> problemWithTime(Statement statement, Request request) {
        if (!(statement instanceof ReportEvent event)
                || !event.at().isAfter(request.now()) && !event.at().isBefore(Instant.EPOCH)) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                event.at().isAfter(request.now()) ? RefusalCode.FROM_THE_FUTURE : RefusalCode.INVALID_CONTENT,
                "the event is reported for " + event.at() + "; expected a time from " + Instant.EPOCH
                        + " to the ledger's, " + request.now()));
    }

    Ruling rule(Statement statement, LocalDate day) {
        Optional<Decision> outside = Days.problemWith("the statement", day);
        if (outside.isPresent()) {
            return Ruling.of(outside, List.of());
        }
        if (statement instanceof StateFact fact) {
            return declared(Kind.FACT, fact.fact(), declared -> fact(fact, declared));
        }
        if (statement instanceof StateAdjustment adjustment) {
            return declared(Kind.ADJUSTMENT, adjustment.adjustment(), declared -> adjustment(adjustment));
        }
        return statement instanceof ReportEvent event
                ? declared(Kind.EVENT, event.event(), declared -> event(event, declared))
                : new OccurrenceRules().rule((StateOccurrence) statement);
    }

    private interface Content {
        Optional<Decision> problem(Statable declared);
    }

    private Ruling declared(Kind kind, String name, Content content) {
        Optional<Statable> found = proposal.terms().statable().stream()
                .filter(each -> each.kind() == kind && each.name().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            return Ruling.refused(RefusalCode.NOT_STATABLE, undeclared(kind, name));
        }
        Statable declared = found.get();
        if (!proposal.is(declared.statedBy(), request.organisation())) {
            return Ruling.of(
                    Optional.of(notThatParty("'" + name + "' is stated by", List.of(declared.statedBy()))), List.of());
        }
        return Ruling.of(content.problem(declared), declared.confirmedBy());
    }

    private String undeclared(Kind kind, String name) {
        String known = proposal.terms().statable().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> "'" + each.name() + "'")
                .collect(Collectors.joining(", "));
        String word = kind.name().toLowerCase(Locale.ROOT);
        return agreement() + " declares no " + word + " of that name; "
                + (known.isEmpty() ? "it declares none" : "expected " + known);
    }

    private Decision notThatParty(String what, List<String> terms) {
        return Decision.refuse(
                RefusalCode.NOT_ALLOWED,
                request.signerInWords() + "; in " + agreement() + " " + what + " "
                        + terms.stream()
                                .map(term -> term + " ('"
                                        + proposal.organisation(term).orElseThrow() + "')")
                                .collect(Collectors.joining(", ")));
    }

    private Optional<Decision> fact(StateFact fact, Statable declared) {
        return figure("the fact " + fact.fact(), fact.value())
                .or(() -> Texts.problemWithParagraph("the note", fact.note()))
                .or(() -> declared.each().flatMap(cycle -> firstDay(cycle, fact.from())));
    }

    /** A period that the agreement's first day cuts begins on that day. */
    private Optional<Decision> firstDay(Cycle cycle, LocalDate from) {
        LocalDate start = cycle.startOf(from);
        LocalDate first =
                start.isBefore(proposal.terms().from()) ? proposal.terms().from() : start;
        if (!first.equals(from)) {
            return refuse(
                    RefusalCode.INVALID_CONTENT,
                    "it is for each " + cycle.name() + ", and " + from + " is the first day of none; the one it lies in"
                            + " begins on " + first);
        }
        return from.isAfter(today)
                ? refuse(
                        RefusalCode.FROM_THE_FUTURE,
                        "the " + cycle.name() + " from " + from + " has not begun; today is " + today)
                : Optional.empty();
    }

    private Optional<Decision> adjustment(StateAdjustment adjustment) {
        return figure("the adjustment " + adjustment.adjustment(), adjustment.value())
                .or(() -> Texts.problemWithReason("an adjustment", adjustment.reason()))
                .or(() -> adjustment.to().flatMap(to -> Days.problemWith("the adjustment", adjustment.from(), to)))
                .or(() -> adjustment
                        .to()
                        .filter(to -> to.isAfter(proposal.terms().to().plusDays(1)))
                        .flatMap(to -> refuse(
                                RefusalCode.OUTSIDE_TERM,
                                "it is to last until " + to + "; the agreement's last day is "
                                        + proposal.terms().to())));
    }

    private Optional<Decision> event(ReportEvent event, Statable declared) {
        Set<String> expected =
                declared.figures().stream().map(Figure::name).collect(Collectors.toCollection(TreeSet::new));
        if (!REFERENCE.matcher(event.reference()).matches()) {
            return refuse(
                    RefusalCode.INVALID_CONTENT,
                    "the reference of an event is not acceptable: expected 1 to 80 letters, digits, '.', '_' or '-'");
        }
        if (!event.figures().keySet().equals(expected)) {
            return refuse(
                    RefusalCode.INVALID_CONTENT,
                    "the event has the figures " + event.figures().keySet() + "; expected exactly " + expected);
        }
        for (Map.Entry<String, BigDecimal> figure : event.figures().entrySet()) {
            Optional<Decision> problem = figure("the figure " + figure.getKey(), figure.getValue());
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    // what is written must be readable again: no exponents, no more digits than readers take
    private Optional<Decision> figure(String what, BigDecimal value) {
        boolean readable = value.scale() >= 0
                && value.scale() <= MOST_DIGITS
                && (long) value.precision() - value.scale() <= MOST_DIGITS;
        return readable
                ? Optional.empty()
                : refuse(
                        RefusalCode.INVALID_CONTENT,
                        what + " has more digits than expected: at most " + MOST_DIGITS + " before the point and "
                                + MOST_DIGITS + " after it, without an exponent");
    }

    private Optional<Decision> refuse(RefusalCode code, String problem) {
        return Optional.of(Decision.refuse(code, "statement about " + agreement() + ": " + problem));
    }

    private String agreement() {
        return AgreementWords.name(proposal.agreement(), proposal.version());
    }

    /** Who may say that a duty was performed or breached: its debtor, whom the creditors confirm; a creditor. */
    private final class OccurrenceRules {

        Ruling rule(StateOccurrence stated) {
            List<Owed> duties = proposal.terms().owed().stream()
                    .filter(owed -> owed.clause().equals(stated.clause()) && !owed.payment())
                    .toList();
            if (duties.isEmpty()) {
                return Ruling.refused(
                        RefusalCode.NOT_STATABLE,
                        agreement() + " has no clause of that number with a duty that is no payment; payments are"
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
                return Ruling.of(Optional.of(notThatParty(what, who)), List.of());
            }
            return Ruling.of(content(stated, own.get()), performed ? own.get().creditors() : List.of());
        }

        private Optional<Decision> content(StateOccurrence stated, Owed owed) {
            return period(stated, owed)
                    .or(() -> Texts.problemWithParagraph("the note", stated.note()))
                    .or(() -> Days.problemWith("the occurrence", stated.on()))
                    .or(() -> stated.on().isBefore(stated.periodFrom())
                            ? refuse(
                                    RefusalCode.INVALID_CONTENT,
                                    "it happened on " + stated.on() + ", before the period from " + stated.periodFrom())
                            : Optional.empty())
                    .or(() -> stated.on().isAfter(today)
                            ? refuse(
                                    RefusalCode.FROM_THE_FUTURE,
                                    "it is stated for " + stated.on() + ", but today is " + today)
                            : Optional.empty())
                    .or(() -> saidByAnother(stated))
                    .or(() -> performedBefore(stated));
        }

        private Optional<Decision> period(StateOccurrence stated, Owed owed) {
            Optional<Cycle> cycle = owed.periods().stream()
                    .filter(each -> each.name().equals(stated.period()))
                    .findFirst();
            return cycle.isPresent()
                    ? firstDay(cycle.get(), stated.periodFrom())
                    : refuse(
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
                    .flatMap(said -> refuse(
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
                    .flatMap(holds -> refuse(
                            RefusalCode.STATEMENT_HOLDS,
                            "that clause " + stated.clause() + " was performed for the period from "
                                    + stated.periodFrom() + " is confirmed; it was not breached"));
        }
    }
}

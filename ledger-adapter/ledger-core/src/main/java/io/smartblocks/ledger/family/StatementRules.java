package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
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

    /** The local day on which the agreement's parties are now. */
    LocalDate today() {
        return today;
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
                : new OccurrenceRules(this, proposal, request).rule((StateOccurrence) statement);
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

    Decision notThatParty(String what, List<String> terms) {
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
    Optional<Decision> firstDay(Cycle cycle, LocalDate from) {
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

    Optional<Decision> refuse(RefusalCode code, String problem) {
        return Optional.of(Decision.refuse(code, "statement about " + agreement() + ": " + problem));
    }

    String agreement() {
        return AgreementWords.name(proposal.agreement(), proposal.version());
    }
}

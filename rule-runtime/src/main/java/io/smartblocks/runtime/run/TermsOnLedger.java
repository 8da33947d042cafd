package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Clause;
import io.smartblocks.dsl.agreement.Clause.Provision;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Effect;
import io.smartblocks.dsl.agreement.Level;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.DisputeRight;
import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.LedgerTerms.Replaces;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.LedgerTerms.TerminationRight;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads from a checked agreement what the ledger must know of it: the terms that the parties sign beside the text. */
public final class TermsOnLedger {

    private final Agreement agreement;
    private final LongestSpans spans;

    private TermsOnLedger(Agreement agreement) {
        this.agreement = agreement;
        this.spans = new LongestSpans(agreement);
    }

    /** The terms of an agreement; the same agreement always has the same. */
    public static LedgerTerms of(Agreement agreement) {
        TermsOnLedger terms = new TermsOnLedger(agreement);
        return new LedgerTerms(
                agreement.settings().from(),
                agreement.settings().to(),
                agreement.settings().zone(),
                agreement.settings().currency(),
                agreement.head().inPlaceOf().map(place -> new Replaces(place.version(), place.from())),
                agreement.periods().stream().map(TermsOnLedger::cycle).toList(),
                terms.statable(),
                terms.owed(),
                terms.disputes(),
                terms.terminations());
    }

    private List<Statable> statable() {
        Stream<Statable> facts = agreement.facts().stream()
                .map(fact -> new Statable(
                        Kind.FACT,
                        fact.name(),
                        fact.unit().symbol(),
                        fact.each().flatMap(this::cycle),
                        fact.statedBy(),
                        fact.confirmedBy(),
                        List.of()));
        Stream<Statable> adjustments = agreement.adjustments().stream()
                .map(adjustment -> new Statable(
                        Kind.ADJUSTMENT,
                        adjustment.name(),
                        adjustment.unit().symbol(),
                        Optional.empty(),
                        adjustment.proposedBy(),
                        adjustment.confirmedBy(),
                        List.of()));
        Stream<Statable> events = agreement.events().stream()
                .map(event -> new Statable(
                        Kind.EVENT,
                        event.name(),
                        "",
                        Optional.empty(),
                        event.reportedBy(),
                        List.of(),
                        event.figures().stream()
                                .map(figure ->
                                        new Figure(figure.name(), figure.unit().symbol()))
                                .toList()));
        return Stream.of(facts, adjustments, events).flatMap(each -> each).toList();
    }

    private Optional<Cycle> cycle(String name) {
        return agreement.periods().stream()
                .filter(period -> period.name().equals(name))
                .findFirst()
                .map(TermsOnLedger::cycle);
    }

    private static Cycle cycle(Declaration.Period period) {
        return new Cycle(period.name(), period.from(), LongestSpans.exact(period.every()));
    }

    private List<Owed> owed() {
        Map<List<Object>, TreeSet<String>> periods = new LinkedHashMap<>();
        provisions((clause, provision) -> {
            if (provision.effect() instanceof Effect.Duty duty) {
                List<Object> who =
                        List.of(clause.number(), duty.debtor(), creditors(duty), duty instanceof Effect.Payment);
                TreeSet<String> names = periods.computeIfAbsent(who, any -> new TreeSet<>());
                if (provision.level() instanceof Level.PerPeriod level) {
                    names.add(level.period());
                }
            }
        });
        List<Owed> owed = new ArrayList<>();
        periods.forEach((who, names) -> owed.add(
                owed(who, names.stream().flatMap(name -> cycle(name).stream()).toList())));
        return owed;
    }

    @SuppressWarnings("unchecked")
    private static Owed owed(List<Object> who, List<Cycle> periods) {
        return new Owed(
                (String) who.get(0), (String) who.get(1), (List<String>) who.get(2), periods, (Boolean) who.get(3));
    }

    /** Those to whom a duty is owed; all others where the text names nobody. */
    private List<String> creditors(Effect.Duty duty) {
        if (duty instanceof Effect.Payment payment) {
            return payment.creditors();
        }
        if (duty instanceof Effect.Deliver deliver) {
            return List.of(deliver.creditor());
        }
        Optional<String> named = duty instanceof Effect.AssetDuty asset ? asset.other() : Optional.empty();
        return named.filter(party -> !party.equals(duty.debtor()))
                .map(List::of)
                .orElseGet(() -> agreement.parties().stream()
                        .map(Declaration.Party::name)
                        .filter(party -> !party.equals(duty.debtor()))
                        .toList());
    }

    private List<DisputeRight> disputes() {
        List<DisputeRight> rights = new ArrayList<>();
        provisions((clause, provision) -> {
            if (provision.effect() instanceof Effect.MayDispute may) {
                rights.add(disputeRight(clause.number(), may));
            }
        });
        return rights;
    }

    private DisputeRight disputeRight(String clause, Effect.MayDispute may) {
        if (may.within() instanceof Due.By by) {
            return new DisputeRight(
                    clause, may.party(), Optional.empty(), Optional.empty(), Optional.of(spans.rolled(by.date())));
        }
        if (!(may.within() instanceof Due.Within within)) {
            return new DisputeRight(
                    clause, may.party(), Optional.of(spans.rolledFromTheDay()), Optional.empty(), Optional.empty());
        }
        Optional<String> endOf =
                within.after() instanceof Due.Event.EndOf end ? Optional.of(end.name()) : Optional.empty();
        Optional<Cycle> cycle = endOf.flatMap(this::cycle);
        CalendarSpan span =
                endOf.isPresent() && cycle.isEmpty() ? spans.afterSeason(within.span()) : spans.rolled(within.span());
        return new DisputeRight(clause, may.party(), Optional.of(span), cycle, Optional.empty());
    }

    private List<TerminationRight> terminations() {
        List<TerminationRight> rights = new ArrayList<>();
        provisions((clause, provision) -> {
            if (provision.effect() instanceof Effect.MayTerminate may) {
                boolean conditional = !provision.guards().isEmpty() || isExcepted(clause);
                rights.add(
                        new TerminationRight(clause.number(), may.party(), spans.longest(may.notice()), conditional));
            }
        });
        return rights;
    }

    private boolean isExcepted(Clause clause) {
        return agreement.clauses().stream()
                .anyMatch(other -> other.exceptionTo().contains(clause.number()));
    }

    private interface Visit {
        void of(Clause clause, Provision provision);
    }

    private void provisions(Visit visit) {
        agreement.clauses().forEach(clause -> clause.provisions().forEach(provision -> visit.of(clause, provision)));
    }
}

package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.Deal;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.OpenItems;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.evidence.PartPaid;
import io.smartblocks.runtime.evidence.SettledDuty;
import io.smartblocks.runtime.evidence.SettledLine;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What earlier settlements of an agreement made due, and what became of it: paid, or disputed; as of a block. */
final class SettledEvidence {

    private final ReadModel model;
    private final List<SettledBefore.Period> settled;
    private final AgreementId agreement;
    private final ZoneId zone;
    private final long asOfBlock;

    SettledEvidence(
            ReadModel model, List<SettledBefore.Period> settled, AgreementId agreement, ZoneId zone, long asOfBlock) {
        this.model = model;
        this.settled = settled;
        this.agreement = agreement;
        this.zone = zone;
        this.asOfBlock = asOfBlock;
    }

    /** Adds the lines and duties of all earlier documents, with what happened to them. */
    void addTo(Evidence.Builder evidence) {
        Map<Deal, List<PaymentState>> payments = model.payments().of(agreement, asOfBlock).stream()
                .map(Recorded::state)
                .filter(PaymentState::stands)
                .collect(Collectors.groupingBy(payment -> period(payment.settlement())));
        Map<SettlementId, List<DisputeState>> disputes = model.disputes().of(agreement, asOfBlock).stream()
                .map(Recorded::state)
                .filter(SettledEvidence::standsInTheWay)
                .collect(Collectors.groupingBy(DisputeState::settlement));
        for (SettledBefore.Period period : settled) {
            period.lines().forEach(evidence::earlier);
            period.duties().forEach(evidence::duty);
            Occasion.of(period.id().period())
                    .filter(occasion -> occasion.happened().equals(OccasionDays.BREACHED))
                    .ifPresent(told -> evidence.occurrence(new Occurrence(
                            told.clause(), ClauseEvent.BREACHED, period.id().from(), period.settledOn())));
            paid(evidence, period, payments.getOrDefault(period(period.id()), List.of()));
            disputes.getOrDefault(period.id(), List.of()).forEach(dispute -> disputed(evidence, period, dispute));
        }
    }

    /** Payments for a period count on when it is settled again. */
    private static Deal period(SettlementId id) {
        return new Deal(id.agreement(), id.period(), id.from());
    }

    /** One that was found right still does until the period is settled again. */
    private static boolean standsInTheWay(DisputeState dispute) {
        return dispute.end().filter(end -> end.verdict() != Verdict.UPHELD).isEmpty();
    }

    /** A clause is paid on the day on which the last of the documents with its lines is. */
    private static void paid(Evidence.Builder evidence, SettledBefore.Period period, List<PaymentState> payments) {
        OpenItems items = OpenItems.of(period.id(), period.payables(), payments);
        Map<String, Optional<LocalDate>> paid = new TreeMap<>();
        period.clausesOfDocuments().forEach((document, clauses) -> {
            Optional<LocalDate> on = period.payables().stream()
                    .filter(payable -> payable.document() == document)
                    .findFirst()
                    .flatMap(payable -> items.paidOn(payable.document()));
            clauses.forEach(clause -> paid.merge(clause, on, SettledEvidence::lastOf));
        });
        inParts(evidence, period, items).forEach(paid::put);
        paid.forEach((clause, on) -> on.ifPresent(day -> evidence.occurrence(
                new Occurrence(clause, ClauseEvent.PAID, period.id().from(), day))));
    }

    /** What was paid of each part; a clause is paid as far as its parts are, the earliest first. */
    private static Map<String, Optional<LocalDate>> inParts(
            Evidence.Builder evidence, SettledBefore.Period period, OpenItems items) {
        Map<String, TreeMap<LocalDate, Optional<LocalDate>>> parts = new TreeMap<>();
        period.parts()
                .forEach(part -> parts.computeIfAbsent(part.clause(), clause -> new TreeMap<>())
                        .merge(part.due(), paidOn(part, period, items), SettledEvidence::lastOf));
        Map<String, Optional<LocalDate>> clauses = new TreeMap<>();
        parts.forEach((clause, byDay) -> {
            Optional<LocalDate> last = Optional.empty();
            for (Map.Entry<LocalDate, Optional<LocalDate>> part : byDay.entrySet()) {
                if (part.getValue().isEmpty()) {
                    break;
                }
                LocalDate on = part.getValue().get();
                evidence.partPaid(new PartPaid(clause, period.id().from(), part.getKey(), on));
                last = last.filter(on::isBefore).or(() -> Optional.of(on));
            }
            clauses.put(clause, last);
        });
        return clauses;
    }

    private static Optional<LocalDate> paidOn(SettledBefore.PartOf part, SettledBefore.Period period, OpenItems items) {
        return period.payables().stream()
                .filter(payable -> payable.document() == part.document())
                .findFirst()
                .flatMap(payable -> items.paidOn(part.document(), part.upTo()));
    }

    private static Optional<LocalDate> lastOf(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(day -> other.map(later -> day.isAfter(later) ? day : later));
    }

    private void disputed(Evidence.Builder evidence, SettledBefore.Period period, DisputeState dispute) {
        LocalDate on = LocalDate.ofInstant(dispute.disputedAt(), zone);
        Stream.concat(
                        period.lines().stream().map(SettledLine::clause),
                        period.duties().stream().map(SettledDuty::clause))
                .distinct()
                .filter(clause ->
                        dispute.clauses().isEmpty() || dispute.clauses().contains(clause))
                .forEach(clause -> evidence.occurrence(
                        new Occurrence(clause, ClauseEvent.DISPUTED, period.id().from(), on)));
    }
}

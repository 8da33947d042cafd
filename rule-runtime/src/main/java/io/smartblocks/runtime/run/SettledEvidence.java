package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.PaymentState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.Occurrence;
import io.smartblocks.runtime.evidence.SettledDuty;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Duty;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What earlier settlements of an agreement made due, and what became of it: paid, or disputed; as of a block. */
final class SettledEvidence {

    private final ReadModel model;
    private final AgreementId agreement;
    private final ZoneId zone;
    private final long asOfBlock;

    SettledEvidence(ReadModel model, AgreementId agreement, ZoneId zone, long asOfBlock) {
        this.model = model;
        this.agreement = agreement;
        this.zone = zone;
        this.asOfBlock = asOfBlock;
    }

    /** Adds the lines and duties of all earlier documents, with what happened to them. */
    void addTo(Evidence.Builder evidence) {
        Map<SettlementId, List<PaymentState>> payments = model.payments().of(agreement, asOfBlock).stream()
                .map(Recorded::state)
                .filter(PaymentState::stands)
                .collect(Collectors.groupingBy(PaymentState::settlement));
        List<DisputeState> disputes = model.disputes().of(agreement, asOfBlock).stream()
                .map(Recorded::state)
                .filter(SettledEvidence::standsInTheWay)
                .toList();
        for (SettlementRecord record : latestRevisions()) {
            Statement statement = statementOf(record);
            lines(evidence, statement);
            duties(evidence, statement);
            SettlementId id = record.settlement().id();
            paid(evidence, record, statement, payments.getOrDefault(id, List.of()));
            disputes.stream()
                    .filter(dispute -> dispute.settlement().equals(id))
                    .forEach(dispute -> disputed(evidence, statement, dispute));
        }
    }

    /** One that was found right still does until the period is settled again. */
    private static boolean standsInTheWay(DisputeState dispute) {
        return dispute.end().filter(end -> end.verdict() != Verdict.UPHELD).isEmpty();
    }

    private List<SettlementRecord> latestRevisions() {
        Map<String, SettlementRecord> latest = model.settlements().of(agreement).stream()
                .filter(record -> record.block() <= asOfBlock)
                .collect(Collectors.toMap(
                        record -> record.settlement().period() + "/"
                                + record.settlement().from(),
                        record -> record,
                        (one, other) ->
                                one.settlement().revision() > other.settlement().revision() ? one : other));
        return latest.values().stream()
                .sorted(Comparator.comparing(
                                (SettlementRecord record) -> record.settlement().from())
                        .thenComparing(record -> record.settlement().period()))
                .toList();
    }

    /** The statement of a committed settlement. */
    static Statement statementOf(SettlementRecord record) {
        return Settlement.fromJson(record.settlement().statement().getBytes(StandardCharsets.UTF_8));
    }

    private static void lines(Evidence.Builder evidence, Statement statement) {
        for (Line line : statement.lines()) {
            evidence.earlier(new SettledLine(
                    statement.period(),
                    statement.from(),
                    line.clause(),
                    line.payer(),
                    line.payee(),
                    line.net(),
                    line.vatRate(),
                    line.due()));
        }
    }

    private static void duties(Evidence.Builder evidence, Statement statement) {
        for (Duty duty : statement.duties()) {
            evidence.duty(new SettledDuty(statement.period(), statement.from(), duty.clause(), duty.due()));
        }
    }

    /** A clause is paid on the day on which the last of the documents with its lines is. */
    private static void paid(
            Evidence.Builder evidence, SettlementRecord record, Statement statement, List<PaymentState> payments) {
        Map<String, Optional<LocalDate>> paid = new TreeMap<>();
        for (Document document : statement.documents()) {
            Optional<LocalDate> on = record.settlement().summary().payables().stream()
                    .filter(payable -> payable.document() == document.number())
                    .findFirst()
                    .flatMap(payable -> paidOn(payable, payments));
            document.entries().stream()
                    .map(entry -> statement.lines().get(entry.line()).clause())
                    .forEach(clause -> paid.merge(clause, on, SettledEvidence::lastOf));
        }
        paid.forEach((clause, on) -> on.ifPresent(
                day -> evidence.occurrence(new Occurrence(clause, ClauseEvent.PAID, statement.from(), day))));
    }

    private static Optional<LocalDate> lastOf(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.flatMap(day -> other.map(later -> day.isAfter(later) ? day : later));
    }

    private static Optional<LocalDate> paidOn(Payable payable, List<PaymentState> payments) {
        BigDecimal open = payable.amount();
        List<PaymentState> inOrder = payments.stream()
                .filter(payment -> payment.document() == payable.document())
                .sorted(Comparator.comparing(PaymentState::paidOn).thenComparing(PaymentState::reference))
                .toList();
        for (PaymentState payment : inOrder) {
            open = open.subtract(payment.amount());
            if (open.signum() <= 0) {
                return Optional.of(payment.paidOn());
            }
        }
        return Optional.empty();
    }

    private void disputed(Evidence.Builder evidence, Statement statement, DisputeState dispute) {
        LocalDate on = LocalDate.ofInstant(dispute.disputedAt(), zone);
        Stream.concat(
                        statement.lines().stream().map(Line::clause),
                        statement.duties().stream().map(Duty::clause))
                .distinct()
                .filter(clause ->
                        dispute.clauses().isEmpty() || dispute.clauses().contains(clause))
                .forEach(clause ->
                        evidence.occurrence(new Occurrence(clause, ClauseEvent.DISPUTED, statement.from(), on)));
    }
}

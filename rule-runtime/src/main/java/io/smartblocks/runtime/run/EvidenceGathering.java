package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.evidence.SettledLine;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.Settlement;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.runtime.settlement.TermValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers from the read model all that a settlement may know as of one block. */
final class EvidenceGathering {

    private final ReadModel model;

    EvidenceGathering(ReadModel model) {
        this.model = model;
    }

    /**
     * The evidence for a period.
     *
     * @param asOfBlock the last block that counts
     * @throws EvidenceMismatch if a meter or index on the ledger has another unit, interval or zone than agreed
     */
    Evidence gather(RunningAgreement running, SettlementPeriod period, long asOfBlock) {
        Evidence.Builder evidence = Evidence.asOf(asOfBlock);
        for (Declaration.Meter meter : running.agreement().meters()) {
            readings(evidence, running, meter, period, asOfBlock);
        }
        for (Declaration.Index index : running.agreement().indexes()) {
            LookBack lookBack = running.lookBack();
            ZoneId zone = period.zone();
            values(
                    evidence,
                    index,
                    lookBack.valuesFrom(index, period),
                    lookBack.valuesTo(index, period),
                    zone,
                    asOfBlock);
        }
        settled(evidence, running, period, asOfBlock);
        return evidence.build();
    }

    private void readings(
            Evidence.Builder evidence,
            RunningAgreement running,
            Declaration.Meter meter,
            SettlementPeriod period,
            long asOfBlock) {
        LocalDate from = running.lookBack().readingsFrom(meter, period);
        LocalDate to = running.lookBack().readingsTo(meter, period);
        MeterId id = new MeterId(meter.id().orElseThrow(() -> new EvidenceMismatch(meter.name() + " names no meter")));
        StandPages found = StandPages.of(model, meter, id, from, to, asOfBlock);
        PagesToColumn columns = new PagesToColumn(meter, period.zone());
        evidence.column(
                meter.name(),
                columns.column(found.from(), found.to(), found.pages()),
                found.pages().stream().map(page -> page.digest().toString()).toList());
    }

    private void values(
            Evidence.Builder evidence,
            Declaration.Index index,
            LocalDate from,
            LocalDate to,
            ZoneId zone,
            long asOfBlock) {
        IndexId id = IndexId.of(index.publisher(), index.name());
        model.indexes().index(id).ifPresent(registered -> {
            if (!registered.unit().equals(index.unit().symbol())) {
                throw new EvidenceMismatch(index.name() + " is published in "
                        + index.unit().symbol() + " by the agreement, but in " + registered.unit()
                        + " on the ledger (" + id + ")");
            }
        });
        Exact scale = index.unit().scale();
        evidence.index(
                index.name(),
                model.indexes().values(id, from, to, asOfBlock).stream()
                        .map(recorded -> recorded.state().value())
                        .map(value -> IndexValue.ofDays(
                                value.from(),
                                value.to(),
                                zone,
                                Exact.of(value.value()).times(scale)))
                        .toList());
    }

    /** Values of the period before, and the lines of all earlier documents if a term asks for them. */
    private void settled(Evidence.Builder evidence, RunningAgreement running, SettlementPeriod period, long asOfBlock) {
        AgreementId id = running.signed().agreement();
        if (running.lookBack().usesAmountsDue()) {
            latestRevisions(id, asOfBlock).forEach(record -> lines(evidence, statementOf(record)));
        }
        running.calendar()
                .previous(period)
                .flatMap(before -> settlementAsOf(id, before, asOfBlock))
                .ifPresent(record -> {
                    for (TermValue value : statementOf(record).values()) {
                        evidence.previous(value.name(), value.value());
                    }
                });
    }

    private Optional<SettlementRecord> settlementAsOf(AgreementId agreement, SettlementPeriod period, long asOfBlock) {
        Optional<SettlementRecord> record = model.settlements().latest(agreement, period.name(), period.from());
        while (record.isPresent() && record.get().block() > asOfBlock) {
            int revision = record.get().settlement().revision();
            record = revision == 0
                    ? Optional.empty()
                    : model.settlements().settlement(agreement, period.name(), period.from(), revision - 1);
        }
        return record;
    }

    private List<SettlementRecord> latestRevisions(AgreementId agreement, long asOfBlock) {
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

    private static Statement statementOf(SettlementRecord record) {
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
}

package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Occasion;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.runtime.evidence.BaselineEvidence;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.PageDigests;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.rules.Ground;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.TermValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;

/** Gathers from the read model all that a settlement may know as of one block. */
final class EvidenceGathering {

    /** After all days of which an index may have a value. */
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final ReadModel model;
    private final SettledBefore settled;

    EvidenceGathering(ReadModel model) {
        this(model, new SettledBefore(model));
    }

    EvidenceGathering(ReadModel model, SettledBefore settled) {
        this.model = model;
        this.settled = settled;
    }

    /**
     * The evidence for a period; what was settled of it before is none.
     *
     * @param asOfBlock the last block that counts
     * @throws EvidenceMismatch if a meter or index on the ledger has another unit, interval or zone than agreed
     */
    Evidence gather(RunningAgreement running, SettlementPeriod period, long asOfBlock) {
        return gather(running, period, new Reads(model, asOfBlock));
    }

    /** The same with others of a round. */
    Evidence gather(RunningAgreement running, SettlementPeriod period, Reads reads) {
        return gather(
                running,
                period,
                reads,
                id -> !Occasion.periodOf(id.period()).equals(period.name())
                        || !id.from().equals(period.from()),
                false);
    }

    /** The evidence for what happened to a settled period; all that was settled is, but for this occasion itself. */
    Evidence gather(RunningAgreement running, SettlementPeriod period, Occasion occasion, long asOfBlock) {
        return gather(
                running,
                period,
                new Reads(model, asOfBlock),
                id -> !id.period().equals(occasion.name()) || !id.from().equals(period.from()),
                true);
    }

    private Evidence gather(
            RunningAgreement running,
            SettlementPeriod period,
            Reads reads,
            Predicate<SettlementId> counts,
            boolean afterPeriod) {
        long asOfBlock = reads.asOfBlock();
        Evidence.Builder evidence = Evidence.asOf(asOfBlock);
        Agreement agreement = running.during(period);
        LookBack lookBack = running.lookBack(period);
        for (Declaration.Meter meter : agreement.meters()) {
            readings(evidence, lookBack, meter, period, reads);
        }
        for (Declaration.Baseline baseline : agreement.baselines()) {
            evidence.baseline(baseline.name(), fittedTo(agreement, baseline, period.zone(), reads));
        }
        for (Declaration.Index index : agreement.indexes()) {
            values(
                    evidence,
                    index,
                    lookBack.valuesFrom(index, period),
                    afterPeriod && lookBack.readsWhileLate(index) ? EVER : lookBack.valuesTo(index, period),
                    period.zone(),
                    reads);
        }
        StatedEvidence.of(reads, running.id(), agreement)
                .addTo(
                        evidence,
                        startOf(lookBack.figuresFrom(period), period.zone()),
                        startOf(period.to(), period.zone()));
        if (lookBack.usesDocuments()) {
            new SettledEvidence(
                            model,
                            settled.of(running.id(), asOfBlock).stream()
                                    .filter(before -> counts.test(before.id()))
                                    .toList(),
                            running.id(),
                            period.zone(),
                            asOfBlock)
                    .addTo(evidence);
        }
        if (lookBack.usesPrevious()) {
            previous(evidence, running, period, asOfBlock);
        }
        running.ended().ifPresent(evidence::ended);
        return evidence.build();
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static void readings(
            Evidence.Builder evidence,
            LookBack lookBack,
            Declaration.Meter meter,
            SettlementPeriod period,
            Reads reads) {
        Read read = read(
                meter, lookBack.readingsFrom(meter, period), lookBack.readingsTo(meter, period), period.zone(), reads);
        evidence.column(meter.name(), read.column(), read.pages());
    }

    private record Read(MeterColumn column, PageDigests pages) {}

    private static Read read(Declaration.Meter meter, LocalDate from, LocalDate to, ZoneId zone, Reads reads) {
        MeterId id = new MeterId(meter.id().orElseThrow(() -> new EvidenceMismatch(meter.name() + " names no meter")));
        StandPages found = StandPages.of(reads, meter, id, from, to);
        return new Read(
                new PagesToColumn(meter, zone).column(found.from(), found.to(), found.pages()),
                PageDigests.of(found.pages().stream().map(DayReadings::digest).toList()));
    }

    /** The readings of the baseline period, as they stand now: what is corrected later is fitted anew. */
    private static BaselineEvidence fittedTo(
            Agreement agreement, Declaration.Baseline baseline, ZoneId zone, Reads reads) {
        Declaration.Meter usage = Ground.meter(agreement, baseline.meter());
        Declaration.Meter temperature = Ground.meter(agreement, baseline.with().get(0));
        LocalDate end = baseline.to().plusDays(1);
        Read used = read(usage, baseline.from(), end, zone, reads);
        Read measured = read(temperature, baseline.from(), end, zone, reads);
        return new BaselineEvidence(used.column(), measured.column(), used.pages(), measured.pages());
    }

    private static void values(
            Evidence.Builder evidence,
            Declaration.Index index,
            LocalDate from,
            LocalDate to,
            ZoneId zone,
            Reads reads) {
        IndexId id = IndexId.of(index.publisher(), index.name());
        reads.unit(id).ifPresent(registered -> {
            if (!registered.equals(index.unit().symbol())) {
                throw new EvidenceMismatch(index.name() + " is published in "
                        + index.unit().symbol() + " by the agreement, but in " + registered + " on the ledger (" + id
                        + ")");
            }
        });
        evidence.index(
                index.name(), reads.values(id, from, to, zone, index.unit().scale()));
    }

    /** Values of the period before. */
    private void previous(
            Evidence.Builder evidence, RunningAgreement running, SettlementPeriod period, long asOfBlock) {
        running.calendar(period.name())
                .previous(period)
                .flatMap(before -> settlementAsOf(running.id(), before, asOfBlock))
                .ifPresent(record -> {
                    for (TermValue value : SettledBefore.statementOf(record).values()) {
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
}

package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.runtime.evidence.BaselineEvidence;
import io.smartblocks.runtime.evidence.Evidence;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.rules.Ground;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import io.smartblocks.runtime.settlement.TermValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gathers from the read model all that a settlement may know as of one block. */
final class EvidenceGathering {

    private final ReadModel model;
    private final SettledBefore settled;

    EvidenceGathering(ReadModel model) {
        this.model = model;
        this.settled = new SettledBefore(model);
    }

    /**
     * The evidence for a period.
     *
     * @param asOfBlock the last block that counts
     * @throws EvidenceMismatch if a meter or index on the ledger has another unit, interval or zone than agreed
     */
    Evidence gather(RunningAgreement running, SettlementPeriod period, long asOfBlock) {
        Evidence.Builder evidence = Evidence.asOf(asOfBlock);
        Agreement agreement = running.during(period);
        LookBack lookBack = running.lookBack(period);
        for (Declaration.Meter meter : agreement.meters()) {
            readings(evidence, lookBack, meter, period, asOfBlock);
        }
        for (Declaration.Baseline baseline : agreement.baselines()) {
            evidence.baseline(baseline.name(), fittedTo(agreement, baseline, period.zone(), asOfBlock));
        }
        for (Declaration.Index index : agreement.indexes()) {
            values(
                    evidence,
                    index,
                    lookBack.valuesFrom(index, period),
                    lookBack.valuesTo(index, period),
                    period.zone(),
                    asOfBlock);
        }
        StatedEvidence.of(model, running.id(), agreement, asOfBlock)
                .addTo(
                        evidence,
                        startOf(lookBack.figuresFrom(period), period.zone()),
                        startOf(period.to(), period.zone()));
        if (lookBack.usesDocuments()) {
            new SettledEvidence(model, settled.of(running.id(), asOfBlock), running.id(), period.zone(), asOfBlock)
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

    private void readings(
            Evidence.Builder evidence,
            LookBack lookBack,
            Declaration.Meter meter,
            SettlementPeriod period,
            long asOfBlock) {
        Read read = read(
                meter,
                lookBack.readingsFrom(meter, period),
                lookBack.readingsTo(meter, period),
                period.zone(),
                asOfBlock);
        evidence.column(meter.name(), read.column(), read.pages());
    }

    private record Read(MeterColumn column, List<String> pages) {}

    private Read read(Declaration.Meter meter, LocalDate from, LocalDate to, ZoneId zone, long asOfBlock) {
        MeterId id = new MeterId(meter.id().orElseThrow(() -> new EvidenceMismatch(meter.name() + " names no meter")));
        StandPages found = StandPages.of(model, meter, id, from, to, asOfBlock);
        return new Read(
                new PagesToColumn(meter, zone).column(found.from(), found.to(), found.pages()),
                found.pages().stream().map(page -> page.digest().toString()).toList());
    }

    /** The readings of the baseline period, as they stand now: what is corrected later is fitted anew. */
    private BaselineEvidence fittedTo(Agreement agreement, Declaration.Baseline baseline, ZoneId zone, long asOfBlock) {
        Declaration.Meter usage = Ground.meter(agreement, baseline.meter());
        Declaration.Meter temperature = Ground.meter(agreement, baseline.with().get(0));
        LocalDate end = baseline.to().plusDays(1);
        Read used = read(usage, baseline.from(), end, zone, asOfBlock);
        Read measured = read(temperature, baseline.from(), end, zone, asOfBlock);
        return new BaselineEvidence(used.column(), measured.column(), used.pages(), measured.pages());
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
        Stream<IndexValue> ofDays = model.indexes().values(id, from, to, asOfBlock).stream()
                .map(recorded -> recorded.state().value())
                .map(value -> IndexValue.ofDays(
                        value.from(), value.to(), zone, Exact.of(value.value()).times(scale)));
        Stream<IndexValue> withinDays = model.indexes().pages(id, from, to, asOfBlock).stream()
                .flatMap(recorded -> withinDay(recorded.state().page(), scale));
        evidence.index(index.name(), Stream.concat(ofDays, withinDays).toList());
    }

    private static Stream<IndexValue> withinDay(IndexPage page, Exact scale) {
        return IntStream.range(0, page.values().size())
                .boxed()
                .flatMap(number -> page.valueAt(number).stream()
                        .map(value -> new IndexValue(
                                page.startOf(number),
                                page.startOf(number + 1),
                                Exact.of(value).times(scale))));
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

package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.readmodel.MeterDays;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.runtime.evidence.IndexValue;
import io.smartblocks.runtime.settlement.SettlementPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What settlements read as of one block: for many agreements in few questions to the database, and what several share, as an
 * index, once. For one round on one thread.
 */
final class Reads {

    private final ReadModel model;
    private final long asOfBlock;
    private final Map<MeterDays, List<DayReadings>> readings = new HashMap<>();
    private final Map<IndexId, Optional<String>> units = new HashMap<>();
    private final Map<Values, List<IndexValue>> values = new HashMap<>();
    private final Set<AgreementId> asked = new HashSet<>();
    private final Set<AgreementId> stated = new HashSet<>();

    /** Some values of an index. */
    private record Values(IndexId index, LocalDate from, LocalDate to, ZoneId zone, Exact scale) {}

    Reads(ReadModel model, long asOfBlock) {
        this.model = model;
        this.asOfBlock = asOfBlock;
    }

    ReadModel model() {
        return model;
    }

    long asOfBlock() {
        return asOfBlock;
    }

    /** Reads at once what the settling of all these periods will ask for first. */
    void ahead(List<Ready> periods) {
        Set<MeterDays> wanted = new LinkedHashSet<>();
        for (Ready each : periods) {
            Agreement agreement = each.running().during(each.period());
            LookBack lookBack = each.running().lookBack(each.period());
            agreement
                    .meters()
                    .forEach(meter -> days(lookBack, meter, each.period()).ifPresent(wanted::add));
            asked.add(each.running().id());
        }
        readings.putAll(model.meters().readings(List.copyOf(wanted), asOfBlock));
        stated.addAll(model.statements().statedAmong(asked));
    }

    private static Optional<MeterDays> days(LookBack lookBack, Declaration.Meter meter, SettlementPeriod period) {
        return meter.id()
                .map(id -> new MeterDays(
                        new MeterId(id),
                        lookBack.readingsFrom(meter, period),
                        PagesToColumn.pagesTo(meter, lookBack.readingsTo(meter, period))));
    }

    /** The pages of a meter, day after day; a page that was read is not wanted again. */
    List<DayReadings> readings(MeterId meter, LocalDate from, LocalDate to) {
        MeterDays days = new MeterDays(meter, from, to);
        return Optional.ofNullable(readings.get(days))
                .orElseGet(
                        () -> model.meters().readings(List.of(days), asOfBlock).get(days));
    }

    /** Whether anything may have been stated about an agreement. */
    boolean mayBeStated(AgreementId agreement) {
        return !asked.contains(agreement) || stated.contains(agreement);
    }

    /** The unit in which an index is registered. */
    Optional<String> unit(IndexId index) {
        return units.computeIfAbsent(index, id -> model.indexes().index(id).map(registered -> registered.unit()));
    }

    /** The values of an index, those of whole days before those within days. */
    List<IndexValue> values(IndexId index, LocalDate from, LocalDate to, ZoneId zone, Exact scale) {
        return values.computeIfAbsent(new Values(index, from, to, zone, scale), this::read);
    }

    private List<IndexValue> read(Values wanted) {
        Stream<IndexValue> ofDays =
                model.indexes().values(wanted.index(), wanted.from(), wanted.to(), asOfBlock).stream()
                        .map(recorded -> recorded.state().value())
                        .map(value -> IndexValue.ofDays(
                                value.from(),
                                value.to(),
                                wanted.zone(),
                                Exact.of(value.value()).times(wanted.scale())));
        Stream<IndexValue> withinDays =
                model.indexes().pages(wanted.index(), wanted.from(), wanted.to(), asOfBlock).stream()
                        .flatMap(recorded -> withinDay(recorded.state().page(), wanted.scale()));
        return Stream.concat(ofDays, withinDays).toList();
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
}

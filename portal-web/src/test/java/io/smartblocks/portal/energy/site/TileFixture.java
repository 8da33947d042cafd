package io.smartblocks.portal.energy.site;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.RecordedIndexValue;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.energy.agreed.SavingsTerms.Saved;
import io.smartblocks.portal.energy.agreed.SettledFigures;
import io.smartblocks.portal.energy.series.Amount;
import io.smartblocks.portal.energy.series.DaySum;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;

/** A site of which every reading is small enough to add up by hand. */
final class TileFixture {

    static final Period OCTOBER = Period.of(YearMonth.of(2026, 10));
    static final Period SEPTEMBER = OCTOBER.plus(-1);
    static final MemberId OWNER = new MemberId("nimbus");
    private static final AgreementId AGREEMENT = new AgreementId("library");
    private static final ZoneId DUBLIN = ZoneId.of("Europe/Dublin");

    private TileFixture() {}

    /** The words of the portal in English. */
    static Words words() {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test", Map.of("smartblocks.zone", DUBLIN.getId())));
            context.registerBean("messageSource", ResourceBundleMessageSource.class, () -> {
                ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
                messages.setBasename("messages");
                messages.setDefaultEncoding("UTF-8");
                messages.setFallbackToSystemLocale(false);
                return messages;
            });
            context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-05T09:00:00Z"), ZoneOffset.UTC));
            context.register(Words.class);
            context.refresh();
            return context.getBean(Words.class);
        }
    }

    /** Words with plain spaces where lines must not break. */
    static String plain(String words) {
        return words.replace('\u00a0', ' ');
    }

    static MeterState meter(String id, String energy, String unit, String interval) {
        return new MeterState(
                new MeterId(id),
                new MemberId("metering"),
                "Meter " + id,
                "Library",
                energy,
                unit,
                new Interval(interval),
                DUBLIN,
                Measure.INTERVAL,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    /** One day with all of its readings, of which the highest began at noon. */
    static DaySum day(String day, String sum, String highest) {
        LocalDate date = LocalDate.parse(day);
        return new DaySum(
                date,
                new Amount(
                        new BigDecimal(sum),
                        96,
                        96,
                        0,
                        0,
                        Optional.of(new BigDecimal(highest)),
                        Optional.of(date.atTime(12, 0).atZone(DUBLIN).toInstant())));
    }

    static DaySum day(String day, String sum) {
        return day(day, sum, "1");
    }

    static Factors.Factor factor(String label, String unit, String inUnit, String... valuesFrom) {
        IndexState index = new IndexState(new IndexId("agency/factor"), new MemberId("agency"), label, unit);
        List<RecordedIndexValue> values = new ArrayList<>();
        for (int i = 0; i < valuesFrom.length; i += 3) {
            values.add(new RecordedIndexValue(
                    new IndexValueState(
                            index.index(),
                            new IndexValue(
                                    LocalDate.parse(valuesFrom[i]),
                                    LocalDate.parse(valuesFrom[i + 1]),
                                    new BigDecimal(valuesFrom[i + 2])),
                            new MemberId("agency"),
                            0,
                            ""),
                    1,
                    Optional.empty()));
        }
        return new Factors.Factor(index, new BigDecimal(inUnit), values);
    }

    static Place place(Optional<String> area) {
        return new Place(
                "library",
                "Library",
                Optional.of(new SiteState(
                        new SiteId("library"),
                        OWNER,
                        "Library",
                        DUBLIN,
                        Optional.of("IE"),
                        area.map(BigDecimal::new),
                        Optional.empty())),
                List.of(),
                List.of());
    }

    static Place unregistered() {
        return new Place("library", "Library", Optional.empty(), List.of(), List.of());
    }

    static Balance balance(Map<MeterState, List<DaySum>> days) {
        return balance(days, Map.of(), Optional.empty());
    }

    static Balance balance(
            Map<MeterState, List<DaySum>> days,
            Map<String, Factors.Factor> emissions,
            Optional<Factors.Factor> gridShare) {
        Map<MeterId, List<DaySum>> byId = new HashMap<>();
        days.forEach((meter, sums) -> byId.put(meter.meter(), sums));
        return new Balance(
                days.keySet().stream()
                        .sorted(Comparator.comparing(meter -> meter.meter().value()))
                        .toList(),
                byId,
                new TreeMap<>(emissions),
                gridShare);
    }

    static Asked october(Balance balance) {
        return new Asked(place(Optional.of("2500")), OCTOBER, balance, List.of());
    }

    static Asked october(Billed... billed) {
        return new Asked(place(Optional.of("2500")), OCTOBER, balance(Map.of()), List.of(billed));
    }

    /** A settled month; without a baseline it measures no savings. */
    static Billed billed(Period month, Optional<Long> baseline, long used, Map<String, BigDecimal> paid) {
        return new Billed(
                "Library savings",
                new SettledFigures(
                        new SettlementId(AGREEMENT, "Month", month.from(), 0),
                        "1.0",
                        month.from(),
                        month.end(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        new TransactionId(Hash.of("settlement of " + month.key()))),
                baseline.map(
                        would -> new Saved(Exact.of(would), Exact.of(used), Exact.of(would - used), Optional.empty())),
                paid);
    }
}

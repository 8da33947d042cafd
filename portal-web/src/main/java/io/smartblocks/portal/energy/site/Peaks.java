package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.readmodel.MeterDays;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.energy.agreed.Recent;
import io.smartblocks.portal.energy.series.Amount;
import io.smartblocks.portal.energy.series.DaySums;
import io.smartblocks.portal.energy.series.Slot;
import io.smartblocks.portal.energy.series.Slots;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The highest power drawn from the grid: the energy of one interval of all import meters together, by its length. */
@Component
class Peaks {

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private static final int KEPT = 5_000;

    private final ReadModel read;
    private final DaySums sums;
    private final Recent<Joint, Optional<Peak>> joint = new Recent<>(KEPT);

    /** Meters over some days, as they stood. */
    private record Joint(List<MeterId> meters, LocalDate from, LocalDate end, long changed) {}

    Peaks(ReadModel read, DaySums sums) {
        this.read = read;
        this.sums = sums;
    }

    /** A power in kW and when its interval began. */
    record Peak(BigDecimal kilowatts, Instant at) {}

    /** The import meters that are read within the day; they can only be joined where they are read alike. */
    static List<MeterState> meters(Balance balance) {
        return balance.meters().stream()
                .filter(meter -> Flow.of(meter).filter(Flow.IMPORT::equals).isPresent())
                .filter(meter -> meter.interval().withinDay())
                .toList();
    }

    static boolean joined(List<MeterState> meters) {
        return meters.stream().map(meter -> meter.interval().value()).distinct().count() == 1;
    }

    /** The peak over the days from one up to, and not including, another; intervals that a meter misses do not count. */
    Optional<Peak> of(Balance balance, LocalDate from, LocalDate end) {
        List<MeterState> meters = meters(balance);
        if (!joined(meters)) {
            return Optional.empty();
        }
        if (meters.size() == 1) {
            MeterState only = meters.get(0);
            Amount amount = balance.read(only, from, end);
            return amount.highest()
                    .map(energy -> peak(
                            only, energy.multiply(kwh(only)), amount.highestAt().get()));
        }
        return joint.of(
                new Joint(meters.stream().map(MeterState::meter).toList(), from, end, sums.changed(meters)),
                any -> together(meters, from, end));
    }

    private Optional<Peak> together(List<MeterState> meters, LocalDate from, LocalDate end) {
        List<MeterDays> days = meters.stream()
                .map(meter -> new MeterDays(meter.meter(), from, Slots.pagesTo(meter, end)))
                .toList();
        Map<MeterDays, List<DayReadings>> pages = read.meters().readings(days, Long.MAX_VALUE);
        return together(meters, from, end, days.stream().map(pages::get).toList());
    }

    /** The peak of meters that are read alike; the pages of each stand in the meters' order. */
    static Optional<Peak> together(
            List<MeterState> meters, LocalDate from, LocalDate end, List<List<DayReadings>> pages) {
        if (JointPeak.fit(meters, pages)) {
            return JointPeak.of(meters, from, end, pages)
                    .map(peak -> peak(meters.get(0), peak.energy().multiply(kwh(meters.get(0))), peak.at()));
        }
        Map<Instant, BigDecimal> sums = new HashMap<>();
        Map<Instant, Integer> counts = new HashMap<>();
        for (int i = 0; i < meters.size(); i++) {
            MeterState meter = meters.get(i);
            for (Slot slot : Slots.of(meter, from, end, pages.get(i))) {
                slot.value().ifPresent(energy -> {
                    sums.merge(slot.start(), energy.multiply(kwh(meter)), BigDecimal::add);
                    counts.merge(slot.start(), 1, Integer::sum);
                });
            }
        }
        return sums.entrySet().stream()
                .filter(entry -> counts.get(entry.getKey()) == meters.size())
                .max(Map.Entry.<Instant, BigDecimal>comparingByValue()
                        .thenComparing(
                                Map.Entry.<Instant, BigDecimal>comparingByKey().reversed()))
                .map(entry -> peak(meters.get(0), entry.getValue(), entry.getKey()));
    }

    private static BigDecimal kwh(MeterState meter) {
        return Flow.kwh(meter).orElseThrow();
    }

    private static Peak peak(MeterState meter, BigDecimal energy, Instant at) {
        long minutes = Duration.parse(meter.interval().value()).toMinutes();
        return new Peak(energy.multiply(MINUTES).divide(BigDecimal.valueOf(minutes), 1, RoundingMode.HALF_EVEN), at);
    }
}

package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.energy.series.Amount;
import io.smartblocks.portal.energy.series.DaySum;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The energy of some meters over some days, in kWh, from the sums of their days.
 *
 * @param days the sums of each meter's days; more days than are asked for may be there
 * @param emissions the factor of each kind of energy that has one
 * @param gridShare what of the grid's electricity is renewable
 */
record Balance(
        List<MeterState> meters,
        Map<MeterId, List<DaySum>> days,
        Map<String, Factors.Factor> emissions,
        Optional<Factors.Factor> gridShare) {

    private static final int DIGITS = 6;
    private static final MathContext EXACT_ENOUGH = new MathContext(20, RoundingMode.HALF_EVEN);

    /** A figure, or what keeps it from being known. */
    record Known(Optional<BigDecimal> value, Collection<String> missing) {
        static Known of(BigDecimal value) {
            return new Known(Optional.of(value), List.of());
        }
    }

    /** What a meter read in its own unit. */
    Amount read(MeterState meter, LocalDate from, LocalDate end) {
        return days.getOrDefault(meter.meter(), List.of()).stream()
                .filter(sum -> !sum.day().isBefore(from) && sum.day().isBefore(end))
                .map(DaySum::amount)
                .reduce(Amount.NONE, Amount::and);
    }

    /** The same in kWh. */
    BigDecimal energy(MeterState meter, LocalDate from, LocalDate end) {
        return read(meter, from, end).sum().multiply(Flow.kwh(meter).orElse(BigDecimal.ZERO));
    }

    /** What was read of energy that flows one way. */
    BigDecimal energy(Flow flow, LocalDate from, LocalDate end) {
        return meters.stream()
                .filter(meter -> Flow.of(meter).filter(flow::equals).isPresent())
                .map(meter -> energy(meter, from, end))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Import, what is made on the site, fuels and heat, less export. */
    BigDecimal used(LocalDate from, LocalDate end) {
        return meters.stream()
                .map(meter -> Flow.of(meter)
                        .map(flow -> flow.adds()
                                ? energy(meter, from, end)
                                : energy(meter, from, end).negate())
                        .orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How many readings of energy are known, and should be. */
    Amount completeness(LocalDate from, LocalDate end) {
        return meters.stream()
                .filter(meter -> Flow.of(meter).isPresent())
                .map(meter -> read(meter, from, end))
                .reduce(Amount.NONE, Amount::and);
    }

    /** In kg: each day's energy times its factor; what sun, wind and water give on the site counts as none. */
    Known emitted(LocalDate from, LocalDate end) {
        BigDecimal sum = BigDecimal.ZERO;
        TreeSet<String> missing = new TreeSet<>();
        for (MeterState meter : meters) {
            Optional<Flow> flow = Flow.of(meter);
            if (flow.isEmpty() || flow.get() == Flow.EXPORT || flow.get() == Flow.RENEWABLE) {
                continue;
            }
            for (DaySum day : days.getOrDefault(meter.meter(), List.of())) {
                boolean counts = !day.day().isBefore(from)
                        && day.day().isBefore(end)
                        && day.amount().sum().signum() != 0;
                if (counts) {
                    Optional<BigDecimal> factor = Optional.ofNullable(emissions.get(Flow.words(meter)))
                            .flatMap(known -> known.on(day.day()));
                    if (factor.isEmpty()) {
                        missing.add(Flow.words(meter));
                    } else {
                        sum = sum.add(day.amount()
                                .sum()
                                .multiply(Flow.kwh(meter).orElseThrow())
                                .multiply(factor.get()));
                    }
                }
            }
        }
        return missing.isEmpty() ? Known.of(sum) : new Known(Optional.empty(), missing);
    }

    /** Of the electricity at hand, from the grid or made here, the part that is renewable, from 0 to 1. */
    Known renewable(LocalDate from, LocalDate end) {
        Map<LocalDate, BigDecimal> imported = new TreeMap<>();
        for (MeterState meter : meters) {
            if (Flow.of(meter).filter(Flow.IMPORT::equals).isPresent()) {
                days.getOrDefault(meter.meter(), List.of()).stream()
                        .filter(sum -> !sum.day().isBefore(from) && sum.day().isBefore(end))
                        .forEach(sum -> imported.merge(
                                sum.day(),
                                sum.amount().sum().multiply(Flow.kwh(meter).orElseThrow()),
                                BigDecimal::add));
            }
        }
        BigDecimal own = energy(Flow.RENEWABLE, from, end);
        BigDecimal all = own.add(energy(Flow.GENERATED, from, end)).add(energy(Flow.IMPORT, from, end));
        BigDecimal green = own;
        for (Map.Entry<LocalDate, BigDecimal> day : imported.entrySet()) {
            Optional<BigDecimal> share = gridShare.flatMap(known -> known.on(day.getKey()));
            if (share.isEmpty() && day.getValue().signum() != 0) {
                return new Known(Optional.empty(), List.of("electricity"));
            }
            green = green.add(day.getValue().multiply(share.orElse(BigDecimal.ZERO)));
        }
        return all.signum() == 0
                ? new Known(Optional.empty(), List.of())
                : Known.of(green.divide(all, EXACT_ENOUGH).setScale(DIGITS, RoundingMode.HALF_EVEN));
    }
}

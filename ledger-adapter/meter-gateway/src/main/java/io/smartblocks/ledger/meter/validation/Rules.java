package io.smartblocks.ledger.meter.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** All rules for the readings of one meter, which see them in order of time. */
final class Rules {

    private static final Set<String> TEMPERATURES = Set.of("°C", "°F", "K");

    private final Counting counting;
    private final Thresholds thresholds;
    private final StuckRule stuck;
    private final SpikeRule spikes;
    private final RegisterRule register;
    private final Optional<SumRule> sums;

    Rules(Counting counting, Optional<CheckedMeter> checked, Thresholds thresholds, int daysBefore) {
        this.counting = counting;
        this.thresholds = thresholds;
        this.stuck = new StuckRule(thresholds);
        this.spikes = new SpikeRule(thresholds, daysBefore);
        this.register = new RegisterRule(counting);
        this.sums = checked.map(meter -> new SumRule(meter, thresholds.sumTolerance()));
    }

    void next(Value value, LocalDate day, ZoneId zone) {
        // Degrees have no natural zero, so neither their sign nor their ratio says anything.
        boolean amounts = !TEMPERATURES.contains(value.marks().unit());
        if (amounts && value.number().signum() < 0) {
            value.mark(Flag.NEGATIVE, value.text());
        }
        if (!counting.isRegister()) {
            stuck.next(value);
        }
        amount(value).ifPresent(flowed -> {
            checkLargest(value, flowed);
            if (amounts) {
                spikes.next(value, day, LocalTime.ofInstant(value.start(), zone), flowed);
            }
        });
    }

    /** What could not be compared, in words. */
    Optional<String> uncompared() {
        return sums.flatMap(SumRule::uncompared);
    }

    private Optional<BigDecimal> amount(Value value) {
        if (!counting.isRegister()) {
            return Optional.of(value.number());
        }
        Optional<Advance> advance = register.advance(value);
        advance.ifPresent(since -> sums.ifPresent(rule -> rule.compare(since)));
        return advance.filter(Advance::overOneInterval).map(Advance::amount);
    }

    private void checkLargest(Value value, BigDecimal amount) {
        thresholds
                .expectedAtMost()
                .filter(largest -> amount.compareTo(largest) > 0)
                .ifPresent(largest -> value.mark(
                        Flag.OUTSIDE,
                        amount.toPlainString() + " " + value.marks().unit() + " is more than the "
                                + largest.toPlainString() + " that is expected at most"));
    }
}

package io.smartblocks.ledger.meter.greenbutton;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What the numbers of a reading mean.
 *
 * @param multiplier a number stands for {@code number × 10^multiplier} in the unit
 * @param unit the unit's symbol
 * @param commodity the number of what is measured: 1 and 2 electricity, 7 natural gas, 9 potable water
 * @param flow the number of its direction: 1 delivered, 19 received from the customer
 * @param accumulation the number of how values add up: 4 for each interval, 1, 3 and 9 a register's stand
 * @param intervalLength how long its intervals are, where it says so
 * @param currency the ISO 4217 number of the currency of costs; 0 where it does not say
 */
public record ReadingType(
        int multiplier,
        String unit,
        int commodity,
        int flow,
        int accumulation,
        Optional<Duration> intervalLength,
        int currency) {

    /** The number of a reading in the unit. */
    public BigDecimal inUnit(BigDecimal number) {
        return number.scaleByPowerOfTen(multiplier);
    }

    /** Whether the values are stands of a register. */
    public boolean isRegister() {
        return accumulation == 1 || accumulation == 3 || accumulation == 9;
    }

    /** The direction in a word, empty where it is not stated. */
    public String direction() {
        return switch (flow) {
            case 1 -> "delivered";
            case 19 -> "received";
            case 4 -> "net";
            default -> "";
        };
    }
}

package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a register has advanced in each interval: the difference of the stands around it, spread evenly where stands
 * between are missing. A lower stand is a roll-over only where the agreement declares one and the advance stays below
 * half of what the register can count; otherwise it is in doubt which stand is wrong.
 */
public final class RegisterAdvance {

    /** An advance that is spread is shown with so many digits more. */
    private static final int MORE_DIGITS = 3;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Declaration.Meter register;
    private final MeterColumn stands;
    private final int scale;
    private final Optional<BigDecimal> rollsOverAt;
    private final List<Doubt> doubts = new ArrayList<>();

    private RegisterAdvance(Declaration.Meter register, MeterColumn stands) {
        this.register = register;
        this.stands = stands;
        this.scale = stands.scale() + (stands.isGapless() ? 0 : MORE_DIGITS);
        this.rollsOverAt = rollsOverAt(register);
    }

    /** The stand that a register never shows, in its unit. */
    public static Optional<BigDecimal> rollsOverAt(Declaration.Meter register) {
        return register.rollsOverAt().map(at -> {
            Exact exact = at.value().dividedBy(register.unit().scale());
            return exact.toDecimal(MORE_DIGITS * 4, RoundingMode.HALF_UP);
        });
    }

    /** The advance over the days up to {@code to}, of stands that reach at least to the start of that day. */
    public static MeterColumn of(Declaration.Meter register, MeterColumn stands, LocalDate to) {
        return new RegisterAdvance(register, stands).upTo(to);
    }

    private MeterColumn upTo(LocalDate to) {
        Grid grid = new Grid(
                stands.grid().from(), to, stands.grid().zone(), stands.grid().every());
        MeterColumn.Builder column = MeterColumn.of(grid, stands.unit(), scale);
        BitSet unknown = new BitSet();
        unknown.set(0, grid.size() + 1);
        int last = -1;
        for (int i = 0; i <= grid.size() && i < stands.size(); i++) {
            if (!stands.isMissing(i)) {
                unknown.clear(i);
                if (last >= 0) {
                    advance(column, last, i);
                }
                last = i;
            }
        }
        return column.stands(new Stands(unknown, false, doubts, Optional.of(stands)))
                .build();
    }

    private void advance(MeterColumn.Builder column, int from, int to) {
        BigDecimal before = stand(from);
        BigDecimal after = stand(to);
        LocalDate start = stands.grid().dayOf(from);
        LocalDate end = stands.grid().dayOf(to);
        Optional<String> problem = problem(register, rollsOverAt, before, start, after, end);
        if (problem.isPresent()) {
            doubts.add(new Doubt(start, end.equals(start) ? end.plusDays(1) : end, problem.get()));
            return;
        }
        long units = difference(rollsOverAt, before, after)
                .setScale(scale, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
        boolean estimated = stands.quality(from) == Quality.ESTIMATED || stands.quality(to) == Quality.ESTIMATED;
        spread(column, units, from, to, estimated ? Quality.ESTIMATED : Quality.ACTUAL);
    }

    private BigDecimal stand(int index) {
        return BigDecimal.valueOf(stands.value(index), stands.scale());
    }

    /** What lies between two stands. */
    public static BigDecimal difference(Optional<BigDecimal> rollsOverAt, BigDecimal before, BigDecimal after) {
        BigDecimal plain = after.subtract(before);
        return plain.signum() < 0 ? plain.add(rollsOverAt.orElse(BigDecimal.ZERO)) : plain;
    }

    /** Why two stands cannot follow each other. */
    public static Optional<String> problem(
            Declaration.Meter register,
            Optional<BigDecimal> rollsOverAt,
            BigDecimal before,
            LocalDate start,
            BigDecimal after,
            LocalDate end) {
        String unit = " " + register.unit().symbol();
        String stood = register.name() + " stood at " + shown(before) + unit + " on " + start + " and at "
                + shown(after) + unit + " on " + end;
        if (rollsOverAt.filter(at -> before.max(after).compareTo(at) >= 0).isPresent()) {
            return Optional.of(stood + ", but it rolls over at " + shown(rollsOverAt.get()) + unit
                    + "; correct the stand, or what the agreement says");
        }
        if (after.compareTo(before) >= 0) {
            return Optional.empty();
        }
        if (rollsOverAt.isEmpty()) {
            return Optional.of(stood + ", which is lower, and the agreement does not say where it rolls over; "
                    + "correct the stand, or add `, rolls over at …`");
        }
        BigDecimal advance = difference(rollsOverAt, before, after);
        return advance.multiply(TWO).compareTo(rollsOverAt.get()) > 0
                ? Optional.of(stood + "; rolled over, it would have counted " + shown(advance) + unit
                        + ", more than half of its range; correct the stand that is wrong")
                : Optional.empty();
    }

    private static String shown(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Spreads an advance over intervals in whole units; none is lost. */
    public static void spread(MeterColumn.Builder column, long units, int from, int to, Quality quality) {
        int size = to - from;
        long share = Math.floorDiv(units, size);
        long rest = Math.floorMod(units, (long) size);
        for (int i = 0; i < size; i++) {
            column.put(from + i, share + rest * (i + 1) / size - rest * i / size, quality);
        }
    }
}

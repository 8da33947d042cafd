package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Scenario.GivenStand;
import io.smartblocks.runtime.metering.Doubt;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.metering.RegisterAdvance;
import io.smartblocks.runtime.metering.Stands;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stands of a register as a scenario gives them; a later one of the same day wins, and none is known twice. */
final class GivenStands {

    private final Declaration.Meter register;
    private final int scale;
    private final Optional<BigDecimal> rollsOverAt;
    private final TreeMap<LocalDate, GivenStand> stands = new TreeMap<>();

    GivenStands(Declaration.Meter register, int scale) {
        this.register = register;
        this.scale = scale;
        this.rollsOverAt = RegisterAdvance.rollsOverAt(register);
    }

    /** Puts one stand, and what it makes of the readings up to the stands on either side. */
    void put(MeterColumn.Builder column, GivenStand stand) {
        stands.put(stand.on(), stand);
        Optional.ofNullable(stands.lowerEntry(stand.on()))
                .ifPresent(before -> advance(column, before.getValue(), stand));
        Optional.ofNullable(stands.higherEntry(stand.on()))
                .ifPresent(after -> advance(column, stand, after.getValue()));
    }

    /** Where stands are known, and which contradict each other. */
    Stands known(Grid grid) {
        BitSet unknown = new BitSet();
        List<Doubt> doubts = new ArrayList<>();
        for (Map.Entry<LocalDate, GivenStand> each : stands.entrySet()) {
            Map.Entry<LocalDate, GivenStand> next = stands.higherEntry(each.getKey());
            if (next != null) {
                doubt(each.getValue(), next.getValue())
                        .ifPresent(said -> doubts.add(new Doubt(each.getKey(), next.getKey(), said)));
                unknown.set(
                        grid.indexOf(each.getKey()) + 1,
                        Math.max(grid.indexOf(each.getKey()) + 1, grid.indexOf(next.getKey())));
            }
        }
        return new Stands(unknown, true, doubts, Optional.of(shown(grid)));
    }

    /** The stands on a grid with one interval more, at whose start the last one may be. */
    private MeterColumn shown(Grid grid) {
        LocalDate to = grid.isClockwork() ? grid.to().plusDays(1) : grid.dayOf(grid.size() + 1);
        Grid longer = new Grid(grid.from(), to, grid.zone(), grid.every());
        MeterColumn.Builder column = MeterColumn.of(longer, register.unit().symbol(), scale);
        stands.forEach((on, given) -> {
            int index = longer.indexOf(on);
            if (!on.isBefore(longer.from()) && index < longer.size()) {
                column.put(
                        index,
                        stand(given)
                                .setScale(scale, RoundingMode.HALF_UP)
                                .unscaledValue()
                                .longValueExact(),
                        given.estimated() ? Quality.ESTIMATED : Quality.ACTUAL);
            }
        });
        return column.build();
    }

    private void advance(MeterColumn.Builder column, GivenStand before, GivenStand after) {
        int from = column.grid().indexOf(before.on());
        int to = column.grid().indexOf(after.on());
        boolean estimated = before.estimated() || after.estimated();
        boolean doubtful = doubt(before, after).isPresent();
        if (from < to) {
            long units = RegisterAdvance.difference(rollsOverAt, stand(before), stand(after))
                    .setScale(scale, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .longValueExact();
            Quality quality = estimated ? Quality.ESTIMATED : Quality.ACTUAL;
            RegisterAdvance.spread(column, doubtful ? 0 : units, from, to, doubtful ? Quality.MISSING : quality);
        }
    }

    private Optional<String> doubt(GivenStand before, GivenStand after) {
        return RegisterAdvance.problem(register, rollsOverAt, stand(before), before.on(), stand(after), after.on());
    }

    private BigDecimal stand(GivenStand given) {
        return given.value().dividedBy(register.unit().scale()).toDecimal(scale, RoundingMode.HALF_UP);
    }
}

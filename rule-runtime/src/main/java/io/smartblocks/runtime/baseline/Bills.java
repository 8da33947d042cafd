package io.smartblocks.runtime.baseline;

import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.metering.Quality;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Billing periods of a meter: its own intervals, or calendar months of a finer one. An estimate is merged with the period
 * after it, up to 70 days; periods of less than 25 days, or more than 35 (two months: 70), are dropped (CalTRACK 2.2.3).
 */
final class Bills {

    private static final int SHORTEST = 25;
    private static final int LONGEST_MONTH = 35;
    private static final int LONGEST = 70;

    private final MeterColumn usage;
    private final LocalDate from;
    private final LocalDate to;
    private final boolean countsZero;
    private final boolean monthly;
    private final TimeSpan.Unit unit;

    Bills(MeterColumn usage, LocalDate from, LocalDate to, boolean countsZero) {
        this.usage = usage;
        this.from = from;
        this.to = to;
        this.countsZero = countsZero;
        this.unit = usage.grid().every().unit();
        boolean months = unit == TimeSpan.Unit.MONTH || unit == TimeSpan.Unit.YEAR;
        this.monthly = !months || usage.grid().every().count() == 1;
    }

    List<Bill> kept() {
        List<Bill> kept = new ArrayList<>();
        Optional<Bill> estimated = Optional.empty();
        for (LocalDate start = from; start.isBefore(to); start = next(start)) {
            LocalDate end = next(start).isAfter(to) ? to : next(start);
            Optional<Bill> bill = bill(start, end);
            Optional<Bill> open = estimated;
            Optional<Bill> whole =
                    bill.map(it -> open.map(before -> merged(before, it)).orElse(it));
            if (bill.isPresent() && bill.get().estimatedDays() > 0) {
                estimated = whole;
            } else {
                estimated = Optional.empty();
                whole.filter(this::isOfUsualLength).ifPresent(kept::add);
            }
        }
        return kept;
    }

    private static Bill merged(Bill first, Bill then) {
        return new Bill(
                first.from(), then.to(), first.usage().add(then.usage()), first.estimatedDays() + then.estimatedDays());
    }

    private boolean isOfUsualLength(Bill bill) {
        int longest = monthly && bill.estimatedDays() == 0 ? LONGEST_MONTH : LONGEST;
        return bill.days() >= SHORTEST && bill.days() <= longest;
    }

    private LocalDate next(LocalDate start) {
        Grid grid = usage.grid();
        boolean own = unit == TimeSpan.Unit.MONTH || unit == TimeSpan.Unit.YEAR || unit == TimeSpan.Unit.WEEK;
        return own && !start.isBefore(grid.from()) && start.isBefore(grid.to())
                ? grid.dayOf(grid.indexOf(start) + 1)
                : start.plusMonths(1).withDayOfMonth(1);
    }

    /** What was read in the days of one period; nothing if any reading is missing. */
    private Optional<Bill> bill(LocalDate start, LocalDate end) {
        Grid grid = usage.grid();
        if (start.isBefore(grid.from()) || end.isAfter(grid.to())) {
            return Optional.empty();
        }
        int first = grid.indexOf(start);
        int last = grid.indexOf(end);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = first; i < last; i++) {
            sum = sum.add(BigDecimal.valueOf(usage.value(i), usage.scale()));
        }
        boolean read = last > first
                && grid.dayOf(first).equals(start)
                && usage.count(Quality.MISSING, first, last) == 0
                && (sum.signum() != 0 || countsZero);
        int estimated = usage.count(Quality.ESTIMATED, first, last);
        Bill bill = new Bill(start, end, sum, 0);
        return read ? Optional.of(estimated > 0 ? new Bill(start, end, sum, bill.days()) : bill) : Optional.empty();
    }
}

package io.smartblocks.portal.energy.series;

import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.readmodel.RecordedPage;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.Measure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays pages of readings out interval by interval; of a register it gives what the stands advanced. */
public final class Slots {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final char MISSING = '-';

    private final MeterState meter;
    private final Map<LocalDate, DayReadings> pages = new HashMap<>();

    private Slots(MeterState meter, List<DayReadings> pages) {
        this.meter = meter;
        pages.forEach(page -> this.pages.put(page.day(), page));
    }

    /** The day behind the last of which a page is needed: a register's last stand is that of the day after. */
    public static LocalDate pagesTo(MeterState meter, LocalDate end) {
        return isRegister(meter) ? end.plusDays(meter.interval().value().equals("P1M") ? 31 : 1) : end;
    }

    /** The intervals that begin on the days from the first up to, and not including, the end. */
    public static List<Slot> of(MeterState meter, LocalDate from, LocalDate end, List<DayReadings> pages) {
        return new Slots(meter, pages).between(from, end);
    }

    static DayReadings numbers(RecordedPage recorded) {
        long[] values = recorded.page().values().stream()
                .mapToLong(value -> value == null ? DayReadings.MISSING : value)
                .toArray();
        return new DayReadings(
                recorded.page().meter(),
                recorded.page().day(),
                recorded.page().zone().getId(),
                recorded.page().interval().value(),
                recorded.page().unit(),
                recorded.page().scale(),
                values,
                recorded.page().quality(),
                new byte[0]);
    }

    private static boolean isRegister(MeterState meter) {
        return meter.measure() == Measure.REGISTER;
    }

    private List<Slot> between(LocalDate from, LocalDate end) {
        List<Slot> slots = new ArrayList<>();
        boolean monthly = meter.interval().value().equals("P1M");
        for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
            boolean begins = !monthly || pages.containsKey(day) || day.getDayOfMonth() == 1 && noneIn(day);
            if (begins) {
                add(slots, day);
            }
        }
        return slots;
    }

    private boolean noneIn(LocalDate firstOfMonth) {
        return firstOfMonth.datesUntil(firstOfMonth.plusMonths(1)).noneMatch(pages::containsKey);
    }

    private void add(List<Slot> slots, LocalDate day) {
        Interval interval = meter.interval();
        int count = interval.valuesOn(day, meter.zone());
        Instant start = interval.startOf(day, meter.zone(), 0);
        Instant end = interval.startOf(day, meter.zone(), 1);
        Duration length = Duration.between(start, end);
        for (int number = 0; number < count; number++) {
            Optional<BigDecimal> value = isRegister(meter) ? advance(day, number, count) : read(day, number);
            slots.add(new Slot(start, end, day, value, value.isEmpty() ? MISSING : quality(day, number)));
            start = end;
            end = end.plus(length);
        }
    }

    private Optional<BigDecimal> read(LocalDate day, int number) {
        DayReadings page = pages.get(day);
        return page == null || number >= page.values().length || page.values()[number] == DayReadings.MISSING
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(page.values()[number], page.scale()));
    }

    private char quality(LocalDate day, int number) {
        return pages.get(day).quality().charAt(number);
    }

    private Optional<BigDecimal> advance(LocalDate day, int number, int count) {
        Optional<BigDecimal> next = number + 1 < count ? read(day, number + 1) : read(next(day), 0);
        return read(day, number).flatMap(stand -> next.flatMap(after -> advance(after.subtract(stand))));
    }

    private LocalDate next(LocalDate day) {
        return meter.interval().value().equals("P1M") ? day.plusMonths(1) : day.plusDays(1);
    }

    /** A lower stand is a roll-over where less than half of what the register counts lies between; else nobody knows. */
    private Optional<BigDecimal> advance(BigDecimal difference) {
        if (difference.signum() >= 0) {
            return Optional.of(difference);
        }
        return meter.rollsOverAt()
                .filter(full -> difference.add(full).multiply(TWO).compareTo(full) < 0)
                .map(difference::add);
    }
}

package io.smartblocks.portal.energy.series;

import io.smartblocks.ledger.readmodel.DayReadings;
import io.smartblocks.ledger.readmodel.MeterDays;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.MeterId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The sums of each local day of a meter. They are made from the pages of a month once, kept, and made again for the
 * months that a later block writes to, so that a year of a meter is not read anew for each request.
 */
@Component
public class DaySums {

    /** A month takes about 6 kB. */
    private static final int MONTHS_KEPT = 12_000;

    private static final int METERS_KEPT = 100_000;

    /** So many blocks on, it is quicker to begin again. */
    private static final long FAR_BEHIND = 2_000;

    private record Month(MeterId meter, YearMonth month) {}

    private final ReadModel read;
    private final Clock clock;
    private final Map<Month, List<DaySum>> kept = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Month, List<DaySum>> eldest) {
            return size() > MONTHS_KEPT;
        }
    };
    private final Map<MeterId, Long> changed = new HashMap<>();
    private long since;
    private long height;

    DaySums(ReadModel read, Clock clock) {
        this.read = read;
        this.clock = clock;
    }

    /**
     * As of which block what one of the meters read was last changed, as far as that is known here: what was worked out
     * from their readings with a later one may differ.
     */
    public long changed(Collection<MeterState> meters) {
        refreshed();
        return changedIn(meters);
    }

    private synchronized long changedIn(Collection<MeterState> meters) {
        return meters.stream()
                .mapToLong(meter -> changed.getOrDefault(meter.meter(), since))
                .reduce(since, Math::max);
    }

    /** Each day from the first up to, and not including, the end. */
    public List<DaySum> of(MeterState meter, LocalDate from, LocalDate end) {
        return of(List.of(meter), from, end).get(meter.meter());
    }

    /** The same of several meters, of which the months that are not kept are read in one question. */
    public Map<MeterId, List<DaySum>> of(Collection<MeterState> meters, LocalDate from, LocalDate end) {
        long asOf = refreshed();
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(from); month.atDay(1).isBefore(end); month = month.plusMonths(1)) {
            months.add(month);
        }
        Map<Month, List<DaySum>> found = found(meters, months);
        Map<Month, MeterDays> wanted = new LinkedHashMap<>();
        Map<Month, MeterState> of = new HashMap<>();
        for (MeterState meter : meters) {
            months.stream()
                    .map(month -> new Month(meter.meter(), month))
                    .filter(month -> !found.containsKey(month))
                    .forEach(month -> {
                        LocalDate next = month.month().plusMonths(1).atDay(1);
                        of.put(month, meter);
                        wanted.put(
                                month,
                                new MeterDays(meter.meter(), month.month().atDay(1), Slots.pagesTo(meter, next)));
                    });
        }
        if (!wanted.isEmpty()) {
            Map<MeterDays, List<DayReadings>> pages = read.meters().readings(List.copyOf(wanted.values()), asOf - 1);
            wanted.forEach((month, days) -> found.put(month, sums(of.get(month), month.month(), pages.get(days))));
            keep(found, asOf);
        }
        Map<MeterId, List<DaySum>> result = new HashMap<>();
        meters.forEach(meter -> result.put(
                meter.meter(),
                months.stream()
                        .flatMap(month -> found.get(new Month(meter.meter(), month)).stream())
                        .filter(sum -> !sum.day().isBefore(from) && sum.day().isBefore(end))
                        .toList()));
        return result;
    }

    /** Nothing is missed of a day that is not over. */
    private DaySum soFar(DaySum sum, MeterState meter) {
        boolean over = sum.day().isBefore(clock.instant().atZone(meter.zone()).toLocalDate());
        return over ? sum : new DaySum(sum.day(), sum.amount().expectingNoMore());
    }

    private static List<DaySum> sums(MeterState meter, YearMonth month, List<DayReadings> pages) {
        LocalDate end = month.plusMonths(1).atDay(1);
        if (PageSums.fit(meter, pages)) {
            return PageSums.of(meter, month.atDay(1), end, pages);
        }
        Map<LocalDate, Amount> byDay = new LinkedHashMap<>();
        month.atDay(1).datesUntil(end).forEach(day -> byDay.put(day, Amount.NONE));
        Slots.of(meter, month.atDay(1), end, pages)
                .forEach(slot -> byDay.merge(slot.day(), Amount.of(slot), Amount::and));
        List<DaySum> sums = new ArrayList<>(byDay.size());
        byDay.forEach((day, amount) -> sums.add(new DaySum(day, amount)));
        return List.copyOf(sums);
    }

    /** Forgets what later blocks have written to; gives the height as of which the rest holds. */
    private synchronized long refreshed() {
        long now = read.height();
        if (now < height || now - height > FAR_BEHIND || changed.size() > METERS_KEPT) {
            kept.clear();
            changed.clear();
            since = now;
        } else if (now > height) {
            for (MeterDays days : read.meters().changedFrom(height)) {
                YearMonth month = YearMonth.from(days.from());
                kept.remove(new Month(days.meter(), month));
                // a register's last advance of a month ends with the first stand of the next
                kept.remove(new Month(days.meter(), month.minusMonths(1)));
                changed.put(days.meter(), now);
            }
        }
        height = now;
        return now;
    }

    private synchronized Map<Month, List<DaySum>> found(Collection<MeterState> meters, List<YearMonth> months) {
        Map<Month, List<DaySum>> found = new HashMap<>();
        for (MeterState meter : meters) {
            for (YearMonth month : months) {
                Month key = new Month(meter.meter(), month);
                List<DaySum> sums = kept.get(key);
                if (sums != null) {
                    found.put(key, sums);
                }
            }
        }
        return found;
    }

    private synchronized void keep(Map<Month, List<DaySum>> found, long asOf) {
        if (asOf == height) {
            kept.putAll(found);
        }
    }
}

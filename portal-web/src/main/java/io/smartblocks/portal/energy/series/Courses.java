package io.smartblocks.portal.energy.series;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RecordedPage;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.energy.agreed.MeterBaseline;
import io.smartblocks.portal.energy.agreed.MeterBaselines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the curves of a meter together. */
@Component
public class Courses {

    private static final Interval HOUR = new Interval("PT1H");

    /** What has not come so soon after its time is not missing yet. */
    private static final Duration UNDERWAY = Duration.ofDays(2);

    private final ReadModel read;
    private final DaySums sums;
    private final Forecasts forecasts;
    private final MeterBaselines baselines;
    private final BaselineDays days;
    private final Clock clock;

    Courses(
            ReadModel read,
            DaySums sums,
            Forecasts forecasts,
            MeterBaselines baselines,
            BaselineDays days,
            Clock clock) {
        this.read = read;
        this.sums = sums;
        this.forecasts = forecasts;
        this.baselines = baselines;
        this.days = days;
        this.clock = clock;
    }

    /** The curves over a span that begins on its first day. */
    public Course of(Account reader, MeterState meter, Span span, LocalDate first) {
        return of(reader, meter, first, span.plus(first, 1), span.step(meter.interval()));
    }

    /** The curves over the days from one up to, and not including, another. */
    public Course of(Account reader, MeterState meter, LocalDate from, LocalDate end, Span.Step step) {
        Optional<MeterBaseline> baseline = step == Span.Step.DAY || step == Span.Step.MONTH
                ? baselines.of(reader, meter.meter())
                : Optional.empty();
        Map<LocalDate, BigDecimal> would =
                baseline.map(fit -> days.of(fit, from, end)).orElse(Map.of());
        Map<LocalDate, Point.Page> pages = new HashMap<>();
        NavigableMap<Instant, Amount> read =
                step == Span.Step.MONTH ? byMonth(meter, from, end) : bySlot(meter, from, end, step, pages);
        Forecast forecast = step == Span.Step.MONTH ? new Forecast(List.of(), true) : forecasts.of(meter, from, end);
        Optional<LocalDate> latest =
                this.read.meters().latest(meter.meter()).map(page -> page.page().day());
        Instant silentFrom = latest.map(
                        day -> day.plusDays(1).atStartOfDay(meter.zone()).toInstant())
                .orElse(Instant.MAX);
        List<Point> points = new ArrayList<>();
        for (Map.Entry<Instant, Amount> entry : read.entrySet()) {
            Instant start = entry.getKey();
            LocalDate day = start.atZone(meter.zone()).toLocalDate();
            Instant stop = stop(meter, start, day, step, read, end);
            boolean over = !stop.isAfter(clock.instant());
            Optional<Forecast.Expected> expected = step == Span.Step.MONTH
                    ? over
                            ? forecasts.of(
                                    meter, YearMonth.from(day), entry.getValue().expected())
                            : Optional.empty()
                    : forecast.between(start, stop, entry.getValue().expected());
            Point.State state = state(entry.getValue(), start, stop, silentFrom);
            points.add(new Point(
                    start,
                    stop,
                    day,
                    state,
                    state == Point.State.TO_COME
                            ? Optional.empty()
                            : entry.getValue().value(Units.isSummed(meter.unit())),
                    entry.getValue(),
                    expected.map(Forecast.Expected::value),
                    expected.flatMap(Forecast.Expected::margin),
                    baseline(would, day, step, meter),
                    Optional.ofNullable(pages.get(day)).filter(page -> step != Span.Step.MONTH)));
        }
        List<Point> shown = trimmed(points, meter);
        Optional<Forecast.Maker> maker = forecast.maker().or(() -> lastMaker(meter, from, end, shown));
        return new Course(
                meter,
                from,
                end,
                step,
                shown,
                Accuracy.of(shown),
                maker.map(Forecast.Maker::member),
                maker.map(Forecast.Maker::model).orElse(""),
                baseline);
    }

    private Optional<Forecast.Maker> lastMaker(MeterState meter, LocalDate from, LocalDate end, List<Point> points) {
        LocalDate last = points.stream()
                .filter(point -> point.predicted().isPresent())
                .map(Point::day)
                .reduce((first, second) -> second)
                .orElse(end);
        return last.isBefore(end) ? forecasts.of(meter, last, last.plusDays(1)).maker() : Optional.empty();
    }

    private NavigableMap<Instant, Amount> bySlot(
            MeterState meter, LocalDate from, LocalDate end, Span.Step step, Map<LocalDate, Point.Page> pages) {
        List<RecordedPage> recorded = read.meters().pages(meter.meter(), from, Slots.pagesTo(meter, end));
        recorded.forEach(page ->
                pages.put(page.page().day(), new Point.Page(page.revision(), page.reason(), page.transaction())));
        List<Slot> slots =
                Slots.of(meter, from, end, recorded.stream().map(Slots::numbers).toList());
        NavigableMap<Instant, Amount> amounts = new TreeMap<>();
        if (step == Span.Step.READING) {
            slots.forEach(slot -> amounts.put(slot.start(), Amount.of(slot)));
            return amounts;
        }
        from.datesUntil(end)
                .forEach(day -> starts(day, meter.zone(), step).forEach(start -> amounts.put(start, Amount.NONE)));
        slots.forEach(slot -> amounts.merge(amounts.floorKey(slot.start()), Amount.of(slot), Amount::and));
        return amounts;
    }

    private static List<Instant> starts(LocalDate day, ZoneId zone, Span.Step step) {
        List<Instant> starts = new ArrayList<>();
        int count = step == Span.Step.HOUR ? HOUR.valuesOn(day, zone) : 1;
        for (int number = 0; number < count; number++) {
            starts.add(HOUR.startOf(day, zone, number));
        }
        return starts;
    }

    private NavigableMap<Instant, Amount> byMonth(MeterState meter, LocalDate from, LocalDate end) {
        return sums.of(meter, from, end).stream()
                .collect(Collectors.toMap(
                        sum -> sum.day()
                                .withDayOfMonth(1)
                                .atStartOfDay(meter.zone())
                                .toInstant(),
                        DaySum::amount,
                        Amount::and,
                        TreeMap::new));
    }

    private static Instant stop(
            MeterState meter,
            Instant start,
            LocalDate day,
            Span.Step step,
            NavigableMap<Instant, Amount> amounts,
            LocalDate end) {
        if (step == Span.Step.MONTH) {
            return day.plusMonths(1).atStartOfDay(meter.zone()).toInstant();
        }
        return Optional.ofNullable(amounts.higherKey(start))
                .orElseGet(() -> end.atStartOfDay(meter.zone()).toInstant());
    }

    private Point.State state(Amount amount, Instant start, Instant stop, Instant silentFrom) {
        Instant now = clock.instant();
        boolean underway = !start.isBefore(silentFrom) && stop.isAfter(now.minus(UNDERWAY));
        if (stop.isAfter(now) || !amount.isComplete() && underway) {
            return Point.State.TO_COME;
        }
        if (!amount.isComplete()) {
            return Point.State.MISSING;
        }
        return amount.estimated() > 0 ? Point.State.ESTIMATED : Point.State.COMPLETE;
    }

    private static Optional<BigDecimal> baseline(
            Map<LocalDate, BigDecimal> would, LocalDate day, Span.Step step, MeterState meter) {
        if (step != Span.Step.MONTH) {
            return Optional.ofNullable(would.get(day));
        }
        List<BigDecimal> ofMonth = day.datesUntil(day.plusMonths(1))
                .flatMap(each -> Optional.ofNullable(would.get(each)).stream())
                .toList();
        if (ofMonth.size() < day.lengthOfMonth()) {
            return Optional.empty();
        }
        BigDecimal sum = ofMonth.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Optional.of(
                Units.isSummed(meter.unit())
                        ? sum
                        : sum.divide(BigDecimal.valueOf(ofMonth.size()), sum.scale(), RoundingMode.HALF_EVEN));
    }

    /** Without what lies before the meter's first reading, and without time to come of which nothing is predicted. */
    private List<Point> trimmed(List<Point> points, MeterState meter) {
        Instant first = read.meters()
                .firstDay(meter.meter())
                .map(day -> day.atStartOfDay(meter.zone()).toInstant())
                .orElse(Instant.MIN);
        int from = 0;
        while (from < points.size()
                && !points.get(from).end().isAfter(first)
                && points.get(from).predicted().isEmpty()) {
            from++;
        }
        int end = points.size();
        while (end > from
                && points.get(end - 1).state() == Point.State.TO_COME
                && points.get(end - 1).predicted().isEmpty()) {
            end--;
        }
        return points.subList(from, end);
    }
}

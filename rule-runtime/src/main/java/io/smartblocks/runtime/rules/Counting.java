package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Expr.CalendarCount.Count;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.metering.ClockMask;
import io.smartblocks.runtime.metering.Grid;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** Figures that are counted: hours, days and months of the calendar, hours in which something held, days late. */
sealed interface Counting extends Demand {

    /** The length of the period, or of a part of it, by the local calendar. */
    record Length(Count count, Optional<CalendarTest> during, Optional<LocalDate> before, Optional<LocalDate> from)
            implements Counting {
        @Override
        public Exact of(Settling settling) {
            Ground ground = settling.ground();
            LocalDate start = from.filter(day -> day.isAfter(ground.from())).orElse(ground.from());
            LocalDate end = before.filter(day -> day.isBefore(ground.to())).orElse(ground.to());
            if (!start.isBefore(end)) {
                return Exact.ZERO;
            }
            return switch (count) {
                case HOURS -> hours(ground, start, end);
                case DAYS -> days(ground, start, end);
                case MONTHS -> months(ground, start, end);
            };
        }

        private Exact hours(Ground ground, LocalDate start, LocalDate end) {
            int minutes = during.flatMap(CalendarTest::hours)
                            .filter(hours -> !isQuarter(hours.from()) || !isQuarter(hours.to()))
                            .isPresent()
                    ? 1
                    : 15;
            Grid grid = new Grid(start, end, ground.calendar().zone(), new TimeSpan(minutes, TimeSpan.Unit.MINUTE));
            int parts = during.isEmpty()
                    ? grid.size()
                    : ClockMask.of(grid, ground.calendar(), List.of(during.get()))
                            .count(0);
            return Exact.of((long) parts * minutes).dividedBy(Exact.of(60));
        }

        private Exact days(Ground ground, LocalDate start, LocalDate end) {
            long days = during.isEmpty()
                    ? ChronoUnit.DAYS.between(start, end)
                    : start.datesUntil(end)
                            .filter(day -> ground.calendar().holdsOn(during.get(), day))
                            .count();
            return Exact.of(days);
        }

        /** The months of the whole, or of each span of days in or outside of a season. */
        private Exact months(Ground ground, LocalDate start, LocalDate end) {
            if (during.isEmpty()) {
                return months(start, end);
            }
            TreeSet<LocalDate> days = start.datesUntil(end)
                    .filter(day -> ground.calendar().holdsOn(during.get(), day))
                    .collect(Collectors.toCollection(TreeSet::new));
            return Days.spans(days).stream()
                    .map(span -> months(span.from(), span.to()))
                    .reduce(Exact.ZERO, Exact::plus);
        }

        private static Exact months(LocalDate start, LocalDate end) {
            long whole = Period.between(start, end).toTotalMonths();
            LocalDate rest = start.plusMonths(whole);
            return Exact.of(whole)
                    .plus(Exact.of(ChronoUnit.DAYS.between(rest, end)).dividedBy(Exact.of(rest.lengthOfMonth())));
        }

        private static boolean isQuarter(LocalTime time) {
            return time.getMinute() % 15 == 0;
        }

        @Override
        public String text() {
            return count + "(" + during.map(Wording::words).orElse("") + ","
                    + before.map(LocalDate::toString).orElse("") + ","
                    + from.map(LocalDate::toString).orElse("") + ")";
        }
    }

    /** The hours of the readings in which something held. */
    record HoursWhile(Ask ask) implements Counting {
        @Override
        public Exact of(Settling settling) {
            Ground ground = settling.ground();
            Readings readings = Readings.of(settling, new Days(ground.from(), ground.to()), meters(), List.of());
            if (!readings.grid().isClockwork()) {
                settling.refuse("no-hours", meters() + " are not read by the hour, so hours cannot be counted");
                return Exact.ZERO;
            }
            IntPredicate holds = ask.over(readings);
            long count = 0;
            for (int i = 0; i < readings.size(); i++) {
                count += holds.test(i) ? 1 : 0;
            }
            return Exact.of(count * readings.grid().step().toMinutes()).dividedBy(Exact.of(60));
        }

        @Override
        public List<String> meters() {
            List<String> meters = new ArrayList<>();
            ask.walk(part -> {
                if (part instanceof Series.Reading reading && !meters.contains(reading.meter())) {
                    meters.add(reading.meter());
                }
            });
            return meters;
        }

        @Override
        public void uses(IntConsumer terms, IntConsumer inputs) {
            ask.walk(part -> {
                if (part instanceof Series.Flat flat) {
                    flat.figure().uses(terms, inputs);
                } else if (part instanceof Series.Steps steps) {
                    steps.step().uses(terms, inputs);
                } else if (part instanceof Series.Rounded rounded) {
                    rounded.step().uses(terms, inputs);
                }
            });
        }

        @Override
        public String text() {
            return "hoursWhile(" + ask.text() + ")";
        }
    }

    /** The days from the due date of a clause to what happened to it; none while nothing has happened. */
    record DaysLate(String clause) implements Counting {
        @Override
        public Exact of(Settling settling) {
            return LateDays.of(settling.ground(), clause).days();
        }

        @Override
        public String text() {
            return "daysLate(" + clause + ")";
        }
    }
}

package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Fills the gaps of a column as the agreement says for each length of a gap. */
public final class GapFilling {

    private static final String NO_ESTIMATE = " and the agreement has no estimate for them";

    /** How many days back days of the same kind are looked for. */
    public static final int LIKE_DAYS_WITHIN = 60;

    private final String meter;
    private final Optional<GapRule> rule;
    private final LocalCalendar calendar;
    private final Function<Expr, Exact> fixed;
    private final Advances advances;

    /** {@code fixed} gives a fixed estimate of the agreement in the meter's unit. */
    public GapFilling(String meter, Optional<GapRule> rule, LocalCalendar calendar, Function<Expr, Exact> fixed) {
        this(meter, rule, calendar, fixed, (register, from, to) -> Optional.empty());
    }

    /** The same with the advances of registers by which estimates are scaled. */
    public GapFilling(
            String meter,
            Optional<GapRule> rule,
            LocalCalendar calendar,
            Function<Expr, Exact> fixed,
            Advances advances) {
        this.meter = meter;
        this.rule = rule;
        this.calendar = calendar;
        this.fixed = fixed;
        this.advances = advances;
    }

    /** Fills the gaps that touch the readings from {@code from} up to {@code to}. */
    public Filling fill(MeterColumn column, int from, int to) {
        List<Gap> gaps = column.stands().between(Gap.in(column, from, to));
        Map<Integer, Exact> estimates = new TreeMap<>();
        TreeSet<String> notified = new TreeSet<>();
        for (Gap gap : gaps) {
            Optional<GapRule.Arm> arm = arm(column, gap);
            arm.ifPresent(found -> notified.addAll(found.notified()));
            Optional<GapRule.Estimate> estimate = arm.flatMap(GapRule.Arm::estimate);
            Optional<String> register = estimate.flatMap(GapFilling::scaledTo);
            Optional<Map<Integer, Exact>> own = estimate.flatMap(how -> ownAdvance(column, gap, how));
            Optional<Map<Integer, Exact>> found = own.isPresent()
                    ? own
                    : register.isPresent()
                            ? new Scaling(column, advances, register.get(), other -> unscaled(column, other)).of(gap)
                            : estimate.flatMap(how -> estimate(column, gap, how));
            if (found.isEmpty()) {
                String reason = reason(column, gap) + (register.isPresent() ? scaling(register.get()) : NO_ESTIMATE);
                return new Filling.Unfilled(reason, new ArrayList<>(notified));
            }
            estimates.putAll(found.get());
        }
        MeterColumn result = estimates.isEmpty() ? column : Estimates.put(column, estimates);
        return new Filling.Filled(result, new ArrayList<>(notified));
    }

    private Optional<GapRule.Arm> arm(MeterColumn column, Gap gap) {
        return rule.flatMap(found -> found.arms().stream()
                .filter(arm -> arm.upTo().isEmpty()
                        || isWithin(column.grid(), gap, arm.upTo().get()))
                .findFirst());
    }

    private Optional<Map<Integer, Exact>> estimate(MeterColumn column, Gap gap, GapRule.Estimate estimate) {
        Estimates estimates = new Estimates(column, gap, calendar);
        if (estimate instanceof GapRule.Estimate.StraightLine) {
            return estimates.straightLine();
        } else if (estimate instanceof GapRule.Estimate.PreviousAverage previous) {
            return estimates.previousAverage(previous.span());
        } else if (estimate instanceof GapRule.Estimate.LikeDays like) {
            return estimates.likeDays(like.days());
        } else if (estimate instanceof GapRule.Estimate.PreviousYear) {
            return estimates.previousYear();
        } else if (estimate instanceof GapRule.Estimate.Fixed value) {
            return estimates.all(fixed.apply(value.value()));
        }
        return Optional.empty();
    }

    /** What a register itself advanced between the stands around a gap, shared as its rule estimates the days. */
    private Optional<Map<Integer, Exact>> ownAdvance(MeterColumn column, Gap gap, GapRule.Estimate how) {
        if (column.stands().cuttable()) {
            return Optional.empty();
        }
        Instant from = column.grid().startOf(gap.from());
        Instant to = column.grid().startOf(gap.to());
        Optional<Map<Integer, Exact>> shares =
                how instanceof GapRule.Estimate.StraightLine ? Optional.empty() : estimate(column, gap, how);
        Map<Integer, Exact> even = new TreeMap<>();
        IntStream.range(gap.from(), gap.to()).forEach(index -> even.put(index, Exact.ZERO));
        return advances.around(meter, from, to)
                .filter(advance -> advance.from().equals(from) && advance.to().equals(to))
                .map(advance ->
                        Scaling.shared(shares.orElse(even), advance.amount(), column.scale() + Estimates.MORE_DIGITS));
    }

    private static boolean isWithin(Grid grid, Gap gap, TimeSpan limit) {
        ZonedDateTime start = grid.startOf(gap.from()).atZone(grid.zone());
        ZonedDateTime end = grid.startOf(gap.to()).atZone(grid.zone());
        return !Spans.plus(start, limit).isBefore(end);
    }

    private String reason(MeterColumn column, Gap gap) {
        Grid grid = column.grid();
        return "readings of " + meter + " are missing from "
                + grid.startOf(gap.from()).atZone(grid.zone()).toLocalDateTime() + " to "
                + grid.startOf(gap.to()).atZone(grid.zone()).toLocalDateTime() + " (" + gap.length()
                + " readings)";
    }

    /** The estimates of a gap that shares a register's advance with others, and whether they give way to it. */
    private Optional<Scaling.Part> unscaled(MeterColumn column, Gap gap) {
        Optional<GapRule.Estimate> estimate = arm(column, gap).flatMap(GapRule.Arm::estimate);
        return estimate.flatMap(how -> estimate(column, gap, how)
                .map(found -> new Scaling.Part(found, scaledTo(how).isPresent())));
    }

    private static Optional<String> scaledTo(GapRule.Estimate estimate) {
        return estimate instanceof GapRule.Estimate.LikeDays like ? like.scaledTo() : Optional.empty();
    }

    private static String scaling(String register) {
        return " and cannot be scaled to " + register
                + ": its stands around them are missing, less than what was read, or no like day can be found";
    }
}

package io.smartblocks.runtime.metering;

import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.TimeSpan;
import io.smartblocks.dsl.units.Exact;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Fills the gaps of a column as the agreement says for each length of a gap. */
public final class GapFilling {

    /** How many days back days of the same kind are looked for. */
    public static final int LIKE_DAYS_WITHIN = 60;

    private final String meter;
    private final Optional<GapRule> rule;
    private final LocalCalendar calendar;
    private final Function<Expr, Exact> fixed;

    /** {@code fixed} gives a fixed estimate of the agreement in the meter's unit. */
    public GapFilling(String meter, Optional<GapRule> rule, LocalCalendar calendar, Function<Expr, Exact> fixed) {
        this.meter = meter;
        this.rule = rule;
        this.calendar = calendar;
        this.fixed = fixed;
    }

    /** Fills the gaps that touch the readings from {@code from} up to {@code to}. */
    public Filling fill(MeterColumn column, int from, int to) {
        List<Gap> gaps = Gap.in(column, from, to);
        Map<Integer, Exact> estimates = new TreeMap<>();
        TreeSet<String> notified = new TreeSet<>();
        for (Gap gap : gaps) {
            Optional<GapRule.Arm> arm = arm(column, gap);
            arm.ifPresent(found -> notified.addAll(found.notified()));
            Optional<Map<Integer, Exact>> found =
                    arm.flatMap(GapRule.Arm::estimate).flatMap(estimate -> estimate(column, gap, estimate));
            if (found.isEmpty()) {
                return new Filling.Unfilled(reason(column, gap), new ArrayList<>(notified));
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
        } else if (estimate instanceof GapRule.Estimate.LikeDays like
                && like.scaledTo().isEmpty()) {
            return estimates.likeDays(like.days());
        } else if (estimate instanceof GapRule.Estimate.PreviousYear) {
            return estimates.previousYear();
        } else if (estimate instanceof GapRule.Estimate.Fixed value) {
            return estimates.all(fixed.apply(value.value()));
        }
        return Optional.empty();
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
                + " readings) and the agreement has no estimate for them";
    }
}

package io.smartblocks.portal.energy.series;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.energy.agreed.MeterBaseline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The curves of a meter over some days: what it read, was expected to read and would have read.
 *
 * @param end the day after the last
 * @param predictor who stated the latest prediction
 * @param model what it was made with; empty where nothing was predicted
 */
public record Course(
        MeterState meter,
        LocalDate from,
        LocalDate end,
        Span.Step step,
        List<Point> points,
        Accuracy accuracy,
        Optional<MemberId> predictor,
        String model,
        Optional<MeterBaseline> baseline) {

    public Course {
        points = List.copyOf(points);
    }

    /** Whether values add up. */
    public boolean summed() {
        return Units.isSummed(meter.unit());
    }

    public boolean hasPrediction() {
        return points.stream().anyMatch(point -> point.predicted().isPresent());
    }

    public boolean hasMargin() {
        return points.stream().anyMatch(point -> point.margin().isPresent());
    }

    public boolean hasBaseline() {
        return points.stream().anyMatch(point -> point.baseline().isPresent());
    }

    /** How many points are in a state. */
    public long count(Point.State state) {
        return points.stream().filter(point -> point.state() == state).count();
    }

    /** What was read at the points that are known. */
    public BigDecimal read() {
        return sum(Point::actual);
    }

    /** What was predicted for points that are known. */
    public Optional<BigDecimal> predicted() {
        return ofKnown(Point::predicted);
    }

    /** What the baseline says of points that are known. */
    public Optional<BigDecimal> would() {
        return ofKnown(Point::baseline);
    }

    private Optional<BigDecimal> ofKnown(Function<Point, Optional<BigDecimal>> value) {
        List<Point> known =
                points.stream().filter(point -> point.actual().isPresent()).toList();
        return !known.isEmpty()
                        && known.stream().allMatch(point -> value.apply(point).isPresent())
                ? Optional.of(known.stream()
                        .map(point -> value.apply(point).orElseThrow())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }

    private BigDecimal sum(Function<Point, Optional<BigDecimal>> value) {
        return points.stream().map(value).flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

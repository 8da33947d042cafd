package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.greenbutton.IntervalReading;
import io.smartblocks.ledger.meter.greenbutton.Quality;
import io.smartblocks.ledger.meter.greenbutton.ReadingType;
import io.smartblocks.ledger.meter.validation.Flag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands the readings of a Green Button series one by one, and reports those that state no reading of the meter. */
final class IntervalReadings {

    private final RegisteredMeter meter;
    private final Optional<ReadingType> type;
    private final int shift;
    private final Problems problems;
    private final List<RawReading> understood = new ArrayList<>();
    private long costs;

    IntervalReadings(RegisteredMeter meter, Optional<ReadingType> type, String unit, Problems problems) {
        this.meter = meter;
        this.type = type;
        this.shift = ReadingUnit.between(unit, meter.unit()).orElseThrow();
        this.problems = problems;
    }

    void add(IntervalReading reading) {
        costs += reading.cost().isPresent() ? 1 : 0;
        if (reading.fault().isPresent()) {
            problems.add(
                    "unreadable",
                    reading.line(),
                    reading.fault().get(),
                    "a reading as ESPI describes it",
                    "Correct the reading, or put it aside.");
        } else if (reading.quality().filter(Quality::isNoReading).isPresent()) {
            problems.add(
                    "no-measurement",
                    reading.line(),
                    "the source calls the value of " + reading.start().orElseThrow() + " "
                            + reading.quality().get(),
                    "what the meter measured, or an estimate of it",
                    "Ask the utility for measured readings, or put it aside.");
        } else if (isStandOfAnInterval(reading)) {
            problems.add(
                    "stand-of-an-interval",
                    reading.line(),
                    "the stand of " + reading.start().orElseThrow() + " is stated for "
                            + reading.duration().orElseThrow(),
                    "the stand at one instant, with the duration 0",
                    "Ask the utility whether it is the stand at the beginning or at the end, and import it as CSV.");
        } else {
            understood.add(raw(reading));
        }
    }

    List<RawReading> understood() {
        return understood;
    }

    /** A note that the costs beside the readings are not recorded. */
    Optional<Note> costs() {
        return costs == 0
                ? Optional.empty()
                : Optional.of(new Note(
                        "costs",
                        meter.id() + ": " + costs + " readings state their cost, which a page of readings does not hold"
                                + " and which is not recorded"));
    }

    private boolean isStandOfAnInterval(IntervalReading reading) {
        return meter.counting().isRegister()
                && reading.duration().filter(length -> !length.isZero()).isPresent();
    }

    private RawReading raw(IntervalReading reading) {
        Optional<BigDecimal> value = reading.value()
                .map(number -> type.map(kind -> kind.inUnit(number)).orElse(number))
                .map(number -> number.movePointRight(shift));
        Instant start = reading.start().orElseThrow();
        Optional<Instant> end = reading.duration()
                .or(() -> type.flatMap(ReadingType::intervalLength))
                .filter(length -> !meter.counting().isRegister())
                .map(start::plus);
        Optional<Quality> quality = reading.quality();
        return new RawReading(reading.line(), meter, start, end, value, letter(quality), flag(value, quality));
    }

    private static String letter(Optional<Quality> quality) {
        if (quality.filter(Quality::isEstimate).isPresent()) {
            return "E";
        }
        return quality.equals(Optional.of(Quality.EDITED)) ? "C" : "A";
    }

    private static char flag(Optional<BigDecimal> value, Optional<Quality> quality) {
        if (value.isEmpty() || quality.isEmpty()) {
            return Flag.NONE;
        }
        if (quality.get().isDoubted()) {
            return Flag.OUTSIDE.letter();
        }
        return quality.get().isEstimate() ? Flag.ESTIMATED.letter() : Flag.NONE;
    }
}

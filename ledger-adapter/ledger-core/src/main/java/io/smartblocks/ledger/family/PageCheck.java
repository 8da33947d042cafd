package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Checks that a page of readings is one that its meter can have made by now. */
final class PageCheck {

    private static final String FLAGS = ".RNODSKV";

    private final ReadingsPage page;
    private final PageShape shape;
    private final MeterState meter;

    private PageCheck(ReadingsPage page, MeterState meter) {
        this.page = page;
        this.shape = PageShape.of(page);
        this.meter = meter;
    }

    static Optional<Decision> of(ReadingsPage page, MeterState meter, Instant now) {
        PageCheck check = new PageCheck(page, meter);
        return check.shape
                .against(meter)
                .or(check::quality)
                .or(check::flags)
                .or(check::stands)
                .or(() -> check.future(now));
    }

    private Optional<Decision> quality() {
        if (page.quality().length() != page.values().size()) {
            return shape.invalid("there are " + page.quality().length() + " quality letters for "
                    + page.values().size() + " values");
        }
        for (int i = 0; i < page.values().size(); i++) {
            char letter = page.quality().charAt(i);
            if (page.values().get(i) == null ? letter != '-' : "AEC".indexOf(letter) < 0) {
                return shape.invalid("the value at " + page.startOf(i) + " has the quality '" + letter
                        + "'; expected A, E or C, and '-' just where a value is missing");
            }
        }
        return page.missing() == page.values().size() ? shape.invalid("all values are missing") : Optional.empty();
    }

    private Optional<Decision> flags() {
        if (page.flags().isEmpty()) {
            return Optional.empty();
        }
        String flags = page.flags().get();
        if (flags.length() != page.values().size()) {
            return shape.invalid("there are " + flags.length() + " flags for "
                    + page.values().size() + " values");
        }
        for (int i = 0; i < flags.length(); i++) {
            if (FLAGS.indexOf(flags.charAt(i)) < 0) {
                return shape.invalid("the value at " + page.startOf(i) + " has the flag '" + flags.charAt(i)
                        + "'; expected one of " + FLAGS);
            }
        }
        return flags.chars().allMatch(flag -> flag == '.')
                ? shape.invalid("no value has a flag; then none are to be stated")
                : Optional.empty();
    }

    private Optional<Decision> stands() {
        if (meter.measure() != Measure.REGISTER) {
            return Optional.empty();
        }
        for (int i = 0; i < page.values().size(); i++) {
            Optional<BigDecimal> stand = page.valueAt(i).filter(this::noStand);
            if (stand.isPresent()) {
                return shape.invalid("the stand at " + page.startOf(i) + " is "
                        + stand.get().toPlainString() + " " + page.unit() + "; expected 0 or more"
                        + meter.rollsOverAt()
                                .map(end -> ", and less than " + end.toPlainString() + ", where it rolls over")
                                .orElse(""));
            }
        }
        return Optional.empty();
    }

    private boolean noStand(BigDecimal value) {
        return value.signum() < 0
                || meter.rollsOverAt().filter(end -> value.compareTo(end) >= 0).isPresent();
    }

    // an amount is known when its interval has ended, a stand when it begins
    private Optional<Decision> future(Instant now) {
        int last = page.values().size() - 1;
        while (page.values().get(last) == null) {
            last--;
        }
        Instant known = page.startOf(meter.measure() == Measure.REGISTER ? last : last + 1);
        return known.isAfter(now.plus(BlockLimits.CLOCK_TOLERANCE))
                ? Optional.of(Decision.refuse(
                        RefusalCode.FROM_THE_FUTURE,
                        "the readings of meter '" + page.meter() + "' on " + page.day() + " reach to " + known
                                + ", but the ledger's time is " + now
                                + "; check the clock of the machine that states it"))
                : Optional.empty();
    }
}

package io.smartblocks.ledger.family;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.util.Optional;

/** Checks that a page of readings is one that its meter can have made. */
final class PageCheck {

    private static final int FINEST_SCALE = 15;
    private static final String FLAGS = ".SNKRVO";

    private final ReadingsPage page;
    private final MeterState meter;

    private PageCheck(ReadingsPage page, MeterState meter) {
        this.page = page;
        this.meter = meter;
    }

    static Optional<Decision> of(ReadingsPage page, MeterState meter) {
        PageCheck check = new PageCheck(page, meter);
        return Days.problemWith("readings of meter '" + page.meter() + "'", page.day())
                .or(check::scale)
                .or(check::registration)
                .or(check::start)
                .or(check::count)
                .or(check::quality)
                .or(check::flags);
    }

    private Optional<Decision> scale() {
        if (page.scale() < 0 || page.scale() > FINEST_SCALE) {
            return invalid("the scale " + page.scale() + " is not one of 0 to " + FINEST_SCALE);
        }
        return Optional.empty();
    }

    private Optional<Decision> registration() {
        return differs("unit", page.unit(), meter.unit())
                .or(() -> differs("interval", page.interval(), meter.interval()))
                .or(() -> differs("zone", page.zone(), meter.zone()));
    }

    private Optional<Decision> start() {
        return differs("start", page.start(), page.startOf(0));
    }

    private Optional<Decision> count() {
        int expected = page.interval().valuesOn(page.day(), page.zone());
        return differs("number of values", page.values().size(), expected)
                .or(() -> differs("end of the last value", page.startOf(expected), page.end()));
    }

    private Optional<Decision> quality() {
        if (page.quality().length() != page.values().size()) {
            return invalid("there are " + page.quality().length() + " quality letters for "
                    + page.values().size() + " values");
        }
        for (int i = 0; i < page.values().size(); i++) {
            char letter = page.quality().charAt(i);
            if (page.values().get(i) == null ? letter != '-' : "AEC".indexOf(letter) < 0) {
                return invalid("the value at " + page.startOf(i) + " has the quality '" + letter
                        + "'; expected A, E or C, and '-' just where a value is missing");
            }
        }
        return page.missing() == page.values().size() ? invalid("all values are missing") : Optional.empty();
    }

    private Optional<Decision> flags() {
        if (page.flags().isEmpty()) {
            return Optional.empty();
        }
        String flags = page.flags().get();
        if (flags.length() != page.values().size()) {
            return invalid("there are " + flags.length() + " flags for "
                    + page.values().size() + " values");
        }
        for (int i = 0; i < flags.length(); i++) {
            if (FLAGS.indexOf(flags.charAt(i)) < 0) {
                return invalid("the value at " + page.startOf(i) + " has the flag '" + flags.charAt(i)
                        + "'; expected one of " + FLAGS);
            }
        }
        return flags.chars().allMatch(flag -> flag == '.')
                ? invalid("no value has a flag; then none are to be stated")
                : Optional.empty();
    }

    private Optional<Decision> differs(String what, Object stated, Object expected) {
        if (stated.equals(expected)) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.PAGE_DIFFERS_FROM_METER,
                about() + "the " + what + " is " + stated + "; expected " + expected + ", as meter '" + meter.meter()
                        + "' reads every " + meter.interval() + " in " + meter.unit() + " in " + meter.zone()));
    }

    private Optional<Decision> invalid(String problem) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, about() + problem));
    }

    private String about() {
        return "readings of meter '" + page.meter() + "' on " + page.day() + ": ";
    }
}

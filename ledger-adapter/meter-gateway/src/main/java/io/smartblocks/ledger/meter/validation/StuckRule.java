package io.smartblocks.ledger.meter.validation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a value other than 0 that repeats without a gap for too long, as a meter or its line does that hangs. */
final class StuckRule {

    private final Thresholds thresholds;
    private final List<Value> pending = new ArrayList<>();
    private @Nullable Value last;
    private Instant since = Instant.EPOCH;
    private int length;

    StuckRule(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    void next(Value value) {
        if (last == null || !goesOn(last, value)) {
            pending.clear();
            length = 0;
            since = value.start();
        }
        last = value;
        length++;
        if (value.number().signum() == 0) {
            return;
        }
        pending.add(value);
        if (length >= thresholds.stuckAtLeast()
                && Duration.between(since, value.end()).compareTo(thresholds.stuckFor()) >= 0) {
            String words = value.text() + " again and again since " + since;
            pending.forEach(stuck -> stuck.mark(Flag.STUCK, words));
            pending.clear();
        }
    }

    private static boolean goesOn(Value before, Value value) {
        return before.end().equals(value.start()) && before.number().compareTo(value.number()) == 0;
    }
}

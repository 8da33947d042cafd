package io.smartblocks.ledger.meter.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What validation found: how often, and the first examples of each kind.
 *
 * @param counts how many readings each flag was found on; a reading with several counts for each
 * @param first the first few findings of each kind
 */
public record ValidationReport(Map<Flag, Integer> counts, List<Finding> first) {

    private static final int EXAMPLES = 5;

    public ValidationReport {
        counts = Collections.unmodifiableMap(new EnumMap<>(counts.isEmpty() ? new EnumMap<>(Flag.class) : counts));
        first = List.copyOf(first);
    }

    /** Nothing was found. */
    public static ValidationReport clean() {
        return new ValidationReport(Map.of(), List.of());
    }

    /** One line for each kind of finding and its examples below it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        counts.forEach((flag, count) -> {
            lines.add(count + (count == 1 ? " reading" : " readings") + " flagged " + flag.letter() + ": " + flag);
            first.stream()
                    .filter(finding -> finding.flag() == flag)
                    .forEach(finding -> lines.add("  " + finding.text()));
        });
        return lines;
    }

    /** Both together. */
    public ValidationReport and(ValidationReport other) {
        Collector both = new Collector();
        both.take(this);
        both.take(other);
        return both.report();
    }

    /** Counts findings and keeps the first of each kind. */
    static final class Collector {

        private final Map<Flag, Integer> counts = new EnumMap<>(Flag.class);
        private final Map<Flag, Integer> kept = new EnumMap<>(Flag.class);
        private final List<Finding> first = new ArrayList<>();

        void add(Finding finding) {
            counts.merge(finding.flag(), 1, Integer::sum);
            keep(finding);
        }

        private void take(ValidationReport report) {
            report.counts().forEach((flag, count) -> counts.merge(flag, count, Integer::sum));
            report.first().forEach(this::keep);
        }

        private void keep(Finding finding) {
            if (kept.merge(finding.flag(), 1, Integer::sum) <= EXAMPLES) {
                first.add(finding);
            }
        }

        ValidationReport report() {
            return new ValidationReport(counts, first);
        }
    }
}

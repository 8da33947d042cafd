package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Window;
import io.smartblocks.runtime.evidence.AdjustmentValue;
import io.smartblocks.runtime.evidence.ReportedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The adjustments and events behind a sentence, as they count on the ground of one settling. */
final class Behind {

    private final Ground ground;
    private final Agreement agreement;
    private final Looks looks;

    Behind(Ground ground, Looks looks) {
        this.ground = ground;
        this.agreement = ground.agreement();
        this.looks = looks;
    }

    /** An adjustment that counts, with its value and the days for which it does. */
    record Used(Declaration.Adjustment adjustment, Adjusted.Part part) {}

    /** An event that counts, with its kind. */
    record Happened(Declaration.Event event, ReportedEvent reported) {}

    List<Used> adjustments() {
        List<Used> used = new ArrayList<>();
        looks.adjustments().forEach((name, windows) -> {
            Declaration.Adjustment adjustment = Ground.find(agreement.adjustments(), name);
            List<AdjustmentValue> values = ground.evidence().adjustments().getOrDefault(name, List.of());
            Adjusted.parts(values, adjustment.isPerDay(), new Days(earliest(windows), ground.to()))
                    .forEach(part -> used.add(new Used(adjustment, part)));
        });
        return used;
    }

    /** The events in the windows of the aggregates that ask for them, earliest first. */
    List<Happened> events() {
        List<Happened> happened = new ArrayList<>();
        looks.events().forEach((name, windows) -> {
            Instant from = ground.startOf(earliest(windows));
            Instant to = ground.startOf(ground.to());
            Declaration.Event kind = Ground.find(agreement.events(), name);
            for (ReportedEvent each : ground.evidence().events().getOrDefault(name, List.of())) {
                if (!each.at().isBefore(from) && each.at().isBefore(to)) {
                    happened.add(new Happened(kind, each));
                }
            }
        });
        return happened;
    }

    private LocalDate earliest(Set<Window> windows) {
        LocalDate earliest = LocalDate.MAX;
        for (Window over : windows) {
            LocalDate from = Days.of(ground, over.period(), over.previous()).from();
            earliest = from.isBefore(earliest) ? from : earliest;
        }
        return earliest;
    }
}

package io.smartblocks.runtime.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A part of an amount that is due on a day of its own, because a correction added the rest later. */
public record Part(BigDecimal amount, LocalDate due) {

    /** All parts of a whole amount, the earliest first, where so much of it is due before the rest. */
    static List<Part> of(BigDecimal whole, List<Part> earlier, LocalDate due) {
        List<Part> parts = new ArrayList<>(earlier);
        parts.add(new Part(earlier.stream().map(Part::amount).reduce(whole, BigDecimal::subtract), due));
        return parts;
    }

    /** So much of what was owed before, each part on its day; what is owed more falls due together, never before the rest. */
    static List<Part> changed(List<Part> before, BigDecimal whole, LocalDate dueAnew) {
        List<Part> parts = new ArrayList<>();
        BigDecimal left = whole;
        for (Part part : before) {
            BigDecimal kept = part.amount().min(left);
            if (kept.signum() > 0) {
                parts.add(new Part(kept, part.due()));
                left = left.subtract(kept);
            }
        }
        if (left.signum() > 0) {
            add(parts, left, dueAnew);
        }
        return parts;
    }

    private static void add(List<Part> parts, BigDecimal amount, LocalDate day) {
        Part last = parts.isEmpty() ? new Part(amount, day) : parts.get(parts.size() - 1);
        if (parts.isEmpty()) {
            parts.add(last);
        } else if (day.isAfter(last.due())) {
            parts.add(new Part(amount, day));
        } else {
            parts.set(parts.size() - 1, new Part(last.amount().add(amount), last.due()));
        }
    }
}

package io.smartblocks.runtime.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** When an amount is due, in words: on one day, or each part of it on the day that corrections left to it. */
public final class DueWords {

    private DueWords() {}

    /** Such as {@code due 2026-05-05}, or {@code 8,109.60 due 2026-02-23 and 261.60 due 2026-05-05}. */
    public static String of(List<Part> parts, String by, Function<LocalDate, String> day) {
        if (parts.size() == 1) {
            return by + " " + day.apply(parts.get(0).due());
        }
        List<String> each = parts.stream()
                .map(part -> money(part.amount()) + " " + by + " " + day.apply(part.due()))
                .toList();
        int last = each.size() - 1;
        return String.join(", ", each.subList(0, last)) + " and " + each.get(last);
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }
}

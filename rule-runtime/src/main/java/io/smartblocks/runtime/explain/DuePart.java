package io.smartblocks.runtime.explain;

import io.smartblocks.runtime.settlement.DueWords;
import io.smartblocks.runtime.settlement.Part;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What is due on one day; an amount that a correction let grow has a part for each of its days. */
public record DuePart(String amount, String due) {

    static List<DuePart> of(List<Part> parts) {
        return parts.stream()
                .map(part ->
                        new DuePart(part.amount().toPlainString(), part.due().toString()))
                .toList();
    }

    static String words(List<DuePart> parts) {
        return DueWords.of(
                parts.stream()
                        .map(part -> new Part(new BigDecimal(part.amount), LocalDate.parse(part.due)))
                        .toList(),
                "due on",
                LocalDate::toString);
    }
}

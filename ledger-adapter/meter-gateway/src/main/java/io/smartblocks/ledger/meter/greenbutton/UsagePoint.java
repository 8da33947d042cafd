package io.smartblocks.ledger.meter.greenbutton;

import java.util.List;
import java.util.Optional;

/**
 * A place at which a utility measures.
 *
 * @param number its place in the file, from 1 on
 * @param id its address
 * @param title what people call it; may be empty
 * @param service electricity, gas, water and so on; empty where the file does not say
 */
public record UsagePoint(
        int number,
        String id,
        String title,
        String service,
        Optional<LocalTime> localTime,
        List<Series> series,
        List<UsageSummary> summaries) {

    public UsagePoint {
        series = List.copyOf(series);
        summaries = List.copyOf(summaries);
    }
}

package io.smartblocks.ledger.meter.greenbutton;

import java.util.List;

/** What a Green Button file holds, and what is odd about it though it can be read. */
public record Contents(List<UsagePoint> usagePoints, List<LocalTime> localTimes, List<String> oddities) {

    public Contents {
        usagePoints = List.copyOf(usagePoints);
        localTimes = List.copyOf(localTimes);
        oddities = List.copyOf(oddities);
    }

    /** All series of all usage points, in order. */
    public List<Series> series() {
        return usagePoints.stream().flatMap(point -> point.series().stream()).toList();
    }
}

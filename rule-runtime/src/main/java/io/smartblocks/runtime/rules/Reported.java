package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.metering.LocalCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The events of one kind in a window; each belongs to the moment at which it happened. */
final class Reported implements Moments {

    private final Settling settling;
    private final List<ReportedEvent> events;

    private Reported(Settling settling, List<ReportedEvent> events) {
        this.settling = settling;
        this.events = events;
    }

    static Reported of(Settling settling, Days days, String event) {
        Ground ground = settling.ground();
        List<ReportedEvent> reported = ground.evidence().events().get(event);
        if (reported == null) {
            settling.lack(
                    "events-unknown",
                    "nothing says whether there was any " + event + " from " + days.from() + " up to " + days.to()
                            + "; the settlement waits until its events are reported");
            return new Reported(settling, List.of());
        }
        Instant start = ground.startOf(days.from());
        Instant end = ground.startOf(days.to());
        List<ReportedEvent> within = new ArrayList<>(reported.size());
        for (ReportedEvent each : reported) {
            if (!each.at().isBefore(start) && each.at().isBefore(end)) {
                within.add(each);
            }
        }
        return new Reported(settling, within);
    }

    @Override
    public Settling settling() {
        return settling;
    }

    @Override
    public int size() {
        return events.size();
    }

    @Override
    public IntFunction<Exact> meter(String meter, Exact scale) {
        throw new IllegalStateException("readings of " + meter + " are not joined with events");
    }

    @Override
    public IntFunction<Exact> figure(String figure) {
        return index -> {
            Exact value = events.get(index).figures().get(figure);
            if (value == null) {
                settling.lack("figure-missing", "what was reported at " + local(index) + " lacks " + figure);
                return Exact.ZERO;
            }
            return value;
        };
    }

    @Override
    public IntFunction<Exact> index(String index) {
        IndexLookup lookup = new IndexLookup(settling, index);
        return event -> lookup.at(events.get(event).at());
    }

    @Override
    public IntFunction<Exact> hours() {
        throw new IllegalStateException("an event has no length of its own");
    }

    @Override
    public IntPredicate mask(CalendarTest test) {
        LocalCalendar calendar = settling.ground().calendar();
        return event -> {
            LocalDateTime at = local(event);
            return calendar.holds(test, at.toLocalDate(), at.toLocalTime());
        };
    }

    private LocalDateTime local(int index) {
        return LocalDateTime.ofInstant(
                events.get(index).at(), settling.ground().calendar().zone());
    }
}

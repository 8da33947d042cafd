package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.metering.LocalCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** The events of one kind in a window; each belongs to the moment at which it happened. */
final class Reported implements Moments {

    private final Settling settling;
    private final String event;
    private final Days days;
    private final boolean known;
    private final List<ReportedEvent> events;
    private final Map<String, IntFunction<Exact>> figures = new HashMap<>(8);
    private final Map<CalendarTest, IntPredicate> masks = new HashMap<>(2);

    private Reported(Settling settling, String event, Days days, boolean known, List<ReportedEvent> events) {
        this.settling = settling;
        this.event = event;
        this.days = days;
        this.known = known;
        this.events = events;
    }

    /** The events of a name in some days; what is lacking is told to the settling. */
    static Reported of(Settling settling, Days days, String event) {
        Ground ground = settling.ground();
        List<ReportedEvent> reported = ground.evidence().events().get(event);
        if (reported == null) {
            settling.lack(
                    "events-unknown",
                    "nothing says whether there was any " + event + " from " + days.from() + " up to " + days.to()
                            + "; the settlement waits until its events are reported");
            return new Reported(settling, event, days, false, List.of());
        }
        Instant start = ground.startOf(days.from());
        Instant end = ground.startOf(days.to());
        List<ReportedEvent> within = new ArrayList<>(reported.size());
        for (ReportedEvent each : reported) {
            if (!each.at().isBefore(start) && each.at().isBefore(end)) {
                within.add(each);
            }
        }
        return new Reported(settling, event, days, true, within);
    }

    /** False if there is no source of such events. */
    boolean isKnown() {
        return known;
    }

    boolean isOf(String name, Days window) {
        return event.equals(name) && days.equals(window);
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
        IntFunction<Exact> known = figures.get(figure);
        if (known == null) {
            known = taken(figure);
            figures.put(figure, known);
        }
        return known;
    }

    /** All at once, where none is missing. */
    private IntFunction<Exact> taken(String figure) {
        List<Exact> values = new ArrayList<>(events.size());
        for (ReportedEvent event : events) {
            Exact value = event.figures().get(figure);
            if (value == null) {
                return index -> one(index, figure);
            }
            values.add(value);
        }
        return Decimals.of(values).<IntFunction<Exact>>map(all -> all).orElse(values::get);
    }

    private Exact one(int index, String figure) {
        Exact value = events.get(index).figures().get(figure);
        if (value == null) {
            settling.lack("figure-missing", "what was reported at " + local(index) + " lacks " + figure);
            return Exact.ZERO;
        }
        return value;
    }

    @Override
    public IntFunction<Exact> index(String index) {
        IndexLookup lookup = new IndexLookup(settling, index);
        return each -> lookup.at(events.get(each).at());
    }

    @Override
    public IntFunction<Exact> hours() {
        throw new IllegalStateException("an event has no length of its own");
    }

    @Override
    public IntPredicate mask(CalendarTest test) {
        return masks.computeIfAbsent(test, asked -> {
            LocalCalendar calendar = settling.ground().calendar();
            boolean[] marks = new boolean[events.size()];
            for (int i = 0; i < marks.length; i++) {
                LocalDateTime at = local(i);
                marks[i] = calendar.holds(asked, at.toLocalDate(), at.toLocalTime());
            }
            return new Marks(marks);
        });
    }

    private LocalDateTime local(int index) {
        return LocalDateTime.ofInstant(
                events.get(index).at(), settling.ground().calendar().zone());
    }
}

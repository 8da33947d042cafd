package io.smartblocks.runtime.explain;

import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.rules.Derived;
import io.smartblocks.runtime.rules.Reasons;
import io.smartblocks.runtime.rules.Taken;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What of the evidence some values rest on, by kind and name in a fixed order. */
final class Inputs {

    /** One input: a meter, index, fact, adjustment, earlier value or kind of event. */
    record Input(Kind kind, String name) implements Comparable<Input> {
        @Override
        public int compareTo(Input other) {
            int order = kind.compareTo(other.kind);
            return order == 0 ? name.compareTo(other.name) : order;
        }
    }

    /** The kinds, in the order in which they are moved. */
    enum Kind {
        METER,
        INDEX,
        FACT,
        ADJUSTMENT,
        PREVIOUS,
        EVENT
    }

    /** Local days, the last not included. */
    record Window(LocalDate from, LocalDate to) {
        Window with(Window other) {
            return new Window(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
        }
    }

    private final SortedSet<Input> all = new TreeSet<>();
    private final Map<String, Window> windows = new TreeMap<>();
    private final Map<String, List<Reasons.Used>> used = new TreeMap<>();

    static Inputs of(List<Derived> nodes) {
        Inputs inputs = new Inputs();
        nodes.forEach(node -> node.taken().ifPresent(inputs::add));
        return inputs;
    }

    private void add(Taken taken) {
        taken.readings().forEach(this::add);
        taken.indexes().forEach(value -> all.add(new Input(Kind.INDEX, value.index())));
        taken.facts().forEach(fact -> all.add(new Input(Kind.FACT, fact.fact())));
        taken.adjustments().forEach(each -> all.add(new Input(Kind.ADJUSTMENT, each.name())));
        taken.previous().stream()
                .filter(Taken.Settled::settled)
                .forEach(each -> all.add(new Input(Kind.PREVIOUS, each.term())));
        taken.events().forEach(each -> all.add(new Input(Kind.EVENT, each.event())));
    }

    private void add(Reasons.Used reading) {
        all.add(new Input(Kind.METER, reading.meter()));
        windows.merge(
                reading.meter(),
                new Window(reading.window().from(), reading.window().to()),
                Window::with);
        List<Reasons.Used> known = used.computeIfAbsent(reading.meter(), meter -> new ArrayList<>());
        if (known.stream().noneMatch(each -> each.window().equals(reading.window()))) {
            known.add(reading);
        }
    }

    void addAll(Inputs others) {
        all.addAll(others.all);
        others.used.values().forEach(each -> each.forEach(this::add));
    }

    SortedSet<Input> all() {
        return all;
    }

    /** The days over which a meter is read. */
    Window window(String meter) {
        return windows.get(meter);
    }

    /** The readings as they were used, with their gaps filled. */
    Map<String, List<Reasons.Used>> readings() {
        return used;
    }

    /** How many readings used are estimates, each once. */
    int estimated() {
        return used.values().stream().mapToInt(Inputs::estimated).sum();
    }

    private static int estimated(List<Reasons.Used> windows) {
        Set<Instant> moments = new HashSet<>();
        for (Reasons.Used each : windows) {
            Grid grid = each.column().grid();
            int last = grid.indexOf(each.window().to());
            for (int i = grid.indexOf(each.window().from()); each.column().hasEstimates() && i < last; i++) {
                if (each.column().quality(i) == Quality.ESTIMATED) {
                    moments.add(grid.startOf(i));
                }
            }
        }
        return moments.size();
    }
}

package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Events beside what stands of them on the ledger.
 *
 * @param fresh those of which nothing stands
 * @param otherwise those that stand with other figures, or were taken back
 * @param same how many stand exactly so
 */
record EventsToReport(List<ReportEvent> fresh, List<ReportEvent> otherwise, int same) {

    private static final int MOST_TOLD = 20;

    static EventsToReport of(List<ReportEvent> events, StateView ledger) {
        List<ReportEvent> fresh = new ArrayList<>();
        List<ReportEvent> otherwise = new ArrayList<>();
        for (ReportEvent event : events) {
            Optional<StatementState> standing = ledger.state(StateKey.statement(event.place()), StatementState.class);
            if (standing.isEmpty()) {
                fresh.add(event);
            } else if (standing.get()
                    .holding()
                    .map(Stated::statement)
                    .filter(before -> isSame((ReportEvent) before, event))
                    .isEmpty()) {
                otherwise.add(event);
            }
        }
        return new EventsToReport(fresh, otherwise, events.size() - fresh.size() - otherwise.size());
    }

    private static boolean isSame(ReportEvent one, ReportEvent other) {
        Map<String, BigDecimal> figures = other.figures();
        return one.figures().keySet().equals(figures.keySet())
                && one.figures().entrySet().stream()
                        .allMatch(figure -> figure.getValue().compareTo(figures.get(figure.getKey())) == 0);
    }

    /** Refuses when something stands with other figures, which only a correction replaces. */
    void requireNoneOtherwise() {
        if (!otherwise.isEmpty()) {
            throw new InputRefused("%s with other figures, or taken back; nothing was reported. --correct replaces:\n%s"
                    .formatted(
                            otherwise.size() == 1 ? "1 event stands" : otherwise.size() + " events stand",
                            String.join(
                                    "\n",
                                    otherwise.stream()
                                            .limit(MOST_TOLD)
                                            .map(event -> event.at() + " " + event.reference())
                                            .toList())));
        }
    }

    List<ReportEvent> toState() {
        return Stream.of(fresh, otherwise).flatMap(List::stream).toList();
    }

    String inWords() {
        List<String> parts = new ArrayList<>(List.of(Count.of(fresh.size(), "event") + " reported"));
        if (!otherwise.isEmpty()) {
            parts.add(otherwise.size() + " corrected");
        }
        if (same > 0) {
            parts.add(same + " left out because " + (same == 1 ? "it stands" : "they stand") + " already");
        }
        return String.join(", ", parts);
    }
}

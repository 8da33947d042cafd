package io.smartblocks.runtime.bench;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.rules.Shown;
import io.smartblocks.runtime.settlement.Case;
import io.smartblocks.runtime.settlement.LineTrace;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a case as plain Java tells them in a statement: each once, however many lines rest on it. */
final class PlainEvents {

    private final Case settled;
    private final ZoneId zone;
    private final List<Told> events = new ArrayList<>();
    private @Nullable String[] texts = {};

    private record Told(Declaration.Event kind, ReportedEvent reported) {}

    PlainEvents(Case settled) {
        this.settled = settled;
        this.zone = settled.agreement().settings().zone();
    }

    /** The number of an event that a statement tells. */
    int number(LineTrace.EventUsed used) {
        Told told = told(used);
        if (!events.contains(told)) {
            events.add(told);
        }
        return events.indexOf(told);
    }

    private Told told(LineTrace.EventUsed used) {
        Declaration.Event kind = settled.agreement().events().stream()
                .filter(each -> each.name().equals(used.event()))
                .findFirst()
                .orElseThrow();
        ReportedEvent reported = settled.evidence().events().get(used.event()).stream()
                .filter(each -> LocalDateTime.ofInstant(each.at(), zone).equals(used.at()))
                .findFirst()
                .orElseThrow();
        return new Told(kind, reported);
    }

    /** Forgets what was told in the statement before. */
    void tellAnew() {
        texts = new String[events.size()];
    }

    /** An event as a statement has it. */
    String told(int number) {
        String known = texts[number];
        if (known == null) {
            known = text(events.get(number));
            texts[number] = known;
        }
        return known;
    }

    private String text(Told told) {
        StringBuilder text = new StringBuilder(200)
                .append("{\"at\":\"")
                .append(LocalDateTime.ofInstant(told.reported.at(), zone))
                .append("\",\"event\":\"")
                .append(told.kind.name())
                .append("\",\"figures\":[");
        String comma = "\"";
        for (Declaration.Event.Figure figure : told.kind.figures()) {
            text.append(comma)
                    .append(figure.name())
                    .append(' ')
                    .append(Shown.quantity(told.reported.figures().get(figure.name()), figure.unit()))
                    .append('"');
            comma = ",\"";
        }
        return text.append("]}").toString();
    }
}

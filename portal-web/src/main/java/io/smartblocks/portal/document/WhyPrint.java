package io.smartblocks.portal.document;

import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.LineTrace.ReadingsUsed;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.runtime.settlement.TermValue;
import java.util.List;

/** Prints for each line the signed sentence, the values behind it and the readings behind those. */
record WhyPrint(Dossier dossier, Html page) {

    private static final int MOMENTS = 12;

    void print() {
        Statement statement = dossier.statement();
        if (statement.trace().isEmpty()) {
            return;
        }
        page.heading(2, "why", "How each amount came about");
        statement.trace().forEach(trace -> print(trace, statement));
    }

    private void print(LineTrace trace, Statement statement) {
        Line line = statement.lines().get(trace.line());
        page.heading(
                3,
                "why-" + trace.line(),
                "%s %s under clause %s".formatted(Figures.money(line.net()), statement.currency(), line.clause()));
        page.element("p", sentence(trace));
        List<List<String>> values = trace.terms().stream()
                .flatMap(term -> statement.values().stream()
                        .filter(value -> value.name().equals(term))
                        .limit(1))
                .map(WhyPrint::row)
                .toList();
        if (!values.isEmpty()) {
            page.table(List.of("Value", "Figure", "Unit"), values, 1);
        }
        trace.readings().forEach(readings -> page.element("p", words(readings)));
    }

    private String sentence(LineTrace trace) {
        return dossier.text().sentence(trace).replaceAll("\\s+", " ").strip();
    }

    private static List<String> row(TermValue value) {
        return List.of(value.name(), value.shown(), value.unit());
    }

    private static String words(ReadingsUsed used) {
        String counted = "%s: %d readings of %d days, %d estimated, %d missing."
                .formatted(
                        used.meter(), used.actual() + used.estimated(), used.days(), used.estimated(), used.missing());
        if (used.estimatedFrom().isEmpty()) {
            return counted;
        }
        List<String> first = used.estimatedFrom().stream().limit(MOMENTS).toList();
        int more = used.estimatedFrom().size() - first.size();
        return counted + " ESTIMATED from " + String.join(", ", first) + (more > 0 ? " and " + more + " more." : ".");
    }
}

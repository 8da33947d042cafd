package io.smartblocks.portal.cli;

import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a file of events: {@code at,reference} and a column for each figure, in the unit that the agreement says. */
final class EventFile {

    private static final String AT = "at";
    private static final String REFERENCE = "reference";

    private final Path file;
    private final EventDeclaration declaration;

    EventFile(Path file, EventDeclaration declaration) {
        this.file = file;
        this.declaration = declaration;
    }

    /** All events of the file, or a refusal that names all lines that are wrong. */
    List<ReportEvent> events() {
        List<String> lines = Texts.read(file).lines().map(String::strip).toList();
        List<String> header = lines.isEmpty() ? List.of() : fields(lines.get(0));
        if (!header.contains(AT) || !header.contains(REFERENCE)) {
            throw new InputRefused("%s:1: the header is '%s'; expected %s,%s and the name of each figure."
                    .formatted(file, String.join(",", header), AT, REFERENCE));
        }
        List<ReportEvent> events = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                continue;
            }
            try {
                ReportEvent event = event(header, fields(lines.get(i)));
                Integer before = seen.putIfAbsent(event.place().at(), i + 1);
                if (before != null) {
                    throw new InputRefused(
                            "has the time and reference of line %d; expected each once.".formatted(before));
                }
                events.add(event);
            } catch (InputRefused e) {
                wrong.add("%s:%d: %s".formatted(file, i + 1, e.getMessage()));
            }
        }
        return checked(events, wrong);
    }

    private List<ReportEvent> checked(List<ReportEvent> events, List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new InputRefused("Nothing of '%s' was reported.\n%s".formatted(file, String.join("\n", wrong)));
        }
        if (events.isEmpty()) {
            throw new InputRefused("'%s' has a header and no events.".formatted(file));
        }
        return events;
    }

    private ReportEvent event(List<String> header, List<String> fields) {
        if (fields.size() != header.size()) {
            throw new InputRefused("the row has %s; expected as many as in the header, %d."
                    .formatted(Count.of(fields.size(), "field"), header.size()));
        }
        Instant at = instant(fields.get(header.indexOf(AT)));
        Map<String, String> units = new HashMap<>();
        for (Figure figure : declaration.figures(at)) {
            units.put(figure.name(), figure.unit());
        }
        Map<String, Quantity> figures = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!name.equals(AT) && !name.equals(REFERENCE)) {
                figures.put(name, quantity(fields.get(i), units.getOrDefault(name, "")));
            }
        }
        return declaration.event(at, fields.get(header.indexOf(REFERENCE)), figures);
    }

    /** A bare number is in the declared unit. */
    private static Quantity quantity(String text, String unit) {
        Quantity typed = LedgerStatement.typed(() -> Quantity.of(text));
        return typed.unit().isEmpty() ? new Quantity(typed.value(), unit) : typed;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InputRefused(
                    "'%s' is not a time; expected one with Z or an offset, such as 2026-01-14T09:30:00Z."
                            .formatted(text),
                    e);
        }
    }

    private static List<String> fields(String line) {
        return Arrays.stream(line.split("[,;\t]", -1)).map(String::strip).toList();
    }
}

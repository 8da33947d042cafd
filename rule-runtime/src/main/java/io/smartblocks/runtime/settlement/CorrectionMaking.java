package io.smartblocks.runtime.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Relates the lines and documents of a period that is settled again to the settlement before. What was owed before keeps
 * its due day; what is added, or given back, is due as the text says, counted from the day of the correction.
 */
final class CorrectionMaking {

    private final Before before;
    private final boolean setOff;
    private final List<Line> unmatched;
    private final Map<Line, LocalDate> grown = new HashMap<>();

    CorrectionMaking(Before before, boolean setOff) {
        this.before = before;
        this.setOff = setOff;
        this.unmatched = new ArrayList<>(before.lines());
    }

    /** The line, whose due day was counted from the correction: what was owed before keeps its day. */
    Line dated(Line line) {
        Optional<Line> earlier = unmatched.stream()
                .filter(old -> old.clause().equals(line.clause())
                        && old.description().equals(line.description())
                        && old.payer().equals(line.payer())
                        && old.payee().equals(line.payee()))
                .findFirst();
        earlier.ifPresent(unmatched::remove);
        List<Part> owed = earlier.map(Line::parts).orElse(List.of());
        Line dated = line.dueIn(Part.changed(owed, line.net(), notBefore(line.due())));
        if (earlier.stream().map(Line::net).noneMatch(net -> net.compareTo(line.net()) >= 0)) {
            grown.put(dated, dated.due());
        }
        return dated;
    }

    /** The day on which another duty is due: as before where no more is owed, else counted from the correction. */
    LocalDate due(Duty duty) {
        return before.duties().stream()
                .filter(old -> duty.isOfTheSame(old) && !duty.isMoreThan(old))
                .map(Duty::due)
                .findFirst()
                .orElseGet(() -> notBefore(duty.due()));
    }

    /** The document: what was payable by it before keeps its day, the rest is due with the first part that was added. */
    Document due(Document document, List<Line> lines) {
        Optional<Document> earlier = before.documents().stream()
                .filter(old ->
                        old.payer().equals(document.payer()) && old.payee().equals(document.payee()))
                .findFirst();
        LocalDate added = own(document, lines)
                .flatMap(line -> Optional.ofNullable(grown.get(line)).stream())
                .min(Comparator.naturalOrder())
                .orElse(notBefore(document.due()));
        List<Part> owed = earlier.map(Document::parts).orElse(List.of());
        return document.gross().signum() == 0
                ? document.dueOn(earlier.map(Document::due).orElse(added))
                : document.dueIn(Part.changed(owed, document.gross(), added));
    }

    private static Stream<Line> own(Document document, List<Line> lines) {
        return document.entries().stream()
                .map(entry -> lines.get(entry.line()))
                .filter(line -> line.payer().equals(document.payer()));
    }

    /** The reversals and differences; {@code anew} has the due day of each line, counted from the correction. */
    Corrected of(List<Line> lines, List<Document> documents, List<LocalDate> anew) {
        List<Corrected.Difference> differences = Correction.of(before.documents(), documents, setOff).stream()
                .map(payable -> new Corrected.Difference(payable, due(payable, lines, anew)))
                .toList();
        return new Corrected(
                before.revision(),
                before.statementHash(),
                before.on(),
                Correction.reversals(before.documents()),
                differences);
    }

    private LocalDate due(Correction payable, List<Line> lines, List<LocalDate> anew) {
        return IntStream.range(0, lines.size())
                .filter(line -> isBetween(payable, lines.get(line)))
                .mapToObj(anew::get)
                .min(Comparator.naturalOrder())
                .map(this::notBefore)
                .orElse(before.on());
    }

    private static boolean isBetween(Correction payable, Line line) {
        return payable.payer().equals(line.payer()) && payable.payee().equals(line.payee())
                || payable.payer().equals(line.payee()) && payable.payee().equals(line.payer());
    }

    private LocalDate notBefore(LocalDate day) {
        return day.isBefore(before.on()) ? before.on() : day;
    }

    /** True if two settlements let the same parties pay the same for the same. */
    static boolean isSame(List<Line> some, List<Line> others) {
        return owed(some).equals(owed(others));
    }

    private record Owed(String clause, String description, String payer, String payee, BigDecimal net, String vat) {}

    private static List<Owed> owed(List<Line> lines) {
        return lines.stream()
                .map(line -> new Owed(
                        line.clause(),
                        line.description(),
                        line.payer(),
                        line.payee(),
                        line.net(),
                        line.vatRate().toString()))
                .toList();
    }
}

package io.smartblocks.runtime.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Relates the lines and documents of a period that is settled again to the settlement before. What was owed before keeps
 * its due day; what is added, or given back, is due as the text says, counted from the day of the correction.
 */
final class CorrectionMaking {

    private final Before before;
    private final boolean setOff;
    private final List<Line> unmatched;

    CorrectionMaking(Before before, boolean setOff) {
        this.before = before;
        this.setOff = setOff;
        this.unmatched = new ArrayList<>(before.lines());
    }

    /** The day on which a line is due: as before where no more is owed, else counted from the correction. */
    LocalDate due(Line line, LocalDate fromCorrection) {
        Optional<Line> earlier = unmatched.stream()
                .filter(old -> old.clause().equals(line.clause())
                        && old.description().equals(line.description())
                        && old.payer().equals(line.payer())
                        && old.payee().equals(line.payee()))
                .findFirst();
        earlier.ifPresent(unmatched::remove);
        return earlier.filter(old -> old.net().compareTo(line.net()) >= 0)
                .map(Line::due)
                .orElseGet(() -> notBefore(fromCorrection));
    }

    /** The day on which another duty is due: as before where no more is owed, else counted from the correction. */
    LocalDate due(Duty duty) {
        return before.duties().stream()
                .filter(old -> duty.isOfTheSame(old) && !duty.isMoreThan(old))
                .map(Duty::due)
                .findFirst()
                .orElseGet(() -> notBefore(duty.due()));
    }

    /** The document, due as before where no more is payable by it, else with the first line that is new or has grown. */
    Document due(Document document, List<Line> lines) {
        Optional<Document> earlier = before.documents().stream()
                .filter(old ->
                        old.payer().equals(document.payer()) && old.payee().equals(document.payee()))
                .findFirst();
        if (earlier.filter(old -> old.gross().compareTo(document.gross()) >= 0).isPresent()) {
            return document.dueOn(earlier.get().due());
        }
        return document.dueOn(own(document, lines)
                .map(Line::due)
                .filter(day -> !day.isBefore(before.on()))
                .min(Comparator.naturalOrder())
                .orElse(notBefore(document.due())));
    }

    private static Stream<Line> own(Document document, List<Line> lines) {
        return document.entries().stream()
                .map(entry -> lines.get(entry.line()))
                .filter(line -> line.payer().equals(document.payer()));
    }

    /** The reversals and differences; {@code due} gives the due day of a line counted from the correction. */
    Corrected of(List<Line> lines, List<Document> documents, Function<Line, LocalDate> due) {
        List<Corrected.Difference> differences = Correction.of(before.documents(), documents, setOff).stream()
                .map(payable -> new Corrected.Difference(payable, due(payable, lines, due)))
                .toList();
        return new Corrected(
                before.revision(),
                before.statementHash(),
                before.on(),
                Correction.reversals(before.documents()),
                differences);
    }

    private LocalDate due(Correction payable, List<Line> lines, Function<Line, LocalDate> due) {
        return lines.stream()
                .filter(line -> isBetween(payable, line))
                .map(due)
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

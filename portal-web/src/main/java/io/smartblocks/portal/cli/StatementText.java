package io.smartblocks.portal.cli;

import io.smartblocks.dsl.units.Exact;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.DueWords;
import io.smartblocks.runtime.settlement.DutyWords;
import io.smartblocks.runtime.settlement.Line;
import io.smartblocks.runtime.settlement.LineTrace;
import io.smartblocks.runtime.settlement.Statement;
import io.smartblocks.runtime.settlement.TermValue;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Prints a statement for reading: who pays what to whom first, then what it is made of, then the values behind it. */
record StatementText(PrintWriter out) {

    private static final String TEXT_AND_FIGURE = "  %-44s %14s %s%n";

    void print(Statement statement) {
        out.printf(
                "%s %s, version %s: %s, %s to %s%n",
                "Settlement of",
                statement.agreement(),
                statement.version(),
                statement.period(),
                statement.from(),
                statement.to().minusDays(1));
        statement.documents().forEach(document -> print(document, statement.lines()));
        if (statement.documents().isEmpty()) {
            out.println("\nNobody has anything to pay.");
        }
        duties(statement);
        print(statement.values());
        adjustments(statement);
        statement.powers().forEach(power -> out.println("note: " + power));
        statement.notices().forEach(notice -> out.println("note: " + notice));
        out.printf("%nevidence %s%nagreement %s%n", statement.evidenceDigest(), statement.agreementHash());
    }

    void print(List<TermValue> values) {
        if (!values.isEmpty()) {
            out.println("\nValues");
            values.forEach(value -> out.printf(TEXT_AND_FIGURE, value.name(), value.shown(), value.unit()));
        }
    }

    private void duties(Statement statement) {
        if (!statement.duties().isEmpty()) {
            out.println("\nTo be done");
            statement
                    .duties()
                    .forEach(duty -> out.printf(
                            "  %s%n    under clause %s, due %s%n", DutyWords.of(duty), duty.clause(), duty.due()));
        }
    }

    private void adjustments(Statement statement) {
        List<LineTrace.AdjustmentUsed> used = statement.trace().stream()
                .flatMap(trace -> trace.adjustments().stream())
                .distinct()
                .toList();
        if (!used.isEmpty()) {
            out.println("\nAdjustments");
            used.forEach(each -> out.printf(
                    TEXT_AND_FIGURE,
                    each.name() + ", " + each.from() + " to " + each.to().minusDays(1),
                    each.amount(),
                    each.unit()));
        }
    }

    private void print(Document document, List<Line> lines) {
        out.printf(
                "%n%s pays %s %s %s, %s%n",
                document.payer(),
                document.payee(),
                money(document.gross()),
                document.currency(),
                DueWords.of(document.parts(), "due", LocalDate::toString));
        document.entries().forEach(entry -> {
            Line line = lines.get(entry.line());
            out.printf(
                    TEXT_AND_FIGURE,
                    line.clause() + " " + line.description(),
                    money(entry.amount()),
                    document.currency());
            line.notes().forEach(note -> out.println("    " + note));
        });
        document.vat()
                .forEach(vat -> out.printf(
                        TEXT_AND_FIGURE,
                        "VAT " + percent(vat) + " % of " + money(vat.base()),
                        money(vat.amount()),
                        document.currency()));
    }

    private static String percent(Document.VatAmount vat) {
        return vat.rate().times(Exact.of(100)).toString();
    }

    private static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }
}

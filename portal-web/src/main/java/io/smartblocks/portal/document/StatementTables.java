package io.smartblocks.portal.document;

import static io.smartblocks.portal.document.Table.day;
import static io.smartblocks.portal.document.Table.figure;
import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.runtime.settlement.Document;
import io.smartblocks.runtime.settlement.Statement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A statement as four tables: its documents, what of them is due when, their lines, and the values behind them. */
final class StatementTables {

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Dossier dossier;
    private final Statement statement;

    StatementTables(Dossier dossier) {
        this.dossier = dossier;
        this.statement = dossier.statement();
    }

    List<Table> all() {
        return List.of(documents(), due(), lines(), values());
    }

    Table documents() {
        String money = " (" + statement.currency() + ")";
        return new Table(
                "documents",
                List.of("Document", "Payer", "Payee", "Net" + money, "VAT" + money, "Total" + money, "Due"),
                statement.documents().stream()
                        .map(document -> List.of(
                                text(number(document)),
                                text(dossier.party(document.payer()).name()),
                                text(dossier.party(document.payee()).name()),
                                figure(document.net()),
                                figure(document.vatTotal()),
                                figure(document.gross()),
                                day(document.due())))
                        .toList());
    }

    /** A row for each day on which some of a document is due; more than one where a correction added to it. */
    Table due() {
        return new Table(
                "due",
                List.of("Document", "Due", "Amount (" + statement.currency() + ")"),
                statement.documents().stream()
                        .flatMap(document -> document.parts().stream()
                                .map(part -> List.of(text(number(document)), day(part.due()), figure(part.amount()))))
                        .toList());
    }

    Table lines() {
        String money = " (" + statement.currency() + ")";
        Measuring measuring = new Measuring(statement, dossier.text().words());
        List<List<Cell>> rows = new ArrayList<>();
        for (Document document : statement.documents()) {
            document.entries().forEach(entry -> {
                LineRow row = LineRow.of(entry, statement.lines().get(entry.line()), measuring);
                rows.add(List.of(
                        text(number(document)),
                        whole(row.line()),
                        text(row.clause()),
                        text(row.description()),
                        maybe(row.quantity()),
                        text(row.unit()),
                        maybe(row.price()),
                        figure(row.vatPercent()),
                        figure(row.net())));
            });
        }
        return new Table(
                "lines",
                List.of(
                        "Document",
                        "Line",
                        "Clause",
                        "For",
                        "Quantity",
                        "Unit",
                        "Price" + money.replace(")", " per unit)"),
                        "VAT (%)",
                        "Net" + money),
                rows);
    }

    /** Values without end are shown with six digits, as everywhere; the figure that is calculated with is exact. */
    Table values() {
        return new Table(
                "values",
                List.of("Value", "Figure", "Unit", "As often as"),
                statement.values().stream()
                        .map(value -> List.of(
                                text(value.name()),
                                DECIMAL.matcher(value.shown()).matches()
                                        ? figure(new BigDecimal(value.shown()))
                                        : text(value.shown()),
                                text(value.unit()),
                                text(value.level())))
                        .toList());
    }

    private String number(Document document) {
        return Drafting.number(dossier.settled().commit(), document.number());
    }

    private static Cell maybe(Optional<BigDecimal> figure) {
        return figure.map(Table::figure).orElseGet(() -> text(""));
    }
}

package io.smartblocks.portal.document;

import static io.smartblocks.portal.document.Table.day;
import static io.smartblocks.portal.document.Table.figure;
import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.document.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A list of settlements as a file: a row for each document to be paid, and one for each settlement without any. */
public final class SettlementList {

    private static final String NAME = "settlements";
    private static final List<String> HEAD = List.of(
            "Agreement",
            "Version",
            "Period",
            "First day",
            "Last day",
            "Revision",
            "Document",
            "Payer",
            "Payee",
            "Total (in currency)",
            "Currency",
            "Due");

    private SettlementList() {}

    public static byte[] csv(List<CommitSettlement> settled) {
        return TableFiles.csv(table(settled));
    }

    public static byte[] xlsx(List<CommitSettlement> settled) {
        return TableFiles.xlsx(List.of(table(settled)));
    }

    private static Table table(List<CommitSettlement> settled) {
        return new Table(
                NAME, HEAD, settled.stream().flatMap(SettlementList::rows).toList());
    }

    /** The settlements as they come. */
    public static LongTable of(Stream<CommitSettlement> settled) {
        return new LongTable(NAME, HEAD, settled.flatMap(SettlementList::rows));
    }

    private static Stream<List<Cell>> rows(CommitSettlement settled) {
        List<Payable> payables = settled.summary().payables();
        return payables.isEmpty()
                ? Stream.of(row(settled, List.of(text(""), text(""), text(""), text(""), text(""), text(""))))
                : payables.stream().map(payable -> row(settled, cells(payable)));
    }

    private static List<Cell> row(CommitSettlement settled, List<Cell> payable) {
        List<Cell> cells = new ArrayList<>(List.of(
                text(settled.agreement().value()),
                text(settled.version()),
                text(settled.period()),
                day(settled.from()),
                day(settled.to().minusDays(1)),
                whole(settled.revision())));
        cells.addAll(payable);
        return cells;
    }

    private static List<Cell> cells(Payable payable) {
        return List.of(
                whole(payable.document()),
                text(payable.payer()),
                text(payable.payee()),
                figure(payable.amount()),
                text(payable.currency()),
                day(payable.due()));
    }
}

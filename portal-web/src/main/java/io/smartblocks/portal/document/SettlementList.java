package io.smartblocks.portal.document;

import static io.smartblocks.portal.document.Table.day;
import static io.smartblocks.portal.document.Table.figure;
import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.StatementSummary;
import io.smartblocks.portal.document.Table.Cell;
import java.time.LocalDate;
import java.util.Collections;
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
                NAME,
                HEAD,
                settled.stream()
                        .flatMap(each -> rows(each.id(), each.version(), each.to(), each.summary()))
                        .toList());
    }

    /** The settlements as they come. */
    public static LongTable of(Stream<ListedSettlement> settled) {
        return new LongTable(
                NAME, HEAD, settled.flatMap(each -> rows(each.id(), each.version(), each.to(), each.summary())));
    }

    private static Stream<List<Cell>> rows(SettlementId id, String version, LocalDate to, StatementSummary summary) {
        List<Cell> settled = List.of(
                text(id.agreement().value()),
                text(version),
                text(id.period()),
                day(id.from()),
                day(to.minusDays(1)),
                whole(id.revision()));
        List<Payable> payables = summary.payables();
        return payables.isEmpty()
                ? Stream.of(row(settled, Collections.nCopies(HEAD.size() - settled.size(), text(""))))
                : payables.stream().map(payable -> row(settled, cells(payable)));
    }

    private static List<Cell> row(List<Cell> settled, List<Cell> payable) {
        return Stream.concat(settled.stream(), payable.stream()).toList();
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

package io.smartblocks.runtime.run;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.runtime.explain.SettlementExplanation.Source;
import io.smartblocks.runtime.metering.MeterColumn;
import io.smartblocks.runtime.settlement.Case;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which transactions brought the evidence of a settlement: pages of readings, index values and confirmed statements. */
final class EvidenceSources {

    private final ReadModel model;
    private final CommitSettlement committed;
    private final Case settled;
    private final List<Source> found = new ArrayList<>();

    EvidenceSources(ReadModel model, CommitSettlement committed, Case settled) {
        this.model = model;
        this.committed = committed;
        this.settled = settled;
    }

    /** All of them: meters day by day, then indexes, then what was stated. */
    List<Source> all() {
        Agreement agreement = settled.agreement();
        agreement.meters().forEach(this::pages);
        agreement.indexes().forEach(this::values);
        model.statements().of(committed.agreement(), committed.asOfBlock()).forEach(this::stated);
        return found;
    }

    private void pages(Declaration.Meter meter) {
        MeterColumn column = settled.evidence().columns().get(meter.name());
        if (column == null || meter.id().isEmpty()) {
            return;
        }
        model.meters()
                .pages(
                        new MeterId(meter.id().get()),
                        column.grid().from(),
                        PagesToColumn.pagesTo(meter, column.grid().to()),
                        committed.asOfBlock())
                .forEach(page -> add(
                        "readings",
                        meter.name(),
                        page.page().day().toString(),
                        page.recordedBy().toString(),
                        page.revision() == 0 ? "" : "revision " + page.revision() + reason(page.reason()),
                        page.transaction(),
                        page.block()));
    }

    private static String reason(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private void values(Declaration.Index index) {
        IndexId id = IndexId.of(index.publisher(), index.name());
        LocalDate from = settled.period().from();
        LocalDate to = settled.period().to();
        model.indexes()
                .values(id, from, to, committed.asOfBlock())
                .forEach(recorded -> add(
                        "index value",
                        index.name(),
                        recorded.state().value().from() + " up to "
                                + recorded.state().value().to(),
                        index.publisher(),
                        "",
                        recorded.transaction(),
                        recorded.block()));
    }

    private void stated(Recorded<StatementState> recorded) {
        recorded.state()
                .holding()
                .ifPresent(stated -> add(
                        "stated",
                        name(stated.statement()),
                        where(stated.statement()),
                        stated.organisation().toString(),
                        confirmed(stated),
                        Optional.of(stated.transaction()),
                        recorded.block()));
    }

    private static String confirmed(Stated stated) {
        String by = stated.confirmations().isEmpty()
                ? ""
                : "confirmed by "
                        + String.join(
                                ", ",
                                stated.confirmations().stream()
                                        .map(each -> each.organisation().toString())
                                        .toList());
        String note = note(stated.statement());
        return note.isEmpty() ? by : by.isEmpty() ? note : by + "; " + note;
    }

    private static String name(Statement statement) {
        if (statement instanceof StateFact fact) {
            return fact.fact();
        } else if (statement instanceof StateAdjustment adjustment) {
            return adjustment.adjustment();
        }
        return statement instanceof ReportEvent event
                ? event.event()
                : "clause " + ((StateOccurrence) statement).clause();
    }

    private static String where(Statement statement) {
        if (statement instanceof StateFact fact) {
            return "from " + fact.from();
        } else if (statement instanceof StateAdjustment adjustment) {
            return "from " + adjustment.from()
                    + adjustment.to().map(day -> " to " + day.minusDays(1)).orElse("");
        }
        return statement instanceof ReportEvent event
                ? event.at().toString()
                : "on " + ((StateOccurrence) statement).on();
    }

    private static String note(Statement statement) {
        if (statement instanceof StateFact fact) {
            return fact.note();
        }
        return statement instanceof StateAdjustment adjustment ? adjustment.reason() : "";
    }

    private void add(
            String kind,
            String name,
            String where,
            String by,
            String note,
            Optional<TransactionId> transaction,
            long block) {
        found.add(new Source(
                kind,
                name,
                where,
                by,
                note,
                transaction.map(TransactionId::toString).orElse(""),
                block));
    }
}

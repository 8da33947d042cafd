package io.smartblocks.portal.cli;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Dossiers;
import io.smartblocks.portal.document.Made;
import io.smartblocks.portal.document.SettlementDocuments;
import io.smartblocks.runtime.run.SignedTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code settlement document}: writes a settlement as a PDF, an electronic invoice or tables. */
@Command(
        name = "document",
        description = {
            "Write a settlement as a file: the statement as PDF or tables, a document of it as an electronic invoice.",
            "Invoices are of EN 16931 and checked by its rules before they are written; the same settlement always gives"
                    + " the same bytes. It reads the blocks alone, also beside a server."
        })
final class SettlementDocumentCommand implements Callable<Integer> {

    @Mixin
    private SettledPeriod period = new SettledPeriod();

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "pdf, ubl, cii, csv or xlsx.")
    private DocumentFormat format = DocumentFormat.PDF;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("");

    @Option(
            names = "--document",
            paramLabel = "N",
            description = "Which document becomes the invoice; needed where the settlement has several.")
    private Optional<Integer> document = Optional.empty();

    @Option(
            names = "--reversal",
            description = "The credit note that takes back a document of the revision before, instead of the invoice.")
    private boolean reversal;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            defaultValue = "lines",
            description = "Which table as CSV: documents, due, lines or values; default ${DEFAULT-VALUE}.")
    private String table = "lines";

    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataDirectory directory = data.existing();
        SettlementId id;
        try (StatesOnLedger ledger = directory.states()) {
            id = period.id(ledger);
        }
        Made made;
        try (TablesOfBlocks tables = TablesOfBlocks.of(directory, block -> {}, (done, of) -> {})) {
            ReadModel model = tables.model();
            made = made(new SettlementDocuments(new Dossiers(model, new SignedTexts(model)).of(record(model, id))));
        }
        if (made instanceof Made.NotMade not) {
            throw new InputRefused(String.join("\n", not.reasons()));
        }
        Made.File file = (Made.File) made;
        Texts.replace(out, file.content());
        spec.commandLine().getOut().println("%s holds %s.".formatted(out, file.name()));
        return ExitCode.DONE;
    }

    private static SettlementRecord record(ReadModel model, SettlementId id) {
        return model.settlements().of(id.agreement()).stream()
                .filter(record -> record.settlement().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Made made(SettlementDocuments documents) {
        return switch (format) {
            case PDF -> documents.print();
            case XLSX -> documents.workbook();
            case CSV ->
                documents.table(table).orElseThrow(() -> Known.not("A statement", "table", table, documents.tables()));
            case UBL, CII -> invoice(documents);
        };
    }

    private Made invoice(SettlementDocuments documents) {
        List<Integer> there = reversal ? documents.reversals() : documents.invoices();
        if (there.isEmpty()) {
            throw new InputRefused(
                    reversal
                            ? "This settlement takes nothing back: it is the first of its period, or the one before had no"
                                    + " documents."
                            : "This settlement makes nobody pay, so there is no invoice; its PDF and tables say why.");
        }
        if (document.isEmpty() && there.size() > 1) {
            throw new InputRefused(
                    "There are several documents; name one of %s with --document.".formatted(joined(there)));
        }
        int number = document.orElse(there.get(0));
        return (reversal ? documents.reversal(number, format) : documents.invoice(number, format))
                .orElseThrow(() ->
                        new InputRefused("There is no document %d; there is %s.".formatted(number, joined(there))));
    }

    private static String joined(List<Integer> numbers) {
        return String.join(", ", numbers.stream().map(Object::toString).toList());
    }
}

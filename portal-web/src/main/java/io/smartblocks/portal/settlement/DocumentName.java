package io.smartblocks.portal.settlement;

import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Made;
import io.smartblocks.portal.document.SettlementDocuments;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address of a document names, such as {@code statement.pdf}, {@code lines.csv} or {@code invoice-1.ubl.xml}. */
record DocumentName(String what, int number, DocumentFormat format) {

    private static final Pattern FORM =
            Pattern.compile("([a-z]+)(?:-([1-9]\\d{0,5}))?\\.(pdf|xlsx|csv|(?:ubl|cii)\\.xml)");

    static Optional<DocumentName> of(String file) {
        Matcher parts = FORM.matcher(file);
        return parts.matches()
                ? Optional.of(new DocumentName(
                        parts.group(1),
                        parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2)),
                        format(parts.group(3))))
                : Optional.empty();
    }

    private static DocumentFormat format(String ending) {
        for (DocumentFormat format : DocumentFormat.values()) {
            if (format.ending().equals(ending)) {
                return format;
            }
        }
        throw new IllegalStateException("'" + ending + "' ends no document");
    }

    /** The document; empty when the settlement has none of that name. */
    Optional<Made> make(SettlementDocuments documents) {
        if (format.isInvoice()) {
            return switch (what) {
                case "invoice" -> documents.invoice(number, format);
                case "reversal" -> documents.reversal(number, format);
                default -> Optional.empty();
            };
        }
        if (number != 0) {
            return Optional.empty();
        }
        if (format == DocumentFormat.CSV) {
            return documents.table(what);
        }
        return what.equals("statement")
                ? Optional.of(format == DocumentFormat.PDF ? documents.print() : documents.workbook())
                : Optional.empty();
    }
}

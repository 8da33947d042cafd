package io.smartblocks.portal.document;

import java.util.Locale;

/** In which form a settlement is handed out. */
public enum DocumentFormat {
    /** The statement to read and print. */
    PDF("pdf", "application/pdf"),
    /** An invoice or credit note in UBL 2.1. */
    UBL("ubl.xml", "application/xml"),
    /** An invoice or credit note in the Cross Industry Invoice D16B. */
    CII("cii.xml", "application/xml"),
    /** One of the statement's tables. */
    CSV("csv", "text/csv;charset=UTF-8"),
    /** The statement's tables as a workbook. */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String ending;
    private final String mediaType;

    DocumentFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean isInvoice() {
        return this == UBL || this == CII;
    }

    /** The name in commands and addresses, such as {@code pdf}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.smartblocks.portal.document;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Hands out a long table as a file: what is written of it goes to the reader while the rest is read. */
public final class Handing {

    private Handing() {}

    /** Answers with the table, named as it is. */
    public static void out(LongTable table, DocumentFormat format, HttpServletResponse response) throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(table.name() + '.' + format.ending())
                        .build()
                        .toString());
        if (format == DocumentFormat.CSV) {
            TableFiles.writeCsv(table, response.getOutputStream());
        } else {
            TableFiles.writeXlsx(List.of(table), response.getOutputStream());
        }
    }
}

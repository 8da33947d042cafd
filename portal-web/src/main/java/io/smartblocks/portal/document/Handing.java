package io.smartblocks.portal.document;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Hands out a long table as a file. It is read, once the audit log knows of it, into a file on disk and not into memory; what
 * cannot be read to its end is an error and no shorter file.
 */
public final class Handing {

    private Handing() {}

    /** An answer with the table, named as it is. */
    public static ResponseEntity<Resource> out(LongTable table, DocumentFormat format) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(table.name() + '.' + format.ending())
                                .build()
                                .toString())
                .body(new InputStreamResource(() -> written(table, format), table.name()));
    }

    /** The file, which is gone once it has been read. */
    private static InputStream written(LongTable table, DocumentFormat format) throws IOException {
        Path file = Files.createTempFile("export-", '.' + format.ending());
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                if (format == DocumentFormat.CSV) {
                    TableFiles.writeCsv(table, out);
                } else {
                    TableFiles.writeXlsx(List.of(table), out);
                }
            }
            return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}

package io.smartblocks.portal.api.v1;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of readings as programs send it: how it is described, and where it lies while it is read. */
final class ReadingsBody {

    static final String CSV = "text/csv";
    static final String EXAMPLE = "time,value\n...";
    static final String METER = "The meter; empty where the file has a column for it";
    static final String METER_EXAMPLE = "IE-9001/import";

    private static final int MOST_BYTES = 32 * 1024 * 1024;

    private ReadingsBody() {}

    /** What is done with a file. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Path file) throws IOException;
    }

    /** Puts what was sent into a file, which is gone when it has been read. */
    static <T> T read(HttpServletRequest request, Reading<T> reading) throws IOException {
        Path file = Files.createTempFile("sent-", ".readings");
        try {
            Files.write(file, Bodies.read(request, MOST_BYTES));
            return reading.of(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}

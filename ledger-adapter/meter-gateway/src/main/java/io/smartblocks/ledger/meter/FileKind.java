package io.smartblocks.ledger.meter;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** What a readings file is, by its first characters, whatever its name. */
enum FileKind {
    CSV,
    XML,
    /** Nothing that is read here; the problem has been reported. */
    NONE;

    private static final int LOOKED_AT = 256;

    static FileKind of(Path file, Problems problems) {
        Optional<FileKind> kind =
                MeterFile.read(file, problems, (InputStream in) -> Optional.of(of(in.readNBytes(LOOKED_AT))));
        if (kind.isPresent() && kind.get() == NONE) {
            problems.addOfTheWhole(
                    "packed",
                    0,
                    "the file is a zip archive",
                    "CSV or Green Button XML, plain or packed with gzip",
                    "Unpack it and import the files in it.");
        }
        return kind.orElse(NONE);
    }

    private static FileKind of(byte[] first) {
        if (first.length > 3 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4) {
            return NONE;
        }
        for (byte b : first) {
            if (b == '<') {
                return XML;
            }
            // Byte order marks of UTF-8 and UTF-16, the empty halves of UTF-16, and white space.
            boolean beforeText = b == 0
                    || b == (byte) 0xEF
                    || b == (byte) 0xBB
                    || b == (byte) 0xBF
                    || b == (byte) 0xFE
                    || b == (byte) 0xFF
                    || Character.isWhitespace(b);
            if (!beforeText) {
                return CSV;
            }
        }
        return CSV;
    }
}

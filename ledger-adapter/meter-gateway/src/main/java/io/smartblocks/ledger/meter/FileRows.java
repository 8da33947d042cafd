package io.smartblocks.ledger.meter;

import io.smartblocks.ledger.meter.greenbutton.Contents;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file as they were understood.
 *
 * @param rows how many the file has
 * @param readings those that were understood
 * @param contents what else a Green Button file holds
 * @param notes what is worth knowing of the file
 */
record FileRows(long rows, List<RawReading> readings, Optional<Contents> contents, List<Note> notes) {

    /** A file of which nothing was understood. */
    static FileRows none() {
        return new FileRows(0, List.of(), Optional.empty(), List.of());
    }
}

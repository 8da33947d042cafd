package io.smartblocks.ledger.meter.edge;

import io.smartblocks.ledger.meter.ReadFile;

/** What became of one file of a folder. */
public sealed interface TakenFile {

    /** How the file was called in the folder. */
    String name();

    /** All its pages are signed and in the outbox, on the disk; the file lies in {@code done}. */
    record Stored(String name, ReadFile.Pages read) implements TakenFile {}

    /** Something is wrong with it; the file lies in {@code refused}, with the reason beside it. */
    record Refused(String name, String why) implements TakenFile {}

    /** It stays where it is and is looked at again. */
    record Waits(String name, String why) implements TakenFile {}
}

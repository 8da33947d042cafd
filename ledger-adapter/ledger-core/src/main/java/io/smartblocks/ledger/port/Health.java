package io.smartblocks.ledger.port;

import java.util.List;

/** Whether the ledger takes writes, how many blocks it holds, and notes for those who run it. */
public record Health(boolean writable, long height, List<String> notes) {

    public Health {
        notes = List.copyOf(notes);
    }
}

package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.proof.Hash;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes records that have parts in common, such as what is asked for and the state that comes of it: what was written once
 * is copied wherever it stands again. It lives as long as one batch is on its way.
 */
public final class SharedWriting {

    /** What is shorter is written again as fast as it is found. */
    private static final int WORTH_NOTING = 256;

    // by identity: what is equal may have another text, as 1.0 and 1.00 have
    private final Map<Record, Text> texts = new IdentityHashMap<>();
    private final Map<Record, Part> parts = new IdentityHashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final JsonBytes out = new JsonBytes();

    /** The canonical text of a record in UTF-8, and its hash. */
    public record Text(byte[] bytes, Hash hash) {}

    private record Part(byte[] in, int from, int length) {}

    /** Where a part stands in the text that is being written. */
    private record Place(Record part, int from, int length) {}

    /** The text of a record, kept for whoever asks for it again. */
    public synchronized Text text(Record value) {
        Text known = texts.get(value);
        if (known == null) {
            byte[] bytes = bytes(value);
            known = new Text(bytes, Hash.of(bytes));
            texts.put(value, known);
        }
        return known;
    }

    /** The canonical text of a record in UTF-8. */
    public synchronized byte[] bytes(Record value) {
        places.clear();
        out.begin();
        RecordWriting.write(value, out, this);
        byte[] bytes = out.bytes();
        places.forEach(place -> parts.put(place.part(), new Part(bytes, place.from(), place.length())));
        return bytes;
    }

    /** Copies a record that was written before; false, and nothing is done, where it was not. */
    boolean copies(Record value, JsonBytes out) {
        Part known = parts.get(value);
        if (known != null) {
            out.put(known.in(), known.from(), known.length());
        }
        return known != null;
    }

    /** Notes that a record was written. */
    void wrote(Record value, int from, int to) {
        if (to - from >= WORTH_NOTING) {
            places.add(new Place(value, from, to - from));
        }
    }
}

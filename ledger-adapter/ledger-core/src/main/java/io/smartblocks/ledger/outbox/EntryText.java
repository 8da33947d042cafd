package io.smartblocks.ledger.outbox;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;

/** The files of an outbox as text: a line with the hash of the rest, a line on what it is, and what it holds. */
final class EntryText {

    private static final String FORM = "smartblocks-outbox-1 ";
    private static final int FIRST_LINE = FORM.length() + 64 + 1;

    /** What it is: whose order it belongs to, and since when it waits. */
    record Label(Lane lane, Instant queuedAt) {}

    private EntryText() {}

    static byte[] of(Label label, Batch batch) {
        return sealed(CanonicalJson.write(label) + '\n' + batch.json());
    }

    static byte[] of(PutAside.Refusal refusal) {
        return sealed(CanonicalJson.write(refusal));
    }

    static Label label(byte[] file) throws DamagedEntry {
        return read(line(file, 0), text -> CanonicalJson.read(text, Label.class));
    }

    static Batch batch(byte[] file) throws DamagedEntry {
        return read(line(file, 1), Batch::fromJson);
    }

    static PutAside.Refusal refusal(byte[] file) throws DamagedEntry {
        return read(line(file, 0), text -> CanonicalJson.read(text, PutAside.Refusal.class));
    }

    private static byte[] sealed(String rest) {
        String hash = Hash.of(rest).value();
        return (FORM + hash + '\n' + rest).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(byte[] file, int number) throws DamagedEntry {
        String text = new String(file, StandardCharsets.UTF_8);
        if (file.length < FIRST_LINE || text.length() < FIRST_LINE || !text.startsWith(FORM)) {
            throw new DamagedEntry("it does not begin with '" + FORM.strip() + "' and a hash");
        }
        String stated = text.substring(FORM.length(), FIRST_LINE - 1);
        String rest = text.substring(FIRST_LINE);
        String found = Hash.of(rest).value();
        if (!found.equals(stated)) {
            throw new DamagedEntry("its hash is " + found + ", but it was written with " + stated);
        }
        String[] lines = rest.split("\n", -1);
        if (lines.length <= number) {
            throw new DamagedEntry("it ends after " + lines.length + " lines; expected " + (number + 1));
        }
        return lines[number];
    }

    private static <T> T read(String json, Function<String, T> reading) throws DamagedEntry {
        try {
            return reading.apply(json);
        } catch (MalformedJson malformed) {
            throw new DamagedEntry("it is whole, but cannot be read: " + malformed.getMessage(), malformed);
        }
    }
}

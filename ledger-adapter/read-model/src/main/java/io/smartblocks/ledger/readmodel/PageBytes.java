package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a version of a day page in few bytes: its digest and revision; its zone, interval, unit and scale; its values, each
 * as the step from the one before; the runs of its letters; and what only those ask for who look at one page. Numbers take
 * seven bits a byte. {@link PageReading} reads it.
 */
final class PageBytes {

    private static final int MOST_OF_A_NUMBER = 10;

    private byte[] bytes = new byte[512];
    private int end;

    private PageBytes() {}

    static byte[] of(ReadingsState state) {
        PageBytes out = new PageBytes();
        out.write(state);
        return Arrays.copyOf(out.bytes, out.end);
    }

    private void write(ReadingsState state) {
        ReadingsPage page = state.page();
        put(Hash.of(CanonicalJson.bytes(page)).bytes());
        number(state.revision());
        text(page.zone().getId());
        text(page.interval().value());
        text(page.unit());
        signed(page.scale());
        values(page.values());
        runs(page.quality());
        signed(page.start().getEpochSecond());
        number(page.start().getNano());
        number(page.flags().isPresent() ? 1 : 0);
        page.flags().ifPresent(this::runs);
        text(state.recordedBy().value());
        text(state.reason());
    }

    /** A missing value is 0; of the others the step from the one before, 1 more. */
    private void values(List<@Nullable Long> values) {
        number(values.size());
        long before = 0;
        for (Long value : values) {
            if (value == null) {
                number(0);
            } else {
                long step = value - before;
                number((step << 1 ^ step >> 63) + 1);
                before = value;
            }
        }
    }

    /** The length of the text, then of each run of one character its length and the character. */
    private void runs(String letters) {
        number(letters.length());
        int from = 0;
        while (from < letters.length()) {
            char letter = letters.charAt(from);
            int to = from + 1;
            while (to < letters.length() && letters.charAt(to) == letter) {
                to++;
            }
            number(to - from);
            number(letter);
            from = to;
        }
    }

    private void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        put(encoded);
    }

    private void signed(long number) {
        number(number << 1 ^ number >> 63);
    }

    private void number(long number) {
        room(MOST_OF_A_NUMBER);
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
    }

    private void put(byte[] part) {
        room(part.length);
        System.arraycopy(part, 0, bytes, end, part.length);
        end += part.length;
    }

    private void room(int more) {
        if (bytes.length - end < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + more));
        }
    }
}

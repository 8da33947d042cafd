package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.TransactionId;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PageBytes} wrote, pages of many days one after the other; for one thread. */
final class PageReading {

    private static final int DIGEST = 32;
    private static final int FOUR = Integer.BYTES;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = {};
    private int at;

    private byte[] shapeBytes = {};
    private Shape shape = new Shape("", "", "", 0);
    private String letters = "";

    /** What the pages of a meter have in common. */
    private record Shape(String zone, String interval, String unit, int scale) {}

    /** Only which revision it is. */
    int revision(byte[] body) {
        bytes = body;
        at = DIGEST;
        return (int) number();
    }

    /** The page as plain numbers. */
    DayReadings numbers(MeterId meter, LocalDate day, byte[] body) {
        revision(body);
        readShape();
        long[] values = values();
        return new DayReadings(
                meter,
                day,
                shape.zone(),
                shape.interval(),
                shape.unit(),
                shape.scale(),
                values,
                runs(),
                Arrays.copyOf(body, DIGEST));
    }

    /** All of it. */
    RecordedPage page(MeterId meter, LocalDate day, byte[] body, long block, Optional<TransactionId> transaction) {
        int revision = revision(body);
        DayReadings readings = numbers(meter, day, body);
        Instant start = Instant.ofEpochSecond(signed(), number());
        Optional<String> flags = number() == 1 ? Optional.of(runs()) : Optional.empty();
        MemberId recordedBy = new MemberId(text());
        String reason = text();
        ReadingsPage page = new ReadingsPage(
                meter,
                day,
                ZoneId.of(readings.zone()),
                start,
                new Interval(readings.interval()),
                readings.unit(),
                readings.scale(),
                boxed(readings.values()),
                readings.quality(),
                flags);
        return new RecordedPage(
                page, revision, recordedBy, reason, block, transaction, Hash.ofDigest(readings.digest()));
    }

    private static List<@Nullable Long> boxed(long[] values) {
        List<@Nullable Long> boxed = new ArrayList<>(values.length);
        for (long value : values) {
            boxed.add(value == DayReadings.MISSING ? null : (Long) value);
        }
        return boxed;
    }

    /** Mostly the same as that of the page before, which is told from its bytes. */
    private void readShape() {
        int end = at + shapeBytes.length;
        if (shapeBytes.length > 0
                && end <= bytes.length
                && Arrays.equals(bytes, at, end, shapeBytes, 0, shapeBytes.length)) {
            at = end;
            return;
        }
        int from = at;
        shape = new Shape(text(), text(), text(), (int) signed());
        shapeBytes = Arrays.copyOfRange(bytes, from, at);
    }

    private long[] values() {
        long[] values = new long[(int) number()];
        // in local variables, for these are most of what is read of a month
        byte[] in = bytes;
        int place = at;
        long before = 0;
        for (int i = 0; i < values.length; i++) {
            long coded;
            int four = place + FOUR <= in.length ? (int) INTS.get(in, place) : -1;
            int ends = ~four & 0x80808080;
            if (ends == 0) {
                at = place;
                coded = number();
                place = at;
            } else {
                // up to four bytes at once: steps are of one to three, in no order that could be foretold
                int bits = four & (ends ^ ends - 1) & 0x7f7f7f7f;
                coded = bits & 0x7f | bits >>> 1 & 0x3f80 | bits >>> 2 & 0x1fc000 | bits >>> 3 & 0xfe00000;
                place += Integer.numberOfTrailingZeros(ends) / Byte.SIZE + 1;
            }
            if (coded == 0) {
                values[i] = DayReadings.MISSING;
            } else {
                coded--;
                before += coded >>> 1 ^ -(coded & 1);
                values[i] = before;
            }
        }
        at = place;
        return values;
    }

    private String runs() {
        int length = (int) number();
        int from = at;
        if (length > 0 && number() == length) {
            char only = (char) number();
            if (letters.length() != length || letters.charAt(0) != only) {
                letters = String.valueOf(only).repeat(length);
            }
            return letters;
        }
        at = from;
        StringBuilder text = new StringBuilder(length);
        while (text.length() < length) {
            int run = (int) number();
            text.append(String.valueOf((char) number()).repeat(run));
        }
        return text.toString();
    }

    private String text() {
        int length = (int) number();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private long signed() {
        long coded = number();
        return coded >>> 1 ^ -(coded & 1);
    }

    private long number() {
        byte part = bytes[at++];
        if (part >= 0) {
            return part;
        }
        long number = part & 0x7f;
        int shift = 7;
        do {
            part = bytes[at++];
            number |= (long) (part & 0x7f) << shift;
            shift += 7;
        } while (part < 0);
        return number;
    }
}

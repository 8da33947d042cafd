package io.smartblocks.ledger.embedded;

import java.util.Arrays;

/** A few whole numbers in few bytes: seven bits to a byte, the smallest first, as many bytes as each needs. */
final class Packed {

    private static final int MORE = 0x80;

    private byte[] bytes;
    private int end;
    private int at;

    private Packed(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** Begins with no numbers. */
    static Packed empty() {
        return new Packed(new byte[16], 0);
    }

    /** Reads what was packed. */
    static Packed of(byte[] bytes) {
        return new Packed(bytes, bytes.length);
    }

    Packed add(long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            put((byte) (rest & 0x7f | MORE));
            rest >>>= 7;
        }
        put((byte) rest);
        return this;
    }

    private void put(byte part) {
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, end * 2);
        }
        bytes[end++] = part;
    }

    boolean hasNext() {
        return at < end;
    }

    long next() {
        long number = 0;
        int shift = 0;
        byte part;
        do {
            if (at == end || shift > 63) {
                throw new LedgerDamaged("the index holds a number that does not end; run 'ledger verify'");
            }
            part = bytes[at++];
            number |= (long) (part & 0x7f) << shift;
            shift += 7;
        } while (part < 0);
        return number;
    }

    int nextInt() {
        return (int) next();
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, end);
    }
}

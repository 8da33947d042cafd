package io.smartblocks.runtime.evidence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds what JSON texts must escape, eight bytes at a time: control characters, quotes and backslashes. */
final class Escapes {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x80 * EACH;

    private Escapes() {}

    static boolean isAnyIn(byte[] utf8) {
        int at = 0;
        for (; at <= utf8.length - Long.BYTES; at += Long.BYTES) {
            long eight = (long) EIGHT.get(utf8, at);
            long found = below(eight, ' ') | below(eight ^ '"' * EACH, 1) | below(eight ^ '\\' * EACH, 1);
            if (found != 0) {
                return true;
            }
        }
        for (; at < utf8.length; at++) {
            int b = utf8[at] & 0xff;
            if (b < ' ' || b == '"' || b == '\\') {
                return true;
            }
        }
        return false;
    }

    /** A bit for each byte below a limit of at most 128, "Determine if a word has a byte less than n", Bit Twiddling Hacks. */
    private static long below(long eight, long limit) {
        return eight - limit * EACH & ~eight & HIGHEST_BITS;
    }
}

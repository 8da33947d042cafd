package io.smartblocks.ledger.embedded;

import java.util.Arrays;
import java.util.Optional;

/** Finds the one bit whose flip explains a wrong CRC32C, so that damage can be named by what stood there. */
final class FlippedBit {

    private static final int POLYNOMIAL = 0x82F63B78;
    private static final int[] TABLE = table();

    private FlippedBit() {}

    /** The bytes with that bit set right; empty when no single bit explains the difference. */
    static Optional<byte[]> undo(byte[] content, int expectedChecksum) {
        int difference = Frame.crc(content, 0, content.length) ^ expectedChecksum;
        // a checksum is linear: what one flipped bit adds depends only on its distance from the end
        int[] added = new int[8];
        for (int bit = 0; bit < 8; bit++) {
            added[bit] = TABLE[1 << bit];
        }
        for (int place = content.length - 1; place >= 0; place--) {
            for (int bit = 0; bit < 8; bit++) {
                if (added[bit] == difference) {
                    byte[] mended = Arrays.copyOf(content, content.length);
                    mended[place] ^= (byte) (1 << bit);
                    return Optional.of(mended);
                }
                added[bit] = TABLE[added[bit] & 0xff] ^ (added[bit] >>> 8);
            }
        }
        return Optional.empty();
    }

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < 256; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ POLYNOMIAL;
            }
            table[i] = value;
        }
        return table;
    }
}

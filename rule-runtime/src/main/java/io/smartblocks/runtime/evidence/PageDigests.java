package io.smartblocks.runtime.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The digests of the ledger's pages of a meter, in the order of their days. They are kept as the list that the evidence's
 * canonical form has of them, for that is all that is ever asked of them.
 */
public final class PageDigests {

    /** Readings that no page of a ledger holds. */
    public static final PageDigests NONE = new PageDigests(new byte[0]);

    private static final int BYTES = 32;
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final byte[] list;

    private PageDigests(byte[] list) {
        this.list = list;
    }

    /** Those with these bytes, 32 each. */
    public static PageDigests of(List<byte[]> digests) {
        if (digests.isEmpty()) {
            return NONE;
        }
        byte[] list = new byte[digests.size() * (2 * BYTES + 3) + 1];
        int at = 0;
        for (byte[] digest : digests) {
            if (digest.length != BYTES) {
                throw new IllegalArgumentException("a page's digest has " + BYTES + " bytes, not " + digest.length);
            }
            list[at] = (byte) (at == 0 ? '[' : ',');
            list[at + 1] = '"';
            at += 2;
            for (byte each : digest) {
                list[at++] = DIGITS[each >> 4 & 0xf];
                list[at++] = DIGITS[each & 0xf];
            }
            list[at++] = '"';
        }
        list[at] = ']';
        return new PageDigests(list);
    }

    /** True for readings that no page of a ledger holds. */
    public boolean isEmpty() {
        return list.length == 0;
    }

    /** The canonical form, for this package only: nobody may change it. */
    byte[] list() {
        return list;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageDigests digests && Arrays.equals(list, digests.list);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(list);
    }

    @Override
    public String toString() {
        return isEmpty() ? "[]" : new String(list, StandardCharsets.US_ASCII);
    }
}

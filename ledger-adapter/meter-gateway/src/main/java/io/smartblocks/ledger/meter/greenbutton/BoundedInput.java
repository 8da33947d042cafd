package io.smartblocks.ledger.meter.greenbutton;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends a file that is too large, or that holds one piece of markup so long that it would fill the memory. */
final class BoundedInput extends FilterInputStream {

    private static final long LARGEST = 1L << 30;
    private static final long LONGEST_WITHOUT_MARKUP = 1 << 20;

    private long read;
    private long sinceMarkup;

    BoundedInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, Math.min(length, 1 << 13));
        for (int i = offset; i < offset + n; i++) {
            sinceMarkup = into[i] == '>' ? 0 : sinceMarkup + 1;
        }
        read += Math.max(0, n);
        if (read > LARGEST) {
            throw new MalformedFeed(
                    "too-large",
                    0,
                    "the file holds more than 1 GiB of text",
                    "at most 1 GiB",
                    "Ask the utility for one file per usage point or year.");
        }
        if (sinceMarkup > LONGEST_WITHOUT_MARKUP) {
            throw new MalformedFeed(
                    "not-green-button",
                    0,
                    "more than a million bytes follow each other without the end of an element",
                    "a Green Button feed, whose texts are short",
                    "Download the file again from the utility.");
        }
        return n;
    }
}

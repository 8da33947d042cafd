package io.smartblocks.runtime.metering;

/** How good a reading is. */
public enum Quality {
    ACTUAL('A'),
    ESTIMATED('E'),
    MISSING('M');

    private static final Quality[] ALL = values();

    private final char code;

    Quality(char code) {
        this.code = code;
    }

    /** The letter that stands for this quality in a page of readings. */
    public char code() {
        return code;
    }

    /** The quality with that letter. */
    public static Quality ofCode(char code) {
        for (Quality quality : ALL) {
            if (quality.code == code) {
                return quality;
            }
        }
        throw new IllegalArgumentException(
                "no quality of readings has the letter '" + code + "'; there are A, E and M");
    }

    static Quality ofOrdinal(byte ordinal) {
        return ALL[ordinal];
    }
}

package io.smartblocks.ledger.meter.validation;

/** What can be remarkable about a reading; where several are, the first in this order stands on the page. */
public enum Flag {
    REGISTER('R', "a register that rolls over or goes back"),
    NEGATIVE('N', "negative"),
    OUTSIDE('O', "outside what is expected or doubted by the source"),
    DIFFERS('D', "a register that advances by another amount than the meter that it checks"),
    SPIKE('S', "far above the readings at the same time of day"),
    STUCK('K', "the same value for too long"),
    ESTIMATED('V', "estimated by the source");

    /** What stands on a page where nothing is remarkable. */
    public static final char NONE = '.';

    private final char letter;
    private final String words;

    Flag(char letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    /** How it stands on a page of readings. */
    public char letter() {
        return letter;
    }

    static Flag of(char letter) {
        for (Flag flag : values()) {
            if (flag.letter == letter) {
                return flag;
            }
        }
        throw new IllegalArgumentException("'" + letter + "' is not a flag of a reading");
    }

    @Override
    public String toString() {
        return words;
    }
}

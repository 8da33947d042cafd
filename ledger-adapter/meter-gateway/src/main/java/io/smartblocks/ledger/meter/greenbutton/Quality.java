package io.smartblocks.ledger.meter.greenbutton;

import java.util.Optional;

/** How far the source itself trusts a reading, by the numbers of ESPI (QualityOfReading). */
public enum Quality {
    VALID(0, "valid"),
    EDITED(7, "manually edited"),
    REFERENCE_DAY(8, "estimated using a reference day"),
    INTERPOLATED(9, "estimated by linear interpolation"),
    QUESTIONABLE(10, "questionable"),
    DERIVED(11, "derived"),
    PROJECTED(12, "projected"),
    MIXED(13, "mixed"),
    RAW(14, "raw"),
    NORMALIZED(15, "normalized for weather"),
    OTHER(16, "other"),
    VALIDATED(17, "validated"),
    VERIFIED(18, "verified"),
    REVENUE(19, "revenue quality");

    private final int number;
    private final String words;

    Quality(int number, String words) {
        this.number = number;
        this.words = words;
    }

    static Optional<Quality> of(int number) {
        for (Quality quality : values()) {
            if (quality.number == number) {
                return Optional.of(quality);
            }
        }
        return Optional.empty();
    }

    /** Whether the source made the value up from others. */
    public boolean isEstimate() {
        return this == REFERENCE_DAY || this == INTERPOLATED || this == DERIVED || this == MIXED;
    }

    /** Whether it is no measurement at all but a forecast or a computed norm. */
    public boolean isNoReading() {
        return this == PROJECTED || this == NORMALIZED;
    }

    /** Whether the source doubts the value, or says of it what has no name. */
    public boolean isDoubted() {
        return this == QUESTIONABLE || this == OTHER;
    }

    @Override
    public String toString() {
        return words;
    }
}

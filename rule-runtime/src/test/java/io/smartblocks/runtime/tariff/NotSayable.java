package io.smartblocks.runtime.tariff;

/** Why a tariff is none that a calendar agreement says. */
final class NotSayable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSayable(String why) {
        super(why);
    }
}

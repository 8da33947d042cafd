package io.smartblocks.ledger.family;

import java.util.Optional;

/** Checks the words that people put into a transaction. */
final class Texts {

    private static final int LONGEST = 200;
    private static final int LONGEST_DOCUMENT = 4_000_000;

    private Texts() {}

    /** A refusal when the text is blank, too long or holds control characters. */
    static Optional<Decision> problemWith(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(Decision.refuse(
                    RefusalCode.INVALID_CONTENT,
                    what + " '" + shortened(text) + "' is not acceptable: expected 1 to " + LONGEST
                            + " characters on one line"));
        }
        return Optional.empty();
    }

    /** A refusal when a document is longer than every reader is sure to take. */
    static Optional<Decision> tooLong(String what, String document) {
        if (document.length() <= LONGEST_DOCUMENT) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.INVALID_CONTENT,
                what + " has " + document.length() + " characters; expected at most " + LONGEST_DOCUMENT));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Slug;
import java.util.HexFormat;
import java.util.Optional;

/** Checks the words that people put into a transaction. */
final class Texts {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LONGEST = 200;
    private static final int LONGEST_PARAGRAPH = 10_000;
    private static final int LONGEST_DOCUMENT = 4_000_000;

    private Texts() {}

    /** A refusal when the text is blank, too long or holds control characters. */
    static Optional<Decision> problemWith(String what, String text) {
        return problemWith(what, text, LONGEST);
    }

    /** The same with a length of its own. */
    static Optional<Decision> problemWith(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            return invalid(what + " '" + shortened(text) + "' is not acceptable: expected 1 to " + longest
                    + " characters on one line");
        }
        return Optional.empty();
    }

    /** A refusal when the name is none that a state key can be made of. */
    static Optional<Decision> problemWithName(String what, String name) {
        return problemWith(what, name)
                .or(() -> name.codePoints().noneMatch(Character::isLetterOrDigit)
                        ? invalid(what + " '" + name + "' holds no letter or digit")
                        : problemWith("the plain form of " + what, Slug.of(name)));
    }

    /** A refusal when a reason is missing, or is none that every reader is sure to take. */
    static Optional<Decision> problemWithReason(String of, String reason) {
        return reason.isBlank()
                ? Optional.of(Decision.refuse(RefusalCode.REASON_MISSING, of + " needs a reason"))
                : problemWithParagraph("the reason of " + of, reason);
    }

    /** A refusal when a text of some lines, which may be empty, is none that every reader is sure to take. */
    static Optional<Decision> problemWithParagraph(String what, String text) {
        return problemWithDocument(what, text, LONGEST_PARAGRAPH);
    }

    /** A refusal when a document is none that every reader is sure to take. */
    static Optional<Decision> problemWithDocument(String what, String document) {
        return problemWithDocument(what, document, LONGEST_DOCUMENT);
    }

    private static Optional<Decision> problemWithDocument(String what, String text, int longest) {
        if (text.length() > longest) {
            return invalid(what + " has " + text.length() + " characters; expected at most " + longest);
        }
        // databases take no NUL, and people see none of the others
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return invalid(what + " holds the control character U+" + HEX.toHexDigits(c) + "; take it out");
            }
        }
        return Optional.empty();
    }

    private static Optional<Decision> invalid(String message) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, message));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

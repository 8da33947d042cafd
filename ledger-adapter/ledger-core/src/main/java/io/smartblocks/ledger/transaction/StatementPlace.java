package io.smartblocks.ledger.transaction;

/**
 * What a statement is about: its agreement, its kind, the name that the agreement gives it, and where in time.
 *
 * @param kind {@code fact}, {@code adjustment}, {@code event} or {@code occurrence}
 * @param name the declared name; a clause's number for an occurrence
 * @param at the place in time, such as {@code 2026-11-01}
 */
public record StatementPlace(AgreementId agreement, String kind, String name, String at) {

    public StatementPlace {
        plain("kind", kind);
        plain("name", name);
        if (at.isBlank() || at.length() > 300 || at.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the place '" + at
                    + "' of a statement is not acceptable: expected 1 to 300 characters on one line");
        }
    }

    // the name stands in a key between strokes; so no two names share a key
    private static void plain(String what, String text) {
        if (text.isBlank()
                || text.length() > 200
                || text.indexOf('/') >= 0
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the " + what + " '" + text
                    + "' of a statement is not acceptable: expected 1 to 200 characters on one line without '/'");
        }
    }

    /** All places of a kind and name: what stands before the place in time. */
    public String series() {
        return agreement + "/" + kind + "/" + name + "/";
    }

    @Override
    public String toString() {
        return series() + at;
    }
}

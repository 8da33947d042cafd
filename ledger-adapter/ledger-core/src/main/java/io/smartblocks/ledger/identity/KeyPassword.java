package io.smartblocks.ledger.identity;

/** What opens a key store; it is never shown. */
public final class KeyPassword {

    /** How many characters a password wants that people think of. */
    public static final int SHORTEST = 8;

    private static final int TYPED = 600_000;
    private static final int RANDOM = 10_000;

    private final char[] letters;
    private final int rounds;

    private KeyPassword(String text, int rounds) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("the password of a key is empty; expected at least one character");
        }
        for (int i = 0; i < text.length(); i++) {
            // Java's own tools open a key store of PBES2 with these characters only
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                throw new IllegalArgumentException("character " + (i + 1)
                        + " of the key's password is not a printable character of ASCII; other letters and line ends"
                        + " cannot be used there");
            }
        }
        this.letters = text.toCharArray();
        this.rounds = rounds;
    }

    /** A password that people thought of: each guess is made to take long. */
    public static KeyPassword typed(String text) {
        return new KeyPassword(text, TYPED);
    }

    /** A password of at least 100 random bits, which nobody guesses however fast. */
    public static KeyPassword random(String text) {
        return new KeyPassword(text, RANDOM);
    }

    /** How many characters it has. */
    public int length() {
        return letters.length;
    }

    char[] letters() {
        return letters.clone();
    }

    /** How often PBKDF2 is applied to it. */
    int rounds() {
        return rounds;
    }

    @Override
    public String toString() {
        return "KeyPassword[hidden]";
    }
}

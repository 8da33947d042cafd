package io.smartblocks.portal.words;

/**
 * English words within a message of another language, such as what the compiler says of a text. They stand between the signs
 * of Unicode for words of another writing, which nobody sees, and a page says of them in which language they are.
 */
public final class English {

    private static final String BEGIN = "\u2068";
    private static final String END = "\u2069";

    private English() {}

    /** Words that stay English in whatever message they stand. */
    public static String said(String words) {
        return BEGIN + words + END;
    }

    /** A message in turns: words of the reader's language, English ones, and so on. */
    public static String[] parts(String message) {
        return message.split("[" + BEGIN + END + "]", -1);
    }

    /** The message alone, for programs. */
    public static String plain(String message) {
        return String.join("", parts(message));
    }
}

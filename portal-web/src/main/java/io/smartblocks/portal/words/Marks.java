package io.smartblocks.portal.words;

/** Signs around the answers and gaps of a text that is not an agreement yet; no agreement is read with them. */
public final class Marks {

    static final char ANSWER = '\uE000';
    static final char WRONG = '\uE001';
    static final char GAP = '\uE002';
    static final char END = '\uE003';

    private Marks() {}

    /** An answer that will do. */
    public static String answer(String words) {
        return marked(ANSWER, words);
    }

    /** An answer that has to change. */
    public static String wrong(String words) {
        return marked(WRONG, words);
    }

    /** Room for an answer that is missing; the words, if any, say which. */
    public static String gap(String words) {
        return marked(GAP, words);
    }

    private static String marked(char begin, String words) {
        return begin + words.replaceAll("[\uE000-\uE003]", "") + END;
    }

    /** How words are set that begin with this sign. */
    static Deed.Tone tone(char begin) {
        return switch (begin) {
            case ANSWER -> Deed.Tone.ANSWER;
            case WRONG -> Deed.Tone.WRONG;
            default -> Deed.Tone.GAP;
        };
    }
}

package io.smartblocks.dsl.diagnostic;

/** How many columns of a terminal a text takes: none for marks on a letter, two for wide letters and pictures. */
final class Width {

    /** First and last letters of the blocks that terminals draw in two columns, by the Unicode property East_Asian_Width. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private Width() {}

    static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int letter) {
        int type = Character.getType(letter);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        for (int[] block : WIDE) {
            if (letter >= block[0] && letter <= block[1]) {
                return 2;
            }
        }
        return 1;
    }
}

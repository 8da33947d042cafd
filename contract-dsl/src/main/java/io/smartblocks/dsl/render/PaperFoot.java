package io.smartblocks.dsl.render;

import java.util.stream.Collectors;

/** The foot of every printed page: which agreement it belongs to, its hashes, and which page it is. */
final class PaperFoot {

    private static final String SMALL =
            "font: 6.5pt/1.4 \"Source Serif 4\", Georgia, serif; color: #444; vertical-align: top; padding-top: 4mm;";

    private PaperFoot() {}

    /** The rules of style that put it there; the title is written so that no character of it can end its string. */
    static String style(Page page) {
        String name = page.title() + ", version " + page.version();
        return """
                @page {
                  size: A4; margin: 20mm 18mm 24mm;
                  @bottom-left { content: "%s\\A text %s\\A compiled %s"; %s white-space: pre; text-align: left; }
                  @bottom-right { content: "page " counter(page) " of " counter(pages); %s white-space: nowrap; }
                }
                """.formatted(escaped(name), page.textHash(), page.compiledHash(), SMALL, SMALL);
    }

    private static String escaped(String text) {
        return text.codePoints()
                .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : "\\%06X".formatted(c))
                .collect(Collectors.joining());
    }
}

package io.smartblocks.dsl.render;

import io.smartblocks.dsl.wording.AgreementText;

/**
 * Sets an agreement as prose with numbered clauses, definitions and worked examples; the words are those of the text, and
 * the same text always gives the same page.
 */
public final class AgreementRenderer {

    private AgreementRenderer() {}

    /** A complete page in HTML that needs nothing from elsewhere, to read on a screen or on paper. */
    public static String html(AgreementText text) {
        return HtmlPage.write(PageBuilder.of(text));
    }

    /** The same in Markdown. */
    public static String markdown(AgreementText text) {
        return MarkdownPage.write(PageBuilder.of(text));
    }
}

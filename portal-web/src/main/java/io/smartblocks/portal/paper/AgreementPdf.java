package io.smartblocks.portal.paper;

import io.smartblocks.dsl.render.AgreementRenderer;
import io.smartblocks.dsl.wording.AgreementText;

/** Prints the page of an agreement, with its hashes at the foot of every page, so that both parties print the same bytes. */
public final class AgreementPdf {

    private AgreementPdf() {}

    /** The agreement on paper. */
    public static Paper of(AgreementText text) {
        return HtmlPaper.of(
                AgreementRenderer.html(text), text.textHash(), new PaperMark(PaperMark.Kind.TEXT, text.textHash()));
    }
}

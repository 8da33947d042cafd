package io.smartblocks.portal.agreement;

import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.portal.paper.AgreementPdf;
import io.smartblocks.portal.paper.Paper;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.ContentDisposition;

/** An agreement as a file to print. */
public final class OnPaper {

    private OnPaper() {}

    /** The bytes of the PDF; empty where the text cannot be laid out. */
    public static Optional<byte[]> of(Proposal proposal, String text) {
        return AgreementText.of(new SourceText(proposal.title(), text))
                .map(AgreementPdf::of)
                .filter(Paper.Printed.class::isInstance)
                .map(Paper.Printed.class::cast)
                .map(Paper.Printed::pdf);
    }

    /** The header that names the file. */
    public static String fileName(Proposal proposal) {
        return ContentDisposition.attachment()
                .filename(
                        "%s-%s.pdf".formatted(proposal.agreement().value(), proposal.version()), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}

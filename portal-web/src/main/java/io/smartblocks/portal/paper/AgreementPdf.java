package io.smartblocks.portal.paper;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.smartblocks.dsl.render.AgreementRenderer;
import io.smartblocks.dsl.wording.AgreementText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Prints the page of an agreement as PDF/UA on A4: tagged, with an outline, its typeface inside, and its hashes at the foot
 * of every page. It reads nothing from elsewhere and writes no date, so that both parties print the same bytes.
 */
public final class AgreementPdf {

    private AgreementPdf() {}

    /** The agreement on paper. */
    public static Paper of(AgreementText text) {
        String html = Normalizer.normalize(AgreementRenderer.html(text), Normalizer.Form.NFC);
        List<String> missing = Typeface.missing(html);
        return missing.isEmpty() ? new Paper.Printed(print(html, text.textHash())) : new Paper.Unprintable(missing);
    }

    private static byte[] print(String html, String textHash) {
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument();
                PdfBoxRenderer renderer = builder(html, pdf).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            pdf.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
            pdf.setDocumentId(Long.parseUnsignedLong(textHash.substring(0, 16), 16));
            pdf.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the agreement could not be printed", e);
        }
        return out.toByteArray();
    }

    private static PdfRendererBuilder builder(String html, PDDocument pdf) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .usePdfVersion(1.7f)
                .usePdfUaAccessibility(true)
                .withProducer("SmartBlocks")
                .withW3cDocument(PaperDocument.of(html), null)
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (address, kind) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        Typeface.embedIn(pdf, builder);
        return builder;
    }
}

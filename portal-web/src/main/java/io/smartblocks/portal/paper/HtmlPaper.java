package io.smartblocks.portal.paper;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Prints a page of HTML as PDF/UA on A4: tagged, with an outline and its typeface inside. It reads nothing from elsewhere and
 * writes no date, so that the same page always gives the same bytes.
 */
public final class HtmlPaper {

    private static final int ID_DIGITS = 16;

    private HtmlPaper() {}

    /**
     * The page on paper.
     *
     * @param page well-formed HTML whose headings have ids, or stand in an element with one
     * @param hash of what the page says, in hexadecimal; the file's id begins with it
     * @param mark what the page is a print of, by which it is found again
     */
    public static Paper of(String page, String hash, PaperMark mark) {
        String html = Normalizer.normalize(page, Normalizer.Form.NFC);
        List<String> missing = Typeface.missing(html);
        return missing.isEmpty() ? new Paper.Printed(mark.on(print(html, hash))) : new Paper.Unprintable(missing);
    }

    private static byte[] print(String html, String hash) {
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument();
                PdfBoxRenderer renderer = builder(html, pdf).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            pdf.getDocumentInformation().getCOSObject().removeItem(COSName.CREATION_DATE);
            pdf.setDocumentId(Long.parseUnsignedLong(hash.substring(0, ID_DIGITS), 16));
            pdf.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the page could not be printed", e);
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

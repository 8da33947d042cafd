package io.smartblocks.portal.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one typeface of printed pages, whose used signs every file carries with it. */
final class Typeface {

    private static final String FAMILY = "Source Serif 4";
    private static final String REGULAR = "source-serif-4-regular.ttf";
    private static final Map<String, Integer> WEIGHTS =
            new TreeMap<>(Map.of(REGULAR, 400, "source-serif-4-semibold.ttf", 600));

    private Typeface() {}

    static void embedIn(PDDocument pdf, PdfRendererBuilder builder) throws IOException {
        for (Map.Entry<String, Integer> weight : WEIGHTS.entrySet()) {
            PDFont font = PDType0Font.load(pdf, parsed(weight.getKey()), true);
            builder.useFont(new PDFontSupplier(font), FAMILY, weight.getValue(), FontStyle.NORMAL, true);
        }
    }

    /** The characters of a text that the typeface cannot show, each once. */
    static List<String> missing(String text) {
        try (TrueTypeFont font = parsed(REGULAR)) {
            CmapLookup signs = font.getUnicodeCmapLookup();
            return text.codePoints()
                    .filter(c -> !Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT)
                    .filter(c -> signs.getGlyphId(c) == 0)
                    .distinct()
                    .mapToObj(Character::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("'%s' could not be read".formatted(REGULAR), e);
        }
    }

    /** A font without ligatures: a joined sign would be no letter to who reads aloud, searches or copies. */
    private static TrueTypeFont parsed(String name) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            font.setEnableGsub(false);
            return font;
        }
    }
}

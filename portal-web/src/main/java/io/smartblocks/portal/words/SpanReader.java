package io.smartblocks.portal.words;

import io.smartblocks.portal.words.Deed.Paragraph;
import io.smartblocks.portal.words.Deed.Span;
import io.smartblocks.portal.words.Deed.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets one sentence: the term that it defines stands out, and so do the reader's answers where the text marks them. */
final class SpanReader {

    private static final String NAME = "\\p{Lu}[\\p{L}\\p{N}]*(?: (?:of |the )?\\p{Lu}[\\p{L}\\p{N}]*)*";
    private static final Pattern DEFINITION = Pattern.compile(
            "((?:(?:party|meter|index|period|season|fact|parameter) )?)(" + NAME + ")( (?:is|are|reads|in)\\b.*)");
    private static final Pattern MARKED = Pattern.compile("([\uE000-\uE002])([^\uE003]*)\uE003");

    private final boolean marks;

    SpanReader(boolean marks) {
        this.marks = marks;
    }

    /** Words that only read, in which nothing is defined. */
    Paragraph prose(String words) {
        List<Span> spans = new ArrayList<>();
        add(spans, Tone.PLAIN, typeset(words));
        return new Paragraph("", spans);
    }

    Paragraph paragraph(String sentence) {
        Matcher definition = DEFINITION.matcher(sentence);
        List<Span> spans = new ArrayList<>();
        if (!definition.matches()) {
            words(spans, typeset(sentence + '.'));
            return new Paragraph("", spans);
        }
        add(spans, Tone.PLAIN, definition.group(1));
        add(spans, Tone.TERM, definition.group(2));
        words(spans, typeset(definition.group(3) + '.'));
        return new Paragraph(definition.group(2), spans);
    }

    private void words(List<Span> spans, String words) {
        int from = 0;
        if (marks) {
            Matcher marked = MARKED.matcher(words);
            while (marked.find()) {
                add(spans, Tone.PLAIN, words.substring(from, marked.start()));
                spans.add(new Span(Marks.tone(marked.group(1).charAt(0)), marked.group(2)));
                from = marked.end();
            }
        }
        add(spans, Tone.PLAIN, words.substring(from));
    }

    private static void add(List<Span> spans, Tone tone, String words) {
        if (!words.isEmpty()) {
            spans.add(new Span(tone, words));
        }
    }

    /** Straight quotes, stars and hyphens between figures become the signs that print uses; no word changes. */
    static String typeset(String words) {
        return words.replace(" * ", " × ").replace(" - ", " − ").replaceAll("\"([^\"]*)\"", "“$1”");
    }
}

package io.smartblocks.portal.words;

import io.smartblocks.portal.words.Deed.Paragraph;
import io.smartblocks.portal.words.Deed.Span;
import io.smartblocks.portal.words.Deed.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets one sentence: the term that it defines stands out, and so do the reader's answers. */
final class SpanReader {

    private static final String NAME = "\\p{Lu}[\\p{L}\\p{N}]*(?: (?:of |the )?\\p{Lu}[\\p{L}\\p{N}]*)*";
    private static final Pattern DEFINITION = Pattern.compile(
            "((?:(?:party|meter|index|period|season|fact|parameter) )?)(" + NAME + ")( (?:is|are|reads|in)\\b.*)");

    private final Marks marks;

    SpanReader(Marks marks) {
        this.marks = marks;
    }

    /** Words that only read, in which nothing is defined. */
    Paragraph prose(String words) {
        List<Span> spans = new ArrayList<>();
        add(spans, Tone.PLAIN, words);
        return new Paragraph("", spans);
    }

    Paragraph paragraph(String sentence) {
        Matcher definition = DEFINITION.matcher(sentence);
        List<Span> spans = new ArrayList<>();
        String defines = "";
        if (definition.matches()) {
            defines = definition.group(2);
            add(spans, Tone.PLAIN, definition.group(1));
            add(spans, Tone.TERM, defines);
            marked(spans, definition.group(3) + '.', defines);
        } else {
            marked(spans, sentence + '.', defines);
        }
        return new Paragraph(defines, spans);
    }

    private void marked(List<Span> spans, String words, String defines) {
        List<Map.Entry<String, String>> answers = marks.answers().entrySet().stream()
                .filter(answer -> !answer.getValue().isBlank())
                .filter(answer -> answer.getKey().equals(defines) || isDay(answer.getValue()))
                .sorted(Comparator.comparingInt(answer -> words.indexOf(answer.getValue())))
                .toList();
        int from = 0;
        for (Map.Entry<String, String> answer : answers) {
            int at = words.indexOf(answer.getValue(), from);
            if (at >= 0) {
                add(spans, Tone.PLAIN, words.substring(from, at));
                Tone tone = marks.wrong().contains(answer.getKey()) ? Tone.WRONG : Tone.ANSWER;
                add(spans, tone, answer.getValue());
                from = at + answer.getValue().length();
            }
        }
        add(spans, Tone.PLAIN, words.substring(from));
    }

    private static boolean isDay(String answer) {
        return answer.matches("\\d{1,2} \\p{L}+ \\d{4}");
    }

    private static void add(List<Span> spans, Tone tone, String words) {
        if (!words.isEmpty()) {
            spans.add(new Span(tone, typeset(words)));
        }
    }

    /** Straight quotes, stars and hyphens between figures become the signs that print uses; no word changes. */
    private static String typeset(String words) {
        return words.replace(" * ", " × ").replace(" - ", " − ").replaceAll("\"([^\"]*)\"", "“$1”");
    }
}

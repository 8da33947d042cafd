package io.smartblocks.portal.words;

import io.smartblocks.portal.words.Deed.Paragraph;
import io.smartblocks.portal.words.Deed.Section;
import io.smartblocks.portal.words.Sentences.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the sentences of an agreement into the sections of a deed, in their order. */
final class DeedReader {

    private static final Pattern CLAUSE = Pattern.compile("clause ([0-9.]+[a-z]?) \"([^\"]*)\"(?::|,)?\\s*(.*)");
    private static final Pattern PROSE = Pattern.compile("reads \"(.*)\"", Pattern.DOTALL);
    private static final String DEFINITIONS = "definitions";

    private final String text;
    private final SpanReader spans;
    private final List<Section> sections = new ArrayList<>();
    private final List<Paragraph> open = new ArrayList<>();
    private String number = "";
    private String title = "";
    private String kind = "";

    DeedReader(String text, SpanReader spans) {
        this.text = text;
        this.spans = spans;
    }

    Deed read() {
        for (Sentence sentence : Sentences.of(text)) {
            if (sentence.comment()) {
                comment(sentence.words());
            } else if (sentence.indented()) {
                open.add(spans.paragraph(sentence.words()));
            } else {
                topLevel(sentence.words());
            }
        }
        close();
        return new Deed(sections);
    }

    private void comment(String words) {
        close();
        number = "";
        title = words;
        kind = DEFINITIONS;
    }

    private void topLevel(String words) {
        Matcher clause = CLAUSE.matcher(words);
        if (clause.matches()) {
            begin(clause.group(1), clause.group(2), "");
            Matcher prose = PROSE.matcher(clause.group(3));
            open.add(prose.matches() ? spans.prose(prose.group(1)) : spans.paragraph(clause.group(3)));
            return;
        }
        String next = kindOf(words);
        if (!next.equals(kind) || next.equals("scenario")) {
            begin("", "", next);
        }
        open.add(spans.paragraph(words));
    }

    private void begin(String nextNumber, String nextTitle, String nextKind) {
        close();
        number = nextNumber;
        title = nextTitle;
        kind = nextKind;
    }

    private void close() {
        if (!open.isEmpty()) {
            sections.add(new Section(number, title, kind, open));
            open.clear();
        }
    }

    private static String kindOf(String words) {
        return switch (words.split("[ \"]", 2)[0]) {
            case "contract", "template" -> "head";
            case "in", "governed", "time", "working", "due", "money", "payments" -> "basics";
            case "party" -> "parties";
            case "parameter" -> "parameters";
            case "meter", "index", "period", "season", "fact" -> "measurement";
            case "VAT" -> "vat";
            case "when" -> Deed.GAPS;
            case "scenario" -> "scenario";
            default -> DEFINITIONS;
        };
    }
}

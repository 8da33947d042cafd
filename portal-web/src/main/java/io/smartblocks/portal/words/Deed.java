package io.smartblocks.portal.words;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/** The text of an agreement laid out for reading: its own words, in sections that follow their order. */
public record Deed(List<Section> sections) {

    /** The kind of the sections that say what happens to missing readings. */
    public static final String GAPS = "gaps";

    public Deed {
        sections = List.copyOf(sections);
    }

    /** Lays out the text of an agreement. */
    public static Deed of(String text) {
        return new DeedReader(text, new SpanReader(false)).read();
    }

    /** Lays out a text in which {@link Marks} show answers and gaps. */
    public static Deed marked(String text) {
        return new DeedReader(text, new SpanReader(true)).read();
    }

    /** The section of the clause with this number. */
    public Optional<Section> clause(String number) {
        return sections.stream()
                .filter(section -> section.number().equals(number))
                .findFirst();
    }

    /** The sentence that defines a term. */
    public Optional<Paragraph> definition(String term) {
        return sections.stream()
                .flatMap(section -> section.paragraphs().stream())
                .filter(paragraph -> paragraph.defines().equals(term))
                .findFirst();
    }

    /**
     * A clause under its own number and title, or neighbouring sentences of one kind under a heading of ours.
     *
     * @param number the clause's number; empty where the sentences stand outside clauses
     * @param title the clause's title, or the text's comment above the sentences
     * @param kind the key of our heading; empty for a clause
     */
    public record Section(String number, String title, String kind, List<Paragraph> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }

        /** Whether it is a numbered clause. */
        public boolean isClause() {
            return !number.isEmpty();
        }
    }

    /** One sentence, and the term that it defines where it defines one. */
    public record Paragraph(String defines, List<Span> spans) {
        public Paragraph {
            spans = List.copyOf(spans);
        }

        /** Its words, set alike. */
        public String words() {
            return spans.stream().map(Span::words).collect(joining());
        }
    }

    /** Neighbouring words that are set alike. */
    public record Span(Tone tone, String words) {}

    /** How words are set. */
    public enum Tone {
        PLAIN,
        TERM,
        ANSWER,
        WRONG,
        GAP
    }
}

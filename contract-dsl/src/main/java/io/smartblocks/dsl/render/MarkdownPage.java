package io.smartblocks.dsl.render;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.wording.Phrase;
import java.util.List;

/** Writes a page in Markdown. */
final class MarkdownPage {

    private final StringBuilder out = new StringBuilder();

    private MarkdownPage() {}

    static String write(Page page) {
        MarkdownPage writer = new MarkdownPage();
        writer.paragraph("# " + MarkdownText.escaped(page.title()));
        writer.paragraph(MarkdownText.escaped(page.subtitle()));
        page.sections().forEach(writer::section);
        writer.paragraph(MarkdownText.escaped(HtmlPage.NOTICE));
        return writer.out.toString().stripTrailing() + "\n";
    }

    private void section(Page.Section section) {
        paragraph("## " + section.title());
        section.entries().forEach(this::entry);
    }

    private void entry(Entry entry) {
        if (entry instanceof Entry.Statement statement) {
            paragraph(words(statement.words()));
        } else if (entry instanceof Entry.Defined defined) {
            String note = defined.note()
                    .map(it -> "  \n*" + MarkdownText.escaped(it) + "*")
                    .orElse("");
            paragraph("**%s**  \n%s%s".formatted(MarkdownText.escaped(defined.name()), words(defined.words()), note));
        } else if (entry instanceof Entry.Numbered numbered) {
            numbered(numbered);
        } else if (entry instanceof Entry.Example example) {
            example(example);
        }
    }

    private void numbered(Entry.Numbered clause) {
        paragraph("### <a id=\"%s\"></a>%s %s"
                .formatted(Anchors.ofClause(clause.number()), clause.number(), MarkdownText.escaped(clause.title())));
        if (!clause.exceptionTo().isEmpty()) {
            paragraph("*An exception to %s*"
                    .formatted(clause.exceptionTo().stream()
                            .map(number -> "[clause %s](#%s)".formatted(number, Anchors.ofClause(number)))
                            .collect(joining(", "))));
        }
        clause.prose().ifPresent(prose -> paragraph(MarkdownText.prose(prose)));
        clause.sentences().forEach(sentence -> paragraph(words(sentence)));
    }

    private void example(Entry.Example example) {
        String follows = example.follows().map(it -> ", " + it).orElse("");
        paragraph("### " + MarkdownText.escaped(example.name() + follows));
        out.append("| Given | Settle | Expect |\n| --- | --- | --- |\n");
        for (Entry.Row row : example.rows()) {
            out.append("| %s | %s | %s |\n".formatted(cell(row.given()), cell(row.settled()), cell(row.expected())));
        }
        out.append('\n');
    }

    private static String cell(List<List<Phrase>> sentences) {
        return sentences.stream()
                .map(sentence -> words(sentence).replace("  \n", "<br>").replaceAll("\\s*\\R\\s*", " "))
                .collect(joining("<br>"));
    }

    private static String words(List<Phrase> phrases) {
        StringBuilder words = new StringBuilder();
        boolean fresh = true;
        for (Phrase phrase : phrases) {
            words.append(phrase.apart() && !fresh ? " " : "").append(MarkdownText.escaped(phrase.text()));
            fresh = HtmlPage.endsLine(phrase);
            words.append(fresh ? "  \n" : "");
        }
        return words.toString();
    }

    private void paragraph(String text) {
        out.append(text).append("\n\n");
    }
}

package io.smartblocks.dsl.render;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.wording.AgreementText;
import io.smartblocks.dsl.wording.Phrase;
import java.util.ArrayList;
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
        writer.paragraph("SHA-256 of the text: %s  \nSHA-256 of the compiled form: %s"
                .formatted(page.textHash(), page.compiledHash()));
        return writer.out.toString().stripTrailing() + "\n";
    }

    private void section(Page.Section section) {
        paragraph("## " + section.title());
        section.entries().forEach(this::entry);
    }

    private void entry(Entry entry) {
        if (entry instanceof Entry.Statement statement) {
            sentence(statement.words());
        } else if (entry instanceof Entry.Defined defined) {
            paragraph("**%s**".formatted(MarkdownText.escaped(defined.name())));
            sentence(defined.words());
            defined.note().ifPresent(this::note);
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
        clause.prose().map(Prose::paragraphs).orElse(List.of()).forEach(it -> paragraph(MarkdownText.prose(it)));
        clause.sentences().forEach(this::sentence);
    }

    private void example(Entry.Example example) {
        paragraph("### " + MarkdownText.escaped(example.name()));
        example.follows().ifPresent(this::note);
        out.append("| Given | Settle | Expect |\n| --- | --- | --- |\n");
        for (Entry.Row row : example.rows()) {
            out.append("| %s | %s | %s |\n".formatted(cell(row.given()), cell(row.settled()), cell(row.expected())));
        }
        out.append('\n');
    }

    private static String cell(List<List<Phrase>> sentences) {
        return sentences.stream().map(MarkdownPage::words).collect(joining("<br>"));
    }

    private void sentence(List<Phrase> sentence) {
        List<String> lines = new ArrayList<>();
        for (Piece piece : Pieces.of(sentence)) {
            if (piece instanceof Piece.Running running) {
                lines.add(words(running.words()));
            } else if (piece instanceof Piece.Line one) {
                lines.add(words(one.words()));
            } else if (piece instanceof Piece.Grid grid) {
                paragraph(String.join("  \n", lines));
                lines.clear();
                grid(grid);
            }
        }
        if (!lines.isEmpty()) {
            paragraph(String.join("  \n", lines));
        }
    }

    private void grid(Piece.Grid grid) {
        out.append("| %s | %s |\n| --- | ---: |\n"
                .formatted(MarkdownText.escaped(grid.heading()), MarkdownText.escaped(grid.valueHeading())));
        grid.rows().forEach(row -> out.append("| %s | %s |\n".formatted(words(row.name()), words(row.value()))));
        out.append('\n');
    }

    private void note(String words) {
        paragraph("*%s*".formatted(MarkdownText.escaped(words)));
    }

    private static String words(List<Phrase> phrases) {
        return MarkdownText.escaped(AgreementText.joined(phrases));
    }

    private void paragraph(String text) {
        out.append(text).append("\n\n");
    }
}

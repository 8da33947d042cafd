package io.smartblocks.dsl.render;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.smartblocks.dsl.wording.Phrase;
import java.util.List;

/** Writes a page in HTML: one file, no scripts, nothing from elsewhere. */
final class HtmlPage {

    static final String NOTICE =
            "The sentences are those of the agreement's text; headings, units and levels of Terms are added for reading.";

    private static final String STYLE = Resource.read("page.css");

    private final StringBuilder out = new StringBuilder();
    private final HtmlText text;
    private int examples;

    private HtmlPage(HtmlText text) {
        this.text = text;
    }

    static String write(Page page) {
        HtmlPage writer = new HtmlPage(new HtmlText(new Anchors(page.sections().stream()
                .flatMap(section -> section.entries().stream())
                .filter(Entry.Defined.class::isInstance)
                .map(entry -> ((Entry.Defined) entry).name())
                .collect(toSet()))));
        writer.head(page);
        writer.contents(page);
        writer.line("<main>");
        page.sections().forEach(writer::section);
        writer.line("</main>");
        writer.foot(page);
        writer.line("</body>");
        writer.line("</html>");
        return writer.out.toString();
    }

    private void head(Page page) {
        String title = HtmlText.escaped(page.title());
        line("<!DOCTYPE html>");
        line("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\" />");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />");
        line("<title>%s</title>".formatted(title));
        line("<meta name=\"description\" content=\"%s\" />".formatted(HtmlText.escaped(page.subtitle())));
        line("<style>\n" + STYLE + PaperFoot.style(page) + "</style>");
        line("</head>");
        line("<body>");
        line("<header>");
        line("<h1>%s</h1>".formatted(title));
        line("<p class=\"subtitle\">%s</p>".formatted(HtmlText.escaped(page.subtitle())));
        line("</header>");
    }

    private void foot(Page page) {
        line("<footer>");
        line("<p>%s</p>".formatted(HtmlText.escaped(NOTICE)));
        line("<p class=\"hash\">SHA-256 of the text: %s<br />SHA-256 of the compiled form: %s</p>"
                .formatted(page.textHash(), page.compiledHash()));
        line("</footer>");
    }

    private void contents(Page page) {
        line("<nav aria-label=\"Contents\">");
        line("<ul>");
        page.sections()
                .forEach(section -> line("<li><a href=\"#%s\">%s</a></li>".formatted(section.id(), section.title())));
        line("</ul>");
        line("</nav>");
    }

    private void section(Page.Section section) {
        line("<section aria-labelledby=\"%s\">".formatted(section.id()));
        line("<h2 id=\"%s\">%s</h2>".formatted(section.id(), section.title()));
        boolean listed = false;
        for (Entry entry : section.entries()) {
            boolean defined = entry instanceof Entry.Defined;
            if (defined != listed) {
                line(defined ? "<dl>" : "</dl>");
                listed = defined;
            }
            entry(entry);
        }
        if (listed) {
            line("</dl>");
        }
        line("</section>");
    }

    private void entry(Entry entry) {
        if (entry instanceof Entry.Statement statement) {
            sentence(statement.words());
        } else if (entry instanceof Entry.Defined defined) {
            line("<dt id=\"%s\">%s</dt>"
                    .formatted(id(Anchors.ofTerm(defined.name())), HtmlText.escaped(defined.name())));
            line("<dd>");
            sentence(defined.words());
            defined.note().ifPresent(this::note);
            line("</dd>");
        } else if (entry instanceof Entry.Numbered numbered) {
            numbered(numbered);
        } else if (entry instanceof Entry.Example example) {
            example(example);
        }
    }

    private void numbered(Entry.Numbered clause) {
        line("<article id=\"%s\">".formatted(id(Anchors.ofClause(clause.number()))));
        line("<h3>%s %s</h3>".formatted(clause.number(), HtmlText.escaped(clause.title())));
        if (!clause.exceptionTo().isEmpty()) {
            line("<p class=\"note\">An exception to %s</p>"
                    .formatted(clause.exceptionTo().stream()
                            .map(number -> "<a href=\"#%s\">clause %s</a>".formatted(Anchors.ofClause(number), number))
                            .collect(joining(", "))));
        }
        clause.prose().map(Prose::paragraphs).orElse(List.of()).forEach(this::prose);
        clause.sentences().forEach(this::sentence);
        line("</article>");
    }

    private void example(Entry.Example example) {
        String id = "example-" + ++examples;
        line("<article>");
        line("<h3 id=\"%s\">%s</h3>".formatted(id, HtmlText.escaped(example.name())));
        example.follows().ifPresent(this::note);
        line("<table aria-labelledby=\"%s\">".formatted(id));
        line(
                "<thead><tr><th scope=\"col\">Given</th><th scope=\"col\">Settle</th><th scope=\"col\">Expect</th></tr></thead>");
        line("<tbody>");
        for (Entry.Row row : example.rows()) {
            line("<tr>%s%s%s</tr>".formatted(cell(row.given()), cell(row.settled()), cell(row.expected())));
        }
        line("</tbody>");
        line("</table>");
        line("</article>");
    }

    private void sentence(List<Phrase> words) {
        List<Piece> pieces = Pieces.of(words);
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i) instanceof Piece.Running running) {
                String leads = i + 1 < pieces.size() ? " class=\"leads\"" : "";
                line("<p%s>%s</p>".formatted(leads, text.words(running.words())));
            } else if (pieces.get(i) instanceof Piece.Line one) {
                line("<p class=\"case\">%s</p>".formatted(text.words(one.words())));
            } else if (pieces.get(i) instanceof Piece.Grid grid) {
                grid(grid);
            }
        }
    }

    private void grid(Piece.Grid grid) {
        line("<table class=\"grid\">");
        line("<thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>"
                .formatted(HtmlText.escaped(grid.heading()), HtmlText.escaped(grid.valueHeading())));
        line("<tbody>");
        grid.rows()
                .forEach(row -> line("<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                        .formatted(text.words(row.name()), text.words(row.value()))));
        line("</tbody>");
        line("</table>");
    }

    private void prose(String paragraph) {
        line("<p>%s</p>".formatted(HtmlText.escaped(paragraph)));
    }

    private void note(String words) {
        line("<p class=\"note\">%s</p>".formatted(HtmlText.escaped(words)));
    }

    private String cell(List<List<Phrase>> sentences) {
        return sentences.isEmpty()
                ? "<td></td>"
                : sentences.stream()
                        .map(sentence -> "<li>%s</li>".formatted(text.words(sentence)))
                        .collect(joining("", "<td><ul>", "</ul></td>"));
    }

    private static String id(String anchor) {
        return HtmlText.escaped(anchor);
    }

    private void line(String html) {
        out.append(html).append('\n');
    }
}

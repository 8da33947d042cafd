package io.smartblocks.dsl.render;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.smartblocks.dsl.wording.Phrase;
import java.util.List;

/** Writes a page in HTML: one file, no scripts, nothing from elsewhere. */
final class HtmlPage {

    static final String NOTICE =
            "The sentences are those of the agreement's text. Units and levels of Terms are added for reading.";

    private static final String STYLE = """
            body { font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff; }
            h1, h2, h3 { line-height: 1.25; }
            h2 { margin-top: 2.5rem; border-bottom: 1px solid #767676; }
            a { color: inherit; text-decoration: underline dotted; text-underline-offset: 0.15em; }
            dt { font-weight: bold; margin-top: 1rem; }
            dd { margin-left: 1.5rem; }
            .note, .subtitle, footer { color: #444; font-size: 0.9rem; }
            .note { display: block; }
            .prose { white-space: pre-line; }
            table { border-collapse: collapse; width: 100%; }
            caption { text-align: left; font-weight: bold; padding: 1rem 0 0.25rem; }
            th, td { border: 1px solid #767676; padding: 0.4rem; text-align: left; vertical-align: top; }
            td ul { margin: 0; padding-left: 1.1rem; }
            @page { margin: 2cm; }
            @media print {
              body { font-size: 10.5pt; max-width: none; margin: 0; padding: 0; }
              nav { display: none; }
              a { text-decoration: none; }
              h2, h3, dt, caption { break-after: avoid; }
              tr, dd { break-inside: avoid; }
            }
            """;

    private final StringBuilder out = new StringBuilder();
    private final HtmlText text;

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
        writer.line("<footer><p>%s</p></footer>".formatted(HtmlText.escaped(NOTICE)));
        writer.line("</body>");
        writer.line("</html>");
        return writer.out.toString();
    }

    /** True where a line of cases or of rules for missing readings ends. */
    static boolean endsLine(Phrase phrase) {
        return phrase.kind() == Phrase.Kind.SIGN && phrase.text().equals(";");
    }

    private void head(Page page) {
        String title = HtmlText.escaped(page.title());
        line("<!DOCTYPE html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<title>%s</title>".formatted(title));
        line("<style>\n" + STYLE + "</style>");
        line("</head>");
        line("<body>");
        line("<header>");
        line("<h1>%s</h1>".formatted(title));
        line("<p class=\"subtitle\">%s</p>".formatted(HtmlText.escaped(page.subtitle())));
        line("</header>");
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
            line("<p>%s</p>".formatted(text.words(statement.words())));
        } else if (entry instanceof Entry.Defined defined) {
            line("<dt id=\"%s\">%s</dt>"
                    .formatted(id(Anchors.ofTerm(defined.name())), HtmlText.escaped(defined.name())));
            line("<dd>%s%s</dd>"
                    .formatted(
                            text.words(defined.words()),
                            defined.note()
                                    .map(note -> " <span class=\"note\">%s</span>".formatted(HtmlText.escaped(note)))
                                    .orElse("")));
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
        clause.prose().ifPresent(prose -> line("<p class=\"prose\">%s</p>".formatted(HtmlText.escaped(prose))));
        clause.sentences().forEach(sentence -> line("<p>%s</p>".formatted(text.words(sentence))));
        line("</article>");
    }

    private void example(Entry.Example example) {
        String follows = example.follows().map(it -> ", " + it).orElse("");
        line("<table>");
        line("<caption>%s</caption>".formatted(HtmlText.escaped(example.name() + follows)));
        line(
                "<thead><tr><th scope=\"col\">Given</th><th scope=\"col\">Settle</th><th scope=\"col\">Expect</th></tr></thead>");
        line("<tbody>");
        for (Entry.Row row : example.rows()) {
            line("<tr>%s%s%s</tr>".formatted(cell(row.given()), cell(row.settled()), cell(row.expected())));
        }
        line("</tbody>");
        line("</table>");
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

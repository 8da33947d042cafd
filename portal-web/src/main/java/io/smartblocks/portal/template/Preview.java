package io.smartblocks.portal.template;

import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.portal.template.FilledForm.Question;
import io.smartblocks.portal.words.Deed;
import io.smartblocks.portal.words.Marks;
import io.smartblocks.templates.Template;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agreement so far: the template's words with the answers in them, right or wrong, and blanks where there are none. */
final class Preview {

    private static final String BLANK = "…";

    private Preview() {}

    static Deed of(Template template, FilledForm form, String untitled) {
        List<Question> fromTheEnd = form.questions().stream()
                .sorted(Comparator.comparing(
                                (Question question) -> question.parameter().at().start())
                        .reversed())
                .toList();
        StringBuilder text = new StringBuilder(template.text());
        for (Question question : fromTheEnd) {
            int start = question.parameter().at().start();
            int stop = template.text().indexOf(".\n", question.parameter().at().end() - 1) + 2;
            text.replace(start, stop, sentence(question));
        }
        text.replace(0, text.indexOf(".\n"), head(template, form, untitled));
        return Deed.of(dated(text.toString(), form), marks(form));
    }

    private static String head(Template template, FilledForm form, String untitled) {
        return "contract \"%s\" version %s from template \"%s\" version %s"
                .formatted(
                        form.title().isBlank() ? untitled : form.title().replace('"', ' '),
                        TemplateForms.VERSION,
                        template.title(),
                        template.version());
    }

    /** The sentence that an answer stands for; days stand in other sentences. */
    private static String sentence(Question question) {
        String name = question.parameter().name();
        Kind kind = question.parameter().kind();
        if (kind instanceof Kind.Quantity quantity) {
            return "%s is %s.\n"
                    .formatted(name, words(question) + ' ' + quantity.unit().symbol());
        }
        if (kind instanceof Kind.Meter meter) {
            return "meter %s reads %s every %s from \"%s\".\n"
                    .formatted(name, meter.unit().symbol(), meter.every().words(), words(question));
        }
        return kind instanceof Kind.Party ? "party %s is \"%s\".\n".formatted(name, words(question)) : "";
    }

    /** Days stand in the sentences that name them. */
    private static String dated(String text, FilledForm form) {
        String dated = text;
        for (Question question : form.questions()) {
            if (question.asksFor(Kind.Date.class) && !question.isOpen()) {
                Pattern name = Pattern.compile(
                        "(from|to) " + Pattern.quote(question.parameter().name()) + "\\b");
                dated = name.matcher(dated).replaceAll("$1 " + Matcher.quoteReplacement(words(question)));
            }
        }
        return dated;
    }

    private static Marks marks(FilledForm form) {
        Map<String, String> answers = new LinkedHashMap<>();
        Set<String> wrong = new LinkedHashSet<>();
        for (Question question : form.questions()) {
            if (!question.isOpen()) {
                answers.put(question.parameter().name(), words(question));
            }
            if (question.isWrong()) {
                wrong.add(question.parameter().name());
            }
        }
        return new Marks(answers, wrong);
    }

    private static String words(Question question) {
        return question.isOpen() ? BLANK : question.typed().strip().replaceAll("[\"\\s]+", " ");
    }
}

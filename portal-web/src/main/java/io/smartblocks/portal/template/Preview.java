package io.smartblocks.portal.template;

import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.dsl.wording.MeterWords;
import io.smartblocks.portal.template.FilledForm.Question;
import io.smartblocks.portal.words.Deed;
import io.smartblocks.portal.words.Marks;
import io.smartblocks.templates.Template;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agreement so far: the template's words with the answers in them, right or wrong, and gaps where there are none. */
final class Preview {

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
        return Deed.marked(dated(text.toString(), form));
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
                    .formatted(name, quantity(question, quantity.unit().symbol()));
        }
        if (kind instanceof Kind.Metered meter) {
            return MeterWords.sentence(name, meter, answer(question)) + '\n';
        }
        return kind instanceof Kind.Party ? "party %s is \"%s\".\n".formatted(name, answer(question)) : "";
    }

    /** The answer in its unit, which a reader may type too. */
    private static String quantity(Question question, String unit) {
        return written(question).endsWith(' ' + unit) ? answer(question) : answer(question) + ' ' + unit;
    }

    /** Days stand in the sentences that name them; a day that is missing is a gap with its name. */
    private static String dated(String text, FilledForm form) {
        String dated = text;
        for (Question question : form.questions()) {
            if (question.asksFor(Kind.Date.class)) {
                String name = question.parameter().name();
                Pattern place = Pattern.compile("(from|to) " + Pattern.quote(name) + "\\b");
                String day = question.isOpen() ? Marks.gap(name) : answer(question);
                dated = place.matcher(dated).replaceAll("$1 " + Matcher.quoteReplacement(day));
            }
        }
        return dated;
    }

    private static String answer(Question question) {
        if (question.isOpen()) {
            return Marks.gap("");
        }
        return question.isWrong() ? Marks.wrong(written(question)) : Marks.answer(written(question));
    }

    private static String written(Question question) {
        return question.written().strip().replaceAll("[\"\\s]+", " ");
    }
}

package io.smartblocks.portal.template;

import static java.util.stream.Collectors.toMap;

import io.smartblocks.dsl.AgreementCompiler;
import io.smartblocks.dsl.Filled;
import io.smartblocks.dsl.FillingHead;
import io.smartblocks.dsl.TemplateFilling;
import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.template.FilledForm.Question;
import io.smartblocks.portal.words.English;
import io.smartblocks.portal.words.Words;
import io.smartblocks.templates.Template;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the form of a template, whose questions are its parameter sentences and nothing else. */
@Component
class TemplateForms {

    static final String VERSION = "1.0";
    private static final BigDecimal EXAMPLE = new BigDecimal("1250.50");

    private final Map<String, List<Parameter>> parameters = new ConcurrentHashMap<>();
    private final Notation notation;
    private final Words say;

    TemplateForms(Notation notation, Words say) {
        this.notation = notation;
        this.say = say;
    }

    /** What was typed, with what the language says about each answer. */
    FilledForm read(Template template, Map<String, String> typed) {
        Map<String, String> answers = new LinkedHashMap<>();
        parameters(template)
                .forEach(parameter -> answers.put(
                        parameter.name(),
                        notation.written(parameter, typed(typed, parameter)).orElse("")));
        String title = typed.getOrDefault("title", "").strip();
        Filled filled = fill(template, title, answers);
        Map<String, String> problems = problems(filled);
        return new FilledForm(
                title,
                parameters(template).stream()
                        .map(parameter -> question(parameter, typed(typed, parameter), problems))
                        .toList(),
                filled.text());
    }

    /** The text of a template with answers as the language writes them. */
    Filled fill(Template template, String title, Map<String, String> answers) {
        return TemplateFilling.fill(source(template), new FillingHead(heading(title), VERSION), answers);
    }

    /** What the language says about each answer that will not do, by the name of its parameter. */
    static Map<String, String> problems(Filled filled) {
        return filled.problems().stream()
                .filter(problem -> problem.parameter().isPresent())
                .collect(toMap(
                        problem -> problem.parameter().get(),
                        problem -> problem.diagnostic().message(),
                        (first, second) -> first));
    }

    private Question question(Parameter parameter, String typed, Map<String, String> problems) {
        Optional<String> written = notation.written(parameter, typed);
        return new Question(
                parameter,
                typed,
                written.orElse(typed),
                written.isEmpty()
                        ? Optional.of(
                                say.message("typed.figure", say.term(parameter.name()), typed, say.number(EXAMPLE)))
                        : Optional.ofNullable(problems.get(parameter.name())).map(English::said));
    }

    private static String typed(Map<String, String> typed, Parameter parameter) {
        return typed.getOrDefault(FilledForm.idOf(parameter), "");
    }

    /** All that keeps the form from being proposed, in the order of its fields. */
    List<Problem> problems(FilledForm form) {
        boolean named = form.title().codePoints().anyMatch(Character::isLetterOrDigit);
        Stream<Problem> title = named ? Stream.of() : Stream.of(new Problem("title", say.message("form.error.title")));
        Stream<Problem> answers = form.questions().stream()
                .flatMap(question -> question.problem().map(words -> new Problem(question.id(), words)).stream());
        return Stream.of(title, answers, sameParties(form))
                .flatMap(problems -> problems)
                .toList();
    }

    /** An agreement binds two organisations, not one to itself. */
    private Stream<Problem> sameParties(FilledForm form) {
        Map<String, String> taken = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        form.questions().stream()
                .filter(question -> question.asksFor(Kind.Party.class) && !question.isOpen())
                .forEach(question -> {
                    String name = question.parameter().name();
                    String other = taken.putIfAbsent(question.typed(), name);
                    if (other != null) {
                        problems.add(new Problem(
                                question.id(), say.message("form.error.same", name, question.typed(), other)));
                    }
                });
        return problems.stream();
    }

    private String heading(String title) {
        String plain = title.replace("\"", "").strip();
        return plain.isEmpty() ? say.message("form.untitled") : plain;
    }

    List<Parameter> parameters(Template template) {
        return parameters.computeIfAbsent(
                template.id(),
                id -> AgreementCompiler.compile(source(template))
                        .agreement()
                        .orElseThrow(() -> new IllegalStateException("Template '" + id + "' does not compile"))
                        .parameters());
    }

    private static SourceText source(Template template) {
        return new SourceText(template.id(), template.text());
    }
}

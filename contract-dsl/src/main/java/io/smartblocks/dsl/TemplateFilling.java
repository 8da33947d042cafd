package io.smartblocks.dsl;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.dsl.agreement.Head;
import io.smartblocks.dsl.agreement.Nodes;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.format.AgreementFormatter;
import io.smartblocks.dsl.syntax.DateSyntax;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Makes a contract of a template: the head names both, each {@code parameter} sentence becomes the sentence its answer
 * stands for, and the Term of a date parameter becomes the day.
 */
public final class TemplateFilling {

    private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    private final SourceText template;
    private final FillingHead head;
    private final Map<String, String> answers;
    private final Set<Code> open;
    private final List<Filled.Problem> problems = new ArrayList<>();
    private final List<Diagnostic.Edit> edits = new ArrayList<>();

    private TemplateFilling(SourceText template, FillingHead head, Map<String, String> answers, Set<Code> open) {
        this.template = template;
        this.head = head;
        this.answers = answers;
        this.open = open;
    }

    /** The contract that the answers make of a template, or what is wrong with them. */
    public static Filled fill(SourceText template, FillingHead head, Map<String, String> answers) {
        return new TemplateFilling(template, head, answers, Set.of()).filled();
    }

    /** The same where the sentences that a template lacks will be added by those who fill it. */
    public static Filled fillForAdditions(SourceText template, FillingHead head, Map<String, String> answers) {
        return new TemplateFilling(template, head, answers, Set.of(Code.E0601)).filled();
    }

    private Filled filled() {
        Analysis analysis = AgreementCompiler.analyse(template);
        analysis.diagnostics().stream()
                .filter(it -> it.isError() && !open.contains(it.code()))
                .forEach(error -> problems.add(new Filled.Problem(Optional.empty(), error)));
        if (!problems.isEmpty()) {
            return new Filled(Optional.empty(), problems);
        }
        Document document = analysis.document();
        List<Parameter> parameters = analysis.resolution().parameters();
        head(document);
        Map<String, String> dates = new HashMap<>();
        parameters.forEach(parameter -> answer(parameter).ifPresent(day -> dates.put(parameter.name(), day)));
        Nodes.within(document.sentences(), DateSyntax.class)
                .forEach(date ->
                        date.term().map(dates::get).ifPresent(day -> edits.add(new Diagnostic.Edit(date.at(), day))));
        unasked(parameters);
        return problems.isEmpty() ? new Filled(Optional.of(text()), List.of()) : new Filled(Optional.empty(), problems);
    }

    private void head(Document document) {
        Sentence.Heading heading =
                document.all(Sentence.Heading.class).findFirst().orElseThrow();
        if (heading.head().kind() != Head.Kind.TEMPLATE) {
            problem(
                    Code.E0204,
                    heading.at(),
                    "\"%s\" is a contract, not a template"
                            .formatted(heading.head().title()));
        }
        if (head.title().isBlank()
                || head.title().chars().anyMatch(c -> c == '"' || Character.isISOControl(c) || Answer.isUnseen(c))) {
            problem(Code.E0802, heading.at(), "Enter a title of letters and figures, without quotation marks.");
        }
        if (!VERSION.matcher(head.version()).matches()) {
            problem(Code.E0802, heading.at(), "\"%s\" is no version. Enter one such as 1.0.".formatted(head.version()));
        }
        edits.add(new Diagnostic.Edit(
                heading.at(),
                "contract \"%s\" version %s from template \"%s\" version %s"
                        .formatted(
                                head.title().strip(),
                                head.version(),
                                heading.head().title(),
                                heading.head().version())));
    }

    /** Puts the answer in; the day, for a date. */
    private Optional<String> answer(Parameter parameter) {
        Answer.Read read = new Answer(parameter, answers.getOrDefault(parameter.name(), "")).read();
        if (read instanceof Answer.Read.Bad bad) {
            problems.add(new Filled.Problem(
                    Optional.of(parameter.name()), Diagnostic.of(bad.code(), parameter.at(), bad.message())));
            return Optional.empty();
        }
        Answer.Read.Words words = (Answer.Read.Words) read;
        SourceRange sentence = withFullStop(parameter.at(), words.sentence().isEmpty());
        edits.add(new Diagnostic.Edit(sentence, words.sentence().orElse("")));
        return words.date();
    }

    /** The sentence with its full stop, and with the end of its line if the whole sentence goes. */
    private SourceRange withFullStop(SourceRange at, boolean withLine) {
        String text = template.text();
        int end = text.indexOf('.', at.end()) + 1;
        if (withLine && text.startsWith("\r\n", end)) {
            end += 2;
        } else if (withLine && text.startsWith("\n", end)) {
            end++;
        }
        return new SourceRange(at.start(), end, at.line(), at.column());
    }

    private void unasked(List<Parameter> parameters) {
        Set<String> left = new TreeSet<>(answers.keySet());
        parameters.forEach(parameter -> left.remove(parameter.name()));
        left.forEach(name -> problems.add(new Filled.Problem(
                Optional.of(name),
                Diagnostic.of(
                        Code.E0804, SourceRange.BEGINNING, "%s is no parameter of this template.".formatted(name)))));
    }

    private void problem(Code code, SourceRange at, String message) {
        problems.add(new Filled.Problem(Optional.empty(), Diagnostic.of(code, at, message)));
    }

    private String text() {
        edits.sort(Comparator.comparingInt(edit -> edit.range().start()));
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Diagnostic.Edit edit : edits) {
            out.append(template.text(), done, edit.range().start()).append(edit.replacement());
            done = edit.range().end();
        }
        String whole = out.append(template.text().substring(done)).toString();
        return AgreementFormatter.format(new SourceText(template.name(), whole))
                .text()
                .orElse(whole);
    }
}

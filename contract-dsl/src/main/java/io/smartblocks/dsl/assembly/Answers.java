package io.smartblocks.dsl.assembly;

import io.smartblocks.dsl.Filled;
import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.dsl.diagnostic.SourceText;
import io.smartblocks.dsl.syntax.Document;
import io.smartblocks.dsl.syntax.ExprSyntax;
import io.smartblocks.dsl.syntax.Sentence;
import io.smartblocks.dsl.syntax.UnitSyntax;
import io.smartblocks.dsl.syntax.ValueSyntax;
import io.smartblocks.dsl.wording.SentenceWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sentences of an instance that answer its template's questions, and those that do not. */
final class Answers {

    private final Document instance;
    private final SourceText text;
    private final Sentence.Heading head;
    private final Map<String, Sentence.Parameter> asked;
    private final Map<String, Sentence.Naming> answering = new LinkedHashMap<>();
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<Sentence> further = new ArrayList<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    Answers(Document template, Document instance, SourceText text, Sentence.Heading head) {
        this.instance = instance;
        this.text = text;
        this.head = head;
        this.asked = template.all(Sentence.Parameter.class)
                .collect(Collectors.toMap(it -> it.name().text(), it -> it, (one, other) -> one, LinkedHashMap::new));
        instance.sentences().forEach(this::sort);
    }

    /** What is given for each parameter, as {@code TemplateFilling} takes it. */
    Map<String, String> given() {
        return given;
    }

    /** The sentences that answer nothing. */
    List<Sentence> further() {
        return further;
    }

    /** What is wrong with the answers, each at its sentence, and which are missing. */
    List<Diagnostic> findings(List<Filled.Problem> problems) {
        problems.forEach(problem -> problem.parameter()
                .filter(name -> !answering.containsKey(name))
                .map(asked::get)
                .ifPresentOrElse(
                        missing -> findings.add(missing(missing)),
                        () -> problem.parameter()
                                .filter(given::containsKey)
                                .map(answering::get)
                                .ifPresent(it -> findings.add(Diagnostic.of(
                                        problem.diagnostic().code(),
                                        it.at(),
                                        problem.diagnostic().message())))));
        problems.stream()
                .filter(problem -> problem.parameter().isEmpty())
                .forEach(problem -> findings.add(atHead(problem.diagnostic())));
        return findings;
    }

    /** What is found in the template's own sentences: at the answer that takes part in it, else at the head. */
    Diagnostic ofTemplate(Diagnostic said, int start, Document filled) {
        Optional<Sentence> sentence = filled.sentences().stream()
                .filter(it -> it.at().start() <= start && start <= it.at().end())
                .findFirst();
        Optional<Sentence> answer = sentence.filter(Sentence.Naming.class::isInstance)
                .map(it -> answering.get(((Sentence.Naming) it).name().text()));
        Diagnostic told = answer.map(it -> with(said, it)).orElseGet(() -> atHead(said));
        return answer.isPresent() || sentence.isEmpty()
                ? told
                : told.help("it is about the %s of the template".formatted(SentenceWords.subject(sentence.get())));
    }

    /** The finding at the head of the instance. */
    Diagnostic atHead(Diagnostic said) {
        return with(said, head);
    }

    private static Diagnostic with(Diagnostic said, Sentence at) {
        Diagnostic told = Diagnostic.of(said.code(), at.at(), said.message());
        for (Diagnostic.Fix fix : said.fixes()) {
            told = told.help(fix.text());
        }
        return told;
    }

    private void sort(Sentence sentence) {
        Sentence.Parameter parameter = sentence instanceof Sentence.Naming naming
                ? asked.get(naming.name().text())
                : null;
        if (parameter != null) {
            answer(parameter, (Sentence.Naming) sentence);
        } else if (sentence instanceof Sentence.Dated dated) {
            findings.add(Diagnostic.of(
                            Code.E0804,
                            sentence.at(),
                            "the template asks for no day `%s`"
                                    .formatted(dated.name().text()))
                    .help(Nearest.to(dated.name().text(), asked.keySet())
                            .map("did you mean `%s`?"::formatted)
                            .orElse("take this sentence out")));
        } else if (!(sentence instanceof Sentence.Heading)) {
            further.add(sentence);
        }
    }

    private void answer(Sentence.Parameter parameter, Sentence.Naming sentence) {
        Sentence.Naming first = answering.putIfAbsent(parameter.name().text(), sentence);
        Optional<String> words = words(parameter.kind(), sentence);
        if (first != null) {
            findings.add(Diagnostic.of(
                            Code.E0603,
                            sentence.at(),
                            "`%s` is answered twice".formatted(parameter.name().text()))
                    .note(first.at(), "first here")
                    .help("keep one answer"));
        } else if (words.isEmpty()) {
            findings.add(Diagnostic.of(
                            Code.E0802, sentence.at(), "the template asks for %s here".formatted(wanted(parameter)))
                    .help("write `%s`".formatted(sentence(parameter))));
        }
        words.ifPresent(it -> given.putIfAbsent(parameter.name().text(), it));
    }

    private Optional<String> words(Sentence.ParameterKind kind, Sentence sentence) {
        if (kind instanceof Sentence.ParameterKind.Party) {
            return sentence instanceof Sentence.Party party
                    ? Optional.of(party.legalName().text())
                    : Optional.empty();
        }
        if (kind instanceof Sentence.ParameterKind.Date) {
            return sentence instanceof Sentence.Dated dated
                    ? Optional.of(dated.day().text())
                    : Optional.empty();
        }
        if (kind instanceof Sentence.ParameterKind.Meter asks) {
            return sentence instanceof Sentence.Meter meter
                            && sentence("", asks)
                                    .equals(sentence(
                                            "",
                                            new Sentence.ParameterKind.Meter(
                                                    meter.unit(),
                                                    meter.every(),
                                                    meter.register(),
                                                    meter.rollsOverAt())))
                    ? Optional.of(meter.id().text())
                    : Optional.empty();
        }
        return figure(sentence);
    }

    /** The words of a definition that is a figure and nothing else. */
    private Optional<String> figure(Sentence sentence) {
        return sentence instanceof Sentence.Definition definition
                        && definition.limits().isEmpty()
                        && definition.value() instanceof ValueSyntax.Plain plain
                        && figure(plain.expr())
                ? Optional.of(text.words(plain.expr().at()).replaceAll("\\s+", " "))
                : Optional.empty();
    }

    private static boolean figure(ExprSyntax expr) {
        return expr instanceof ExprSyntax.Figure;
    }

    private Diagnostic missing(Sentence.Parameter parameter) {
        String name = parameter.name().text();
        Diagnostic said = Diagnostic.of(
                Code.E0801,
                head.at(),
                "the template asks for `%s`%s, and nothing answers it"
                        .formatted(
                                name,
                                parameter
                                        .description()
                                        .map(it -> " (%s)".formatted(it.text()))
                                        .orElse("")));
        List<String> written = further.stream()
                .filter(Sentence.Naming.class::isInstance)
                .map(it -> ((Sentence.Naming) it).name().text())
                .toList();
        return Nearest.to(name, written)
                .map(near -> said.help("did you mean it by `%s`?".formatted(near)))
                .orElseGet(() -> said.help("add `%s`".formatted(sentence(parameter))));
    }

    private static String wanted(Sentence.Parameter parameter) {
        Sentence.ParameterKind kind = parameter.kind();
        if (kind instanceof Sentence.ParameterKind.Quantity quantity) {
            return "a figure in %s for `%s`"
                    .formatted(unit(quantity.unit()), parameter.name().text());
        }
        return kind instanceof Sentence.ParameterKind.Date
                ? "a day for `%s`".formatted(parameter.name().text())
                : kind instanceof Sentence.ParameterKind.Party
                        ? "the party `%s`".formatted(parameter.name().text())
                        : "the meter `%s`".formatted(parameter.name().text());
    }

    /** The sentence that answers a parameter, with a gap for the answer. */
    private static String sentence(Sentence.Parameter parameter) {
        return sentence(parameter.name().text(), parameter.kind());
    }

    private static String sentence(String name, Sentence.ParameterKind kind) {
        if (kind instanceof Sentence.ParameterKind.Quantity quantity) {
            return "%s is … %s.".formatted(name, unit(quantity.unit()));
        }
        if (kind instanceof Sentence.ParameterKind.Meter meter) {
            return "meter %s %s from \"…\"%s."
                    .formatted(
                            name,
                            asks(meter),
                            meter.rollsOverAt()
                                    .map(at -> ", rolls over at %s".formatted(text(at)))
                                    .orElse(""));
        }
        return kind instanceof Sentence.ParameterKind.Date
                ? "%s is 1 January 2027.".formatted(name)
                : "party %s is \"…\".".formatted(name);
    }

    private static String asks(Sentence.ParameterKind.Meter meter) {
        return "%s %s every %s"
                .formatted(
                        meter.register() ? "registers" : "reads",
                        unit(meter.unit()),
                        meter.every().words());
    }

    private static String text(ExprSyntax.Figure figure) {
        return (figure.value() + " " + figure.unit().map(Answers::unit).orElse("")).strip();
    }

    private static String unit(UnitSyntax unit) {
        StringBuilder words = new StringBuilder();
        unit.factors()
                .forEach(it -> words.append(words.isEmpty() ? "" : " ")
                        .append(it.inverse() ? "per " : "")
                        .append(it.symbol()));
        return words.toString();
    }
}

package io.smartblocks.portal.template;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.agreement.Declaration.Parameter;
import io.smartblocks.dsl.agreement.Declaration.Parameter.Kind;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.template.FilledForm.Question;
import io.smartblocks.portal.words.Words;
import io.smartblocks.templates.Template;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the fields of a form: label, help, error, input with unit, limits and an example. */
@Component
class Fields {

    private static final int LIMIT_DIGITS = 6;

    /** Fields under one heading. */
    record Group(String key, List<Field> fields) {}

    private final Choices choices;
    private final Notation notation;
    private final Words say;

    Fields(Choices choices, Notation notation, Words say) {
        this.choices = choices;
        this.notation = notation;
        this.say = say;
    }

    /** The fields in three groups; {@code checked} shows what is wrong with open ones too. */
    List<Group> groups(Template template, FilledForm form, boolean checked) {
        return Stream.of(
                        group("who", template, form, checked, List.of(Kind.Party.class, Kind.Date.class)),
                        group("meters", template, form, checked, List.of(Kind.Metered.class)),
                        group("figures", template, form, checked, List.of(Kind.Quantity.class)))
                .filter(group -> !group.fields().isEmpty())
                .toList();
    }

    private Group group(
            String key, Template template, FilledForm form, boolean checked, List<Class<? extends Kind>> kinds) {
        return new Group(
                key,
                form.questions().stream()
                        .filter(question -> kinds.stream().anyMatch(question::asksFor))
                        .map(question -> field(template, question, checked))
                        .toList());
    }

    private Field field(Template template, Question question, boolean checked) {
        Parameter parameter = question.parameter();
        Choices.Offer offer = choices.of(parameter);
        return new Field(
                question.id(),
                say.term(parameter.name()),
                help(parameter),
                checked || question.isWrong() ? question.problem().orElse("") : "",
                question.typed(),
                parameter.kind() instanceof Kind.Quantity quantity
                        ? quantity.unit().symbol()
                        : "",
                Stream.of(
                                limits(parameter),
                                howToType(parameter, offer),
                                example(template, parameter, offer),
                                choices.leftOut(parameter))
                        .flatMap(Optional::stream)
                        .collect(joining(" ")),
                offer.options(),
                !offer.tooMany() && (question.asksFor(Kind.Party.class) || question.asksFor(Kind.Metered.class)),
                question.asksFor(Kind.Date.class));
    }

    /** What the text says about it; where its label is translated, first how the text calls it. */
    private String help(Parameter parameter) {
        boolean translated = !say.term(parameter.name()).equals(parameter.name());
        return Stream.concat(
                        translated ? Stream.of(say.message("form.term", parameter.name())) : Stream.of(),
                        parameter.description().map(say::described).map(Words::sentence).stream())
                .collect(joining(" "));
    }

    private Optional<String> limits(Parameter parameter) {
        if (!(parameter.kind() instanceof Kind.Quantity quantity)) {
            return Optional.empty();
        }
        Optional<String> low = parameter.atLeast().map(limit -> shown(limit, quantity.unit()));
        Optional<String> high = parameter.atMost().map(limit -> shown(limit, quantity.unit()));
        return low.isPresent() && high.isPresent()
                ? Optional.of(
                        say.message("form.limits", number(parameter.atLeast().get(), quantity.unit()), high.get()))
                : low.map(limit -> say.message("form.limits.low", limit))
                        .or(() -> high.map(limit -> say.message("form.limits.high", limit)));
    }

    /** Where there are too many to choose from. */
    private Optional<String> howToType(Parameter parameter, Choices.Offer offer) {
        return offer.tooMany()
                ? Optional.of(
                        say.message(parameter.kind() instanceof Kind.Party ? "form.typed.party" : "form.typed.meter"))
                : Optional.empty();
    }

    /** What the template's sample answers, for questions whose answer is typed. */
    private Optional<String> example(Template template, Parameter parameter, Choices.Offer offer) {
        return Optional.ofNullable(template.answers().byParameter().get(parameter.name()))
                .filter(known -> offer.options().isEmpty() && !offer.tooMany())
                .map(known -> say.message("form.example", notation.shown(parameter, known)));
    }

    private String shown(Expr.Constant limit, Unit unit) {
        return (number(limit, unit) + ' ' + unit.symbol()).strip();
    }

    private String number(Expr.Constant limit, Unit unit) {
        return say.plain(limit.value().dividedBy(unit.scale()).toDecimal(LIMIT_DIGITS, RoundingMode.HALF_UP));
    }
}

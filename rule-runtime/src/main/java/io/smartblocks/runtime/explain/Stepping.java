package io.smartblocks.runtime.explain;

import io.smartblocks.dsl.diagnostic.SourceRange;
import io.smartblocks.runtime.rules.Asked;
import io.smartblocks.runtime.rules.Derived;
import io.smartblocks.runtime.rules.Reasons;
import io.smartblocks.runtime.rules.Taken;
import io.smartblocks.runtime.rules.Truth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts derived values into words, with the sentences of the text. */
final class Stepping {

    private static final int INDEX_VALUES = 12;

    private final Optional<String> source;
    private final ZoneId zone;

    Stepping(Optional<String> source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    /** The words of a range of the text on one line; empty where the text is not at hand. */
    String sentence(SourceRange at) {
        return source.filter(text -> at.start() >= 0 && at.end() <= text.length() && at.start() < at.end())
                .map(text -> text.substring(at.start(), at.end()).strip().replaceAll("\\s+", " "))
                .orElse("");
    }

    Step step(Derived node) {
        return new Step(
                node.how().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                node.words(),
                node.value().dividedBy(node.unit().scale()).toString(),
                Figures.in(node.value(), node.unit()),
                node.unit().symbol(),
                node.sentence().map(this::sentence).orElse(""),
                node.asked().stream().map(Stepping::answer).toList(),
                node.taken().map(this::taken).orElse(List.of()),
                node.parts().stream().map(this::step).toList());
    }

    static AmountExplanation.Answer answer(Asked asked) {
        return answered(asked, List.of());
    }

    /** The same with how the figures came about that it compares. */
    AmountExplanation.Answer answerWithValues(Asked asked) {
        return answered(
                asked,
                asked.compared().stream()
                        .flatMap(compared -> Stream.of(compared.left(), compared.right()))
                        .filter(side -> side.how() != Derived.How.CONSTANT)
                        .map(this::step)
                        .toList());
    }

    private static AmountExplanation.Answer answered(Asked asked, List<Step> values) {
        return new AmountExplanation.Answer(asked.by(), asked.then(), asked.words(), answer(asked.truth()), values);
    }

    private static String answer(Truth truth) {
        return truth.isPartly() ? "partly" : truth.holds() ? "yes" : "no";
    }

    private List<String> taken(Taken taken) {
        List<String> words = new ArrayList<>();
        taken.readings().forEach(used -> words.add(MeterDays.words(used)));
        indexes(taken.indexes(), words);
        taken.facts().forEach(fact -> words.add(fact(fact)));
        taken.adjustments().forEach(each -> words.add(adjustment(each)));
        taken.previous()
                .forEach(each -> words.add(
                        each.settled()
                                ? each.term() + " was settled at " + Figures.with(each.value(), each.unit())
                                        + " one period before"
                                : each.term() + " starts at " + Figures.with(each.value(), each.unit())));
        taken.lines()
                .forEach(line -> words.add("%s owed %s %s under clause %s for the period from %s, due on %s"
                        .formatted(
                                line.payer(),
                                line.payee(),
                                Figures.money(line.net()),
                                line.clause(),
                                line.periodFrom(),
                                line.due())));
        taken.events()
                .forEach(each -> words.add(each.event() + " on " + each.at().toLocalDate() + " at "
                        + each.at().toLocalTime()
                        + (each.figures().isEmpty() ? "" : ": " + String.join(", ", each.figures()))));
        taken.baselines().forEach(name -> words.add(name + " is fitted; see baselines"));
        return words;
    }

    private void indexes(List<Taken.Published> published, List<String> words) {
        published.stream()
                .limit(INDEX_VALUES)
                .forEach(value -> words.add("%s is %s from %s up to %s, published by %s"
                        .formatted(
                                value.index(),
                                Figures.with(value.value(), value.unit()),
                                moment(value.from()),
                                moment(value.to()),
                                value.publisher())));
        if (published.size() > INDEX_VALUES) {
            words.add("and " + (published.size() - INDEX_VALUES) + " further published values");
        }
    }

    private String moment(java.time.Instant moment) {
        java.time.LocalDateTime local = moment.atZone(zone).toLocalDateTime();
        return local.toLocalTime().equals(java.time.LocalTime.MIDNIGHT)
                ? local.toLocalDate().toString()
                : local.toString();
    }

    private static String fact(Taken.Stated fact) {
        String value = fact.fact() + " is " + Figures.with(fact.value(), fact.unit());
        return fact.from()
                .map(day -> value + " from " + day + ", stated by " + fact.statedBy()
                        + (fact.confirmedBy().isEmpty()
                                ? ""
                                : ", confirmed by " + String.join(", ", fact.confirmedBy())))
                .orElse(value + " by the text; nothing else was stated");
    }

    private static String adjustment(Reasons.Adjustment used) {
        return "%s from %s to %s is %s %s"
                .formatted(used.name(), used.from(), used.to().minusDays(1), used.amount(), used.unit());
    }
}

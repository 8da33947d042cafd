package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Agreement;
import io.smartblocks.dsl.agreement.Condition;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.units.Exact;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.evidence.ReportedEvent;
import io.smartblocks.runtime.metering.Grid;
import io.smartblocks.runtime.metering.MeterColumn;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** How one payment came about: the rules that fired for it, its guards, the terms and the readings behind it. */
public final class Reasons {

    private final Settling settling;
    private final int sentence;
    private final Uses.Backing behind;
    private final ToldEvents told;

    /** Those of one decision tell each event once. */
    Reasons(Settling settling, int sentence, ToldEvents told) {
        this.settling = settling;
        this.sentence = sentence;
        this.told = told;
        this.behind = settling.plan().behind(sentence);
    }

    /** A guard in words with its figures, and whether it held. */
    public record Guard(String words, boolean held) {}

    /** The readings of a meter over a window of local days. */
    public record Used(String meter, Grid window, MeterColumn column) {}

    /** The rules that fired, in their order, for the payment and for what is behind it. */
    public List<String> rules() {
        return behind.of(settling.fired());
    }

    /** The guards of the sentence. */
    public List<Guard> guards() {
        List<Condition> conditions =
                settling.plan().sentences().get(sentence).in(agreement()).guards();
        Question.Combined all =
                (Question.Combined) settling.plan().sentences().get(sentence).guard();
        List<Guard> guards = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Question question = all.parts().get(i);
            guards.add(new Guard(
                    new Wording(settling).of(conditions.get(i), question),
                    question.of(settling).holds()));
        }
        return guards;
    }

    /** The terms behind the payment, in the order of the text. */
    public List<String> terms() {
        List<String> names = new ArrayList<>(behind.terms().size());
        for (int slot : behind.terms()) {
            names.add(agreement().terms().get(settling.plan().terms().get(slot)).name());
        }
        return behind.shared(names);
    }

    /** The readings behind the payment. */
    public List<Used> readings() {
        List<Used> used = new ArrayList<>();
        for (String meter : behind.meters()) {
            used.addAll(settling.columns().used(meter));
        }
        return used;
    }

    /** An adjustment behind the payment: its days, the last not included, and what it comes to. */
    public record Adjustment(String name, LocalDate from, LocalDate to, String amount, String unit) {}

    /** The adjustments behind the payment, also through terms of shorter periods. */
    public List<Adjustment> adjustments() {
        Looks looks = settling.looks(sentence);
        if (looks.adjustments().isEmpty()) {
            return List.of();
        }
        return new Behind(settling.ground(), looks)
                .adjustments().stream()
                        .map(used -> adjustment(used.adjustment(), used.part()))
                        .toList();
    }

    static Adjustment adjustment(Declaration.Adjustment adjustment, Adjusted.Part part) {
        Unit unit = adjustment.unit();
        Unit amount = adjustment.isPerDay() ? unit.times(Unit.of("days")).unit() : unit;
        return new Adjustment(
                adjustment.name(), part.from(), part.to(), Shown.figure(part.amount(), amount), amount.symbol());
    }

    /** An event behind the payment: its moment by the local clock, and its figures in words. */
    public record Happened(String event, LocalDateTime at, List<String> figures) {
        public Happened {
            figures = List.copyOf(figures);
        }

        static Happened of(Declaration.Event event, ReportedEvent reported, ZoneId zone) {
            List<String> figures = new ArrayList<>(event.figures().size());
            for (Declaration.Event.Figure figure : event.figures()) {
                Exact value = reported.figures().get(figure.name());
                if (value != null) {
                    figures.add(figure.name() + " " + Shown.quantity(value, figure.unit()));
                }
            }
            return new Happened(event.name(), LocalDateTime.ofInstant(reported.at(), zone), figures);
        }
    }

    /** The events behind the payment, of each kind the earliest first; one list for all that look at the same ones. */
    public List<Happened> events() {
        return told.seenBy(settling.looks(sentence));
    }

    private Agreement agreement() {
        return settling.ground().agreement();
    }
}

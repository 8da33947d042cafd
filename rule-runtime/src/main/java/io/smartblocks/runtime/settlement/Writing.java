package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.runtime.metering.Quality;
import io.smartblocks.runtime.rules.Decision;
import io.smartblocks.runtime.rules.Reasons;
import io.smartblocks.runtime.rules.VatRates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes up a decision without a problem: its lines, its documents and its duties, and what it corrects. */
final class Writing {

    private final Case settled;
    private final Frame frame;
    private final Decision decision;
    private final Optional<CorrectionMaking> correction;
    private final Map<Due, LocalDate> due = new HashMap<>(4);
    private final LocalDate settledOn;

    Writing(Case settled, Frame frame, Decision decision) {
        this.settled = settled;
        this.frame = frame;
        this.decision = decision;
        this.settledOn = settledOn(settled, frame);
        this.correction = settled.before()
                .map(before -> new CorrectionMaking(
                        before, settled.agreement().settings().setOff()));
    }

    Settlement settlement() {
        List<Line> lines = lines();
        List<Document> documents = documents(lines);
        Optional<Corrected> corrected = correction.map(making -> making.of(lines, documents, dueAnew()));
        StatementMaking making = new StatementMaking(settled, frame, decision, settledOn);
        List<Duty> duties = duties(making);
        return new Settlement(
                lines,
                documents,
                duties,
                decision.excused(),
                corrected,
                () -> making.of(lines, documents, duties, corrected));
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Decision.Payment payment : decision.payments()) {
            Line line = new Line(
                    payment.clause().number(),
                    payment.description(),
                    payment.effect().debtor(),
                    payment.creditor(),
                    payment.net(),
                    VatRates.of(settled.agreement(), payment.clause().number()),
                    due(payment.effect().due()),
                    decision.usesEstimates() ? notes(decision.reasons(payment.index())) : List.of());
            lines.add(correction.map(making -> making.dated(line)).orElse(line));
        }
        return lines;
    }

    private List<Document> documents(List<Line> lines) {
        List<Document> documents = new Documents(settled.agreement().settings()).of(lines);
        return correction
                .map(making -> documents.stream()
                        .map(document -> making.due(document, lines))
                        .toList())
                .orElse(documents);
    }

    private List<LocalDate> dueAnew() {
        return decision.payments().stream()
                .map(payment -> due(payment.effect().due()))
                .toList();
    }

    private List<Duty> duties(StatementMaking making) {
        DutyMaking duties = new DutyMaking(settled.agreement());
        List<Duty> made = new ArrayList<>();
        for (Decision.Owed owed : decision.duties()) {
            LineTrace trace = making.trace(made.size(), owed.clause(), owed.sentence(), owed.index());
            Duty duty = duties.of(owed, due(owed.duty().due()), trace);
            made.add(correction.map(before -> duty.dueOn(before.due(duty))).orElse(duty));
        }
        return made;
    }

    /** Many lines are due alike. */
    private LocalDate due(Due when) {
        return due.computeIfAbsent(when, each -> due(settled, frame, each, settledOn));
    }

    /** The day on which something of a case is due. */
    static LocalDate due(Case settled, Frame frame, Due due) {
        return due(settled, frame, due, settledOn(settled, frame));
    }

    private static LocalDate due(Case settled, Frame frame, Due due, LocalDate settledOn) {
        LocalDate happened = settled.trigger() instanceof Trigger.ClauseHappened
                ? settledOn
                : settled.before().map(Before::on).orElse(settledOn);
        return new DueDates(settled.agreement(), frame.periods()).of(due, settled.period(), happened, happened);
    }

    /** The day of what happened to a clause, or the day on which the period is settled. */
    private static LocalDate settledOn(Case settled, Frame frame) {
        return settled.trigger() instanceof Trigger.ClauseHappened happened
                ? happened.on()
                : frame.periods().settlementDay(settled.period());
    }

    private static List<String> notes(Reasons reasons) {
        List<String> notes = new ArrayList<>();
        for (Reasons.Used used : reasons.readings()) {
            int from = used.column().grid().indexOf(used.window().from());
            int to = used.column().grid().indexOf(used.window().to());
            int estimated = used.column().count(Quality.ESTIMATED, from, to);
            if (estimated > 0) {
                notes.add(estimated + " of " + (to - from) + " readings of " + used.meter() + " are estimated");
            }
        }
        return notes;
    }
}

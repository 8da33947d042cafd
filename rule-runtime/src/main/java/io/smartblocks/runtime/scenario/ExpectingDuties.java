package io.smartblocks.runtime.scenario;

import io.smartblocks.dsl.agreement.Scenario;
import io.smartblocks.dsl.agreement.Scenario.ExpectDuty;
import io.smartblocks.dsl.agreement.Scenario.ExpectState;
import io.smartblocks.dsl.agreement.Scenario.Step;
import io.smartblocks.dsl.units.Unit;
import io.smartblocks.runtime.obligation.ObligationState;
import io.smartblocks.runtime.settlement.Duty;
import io.smartblocks.runtime.settlement.DutyWords;
import io.smartblocks.runtime.settlement.Outcome;
import io.smartblocks.runtime.settlement.Trigger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what a scenario expects of duties, of their life and of the agreement's end with what came out. */
final class ExpectingDuties {

    private final Chronicle told;

    ExpectingDuties(Chronicle told) {
        this.told = told;
    }

    static boolean isAboutDuties(Step step) {
        return step instanceof ExpectDuty
                || step instanceof ExpectState
                || step instanceof Scenario.ExpectNothing
                || step instanceof Scenario.ExpectDisputed
                || step instanceof Scenario.ExpectEnd;
    }

    StepResult result(Step step) {
        if (step instanceof Scenario.ExpectEnd end) {
            LocalDate last = told.periods().lastDay();
            String wanted = "the agreement ends on " + end.on();
            return Expecting.result(
                    end.at(), last.equals(end.on()), wanted, "it ends on " + last, "the agreement ends on " + last);
        }
        if (step instanceof ExpectState state) {
            return state(state);
        }
        if (told.last().isEmpty()) {
            return Expecting.result(
                    step.at(), false, "a settlement", "none", "nothing was settled before this expectation");
        }
        Chapter chapter = told.last().get();
        if (step instanceof ExpectDuty duty) {
            return duty(chapter, duty);
        }
        return step instanceof Scenario.ExpectNothing nothing
                ? nothing(chapter, nothing)
                : disputed(chapter, (Scenario.ExpectDisputed) step);
    }

    private StepResult duty(Chapter chapter, ExpectDuty expect) {
        Optional<String> amount = expect.amount().map(it -> {
            var figure =
                    new Expecting(told).amount(chapter, it).dividedBy(it.unit().scale());
            return DutyWords.figure(figure) + " " + it.unit().symbol();
        });
        List<Duty> owed = chapter.duties().stream()
                .filter(duty -> duty.kind().name().equals(expect.kind().name())
                        && duty.debtor().equals(expect.debtor()))
                .toList();
        boolean passed = owed.stream()
                .anyMatch(duty -> isAmount(chapter, expect, duty)
                        && expect.what().map(duty.what()::equals).orElse(true)
                        && expect.other()
                                .map(Optional::of)
                                .map(duty.other()::equals)
                                .orElse(true)
                        && expect.clause().map(duty.clause()::equals).orElse(true)
                        && expect.by().map(duty.due()::equals).orElse(true));
        String wanted = DutyWords.of(
                        expect.debtor(),
                        Duty.Kind.valueOf(expect.kind().name()),
                        amount,
                        expect.what().orElse(""),
                        expect.other())
                + expect.clause().map(number -> " under clause " + number).orElse("")
                + expect.by().map(day -> " by " + day).orElse("");
        return Expecting.result(
                expect.at(), passed, wanted, told(owed.isEmpty() ? chapter.duties() : owed), Expecting.came(chapter));
    }

    private boolean isAmount(Chapter chapter, ExpectDuty expect, Duty duty) {
        return expect.amount()
                .map(it -> duty.unit().isEmpty()
                        || duty.amount()
                                .map(amount ->
                                        amount.times(Unit.parse(duty.unit()).scale()))
                                .equals(Optional.of(new Expecting(told).amount(chapter, it))))
                .orElse(true);
    }

    static String told(List<Duty> duties) {
        return duties.isEmpty()
                ? "nothing of the kind"
                : duties.stream()
                        .map(duty -> DutyWords.of(duty) + " by " + duty.due())
                        .collect(Collectors.joining("; "));
    }

    private StepResult nothing(Chapter chapter, Scenario.ExpectNothing expect) {
        boolean passed = chapter.outcome() instanceof Outcome.Settled && !chapter.owes(expect.clause());
        return Expecting.result(
                expect.at(),
                passed,
                "nothing under clause " + expect.clause(),
                Expecting.told(chapter, List.of()) + "; " + told(chapter.duties()),
                Expecting.came(chapter));
    }

    private StepResult disputed(Chapter chapter, Scenario.ExpectDisputed expect) {
        boolean passed = told.isDisputed(chapter.settled().period());
        return Expecting.result(
                expect.at(), passed, "settlement disputed", passed ? "disputed" : "not disputed", "nobody disputes it");
    }

    private StepResult state(ExpectState expect) {
        LocalDate day = expect.on().orElseGet(told::now);
        Optional<ObligationState> state =
                told.concerned(expect.clause()).flatMap(chapter -> state(chapter, expect, day));
        String wanted =
                "clause " + expect.clause() + " is " + expect.state().name().toLowerCase(Locale.ROOT) + " on " + day;
        return Expecting.result(
                expect.at(),
                state.map(it -> is(expect.state(), it)).orElse(false),
                wanted,
                state.map(ExpectingDuties::words).orElse("nothing is owed under it"),
                "on " + day + " it is otherwise");
    }

    private Optional<ObligationState> state(Chapter chapter, ExpectState expect, LocalDate day) {
        if (!chapter.owes(expect.clause()) && chapter.outcome() instanceof Outcome.Settled settled) {
            return Optional.ofNullable(settled.settlement().excused().get(expect.clause()))
                    .map(ObligationState.Excused::new);
        }
        return told.engine().state(told.now(chapter, new Trigger.PeriodEnd()), expect.clause(), day);
    }

    private static boolean is(ExpectState.State expected, ObligationState state) {
        return switch (expected) {
            case DUE -> state instanceof ObligationState.Due;
            case PERFORMED, PAID ->
                state instanceof ObligationState.Performed
                        || state instanceof ObligationState.Breached breached
                                && breached.cured().isPresent();
            case BREACHED ->
                state instanceof ObligationState.Breached breached
                        && breached.cured().isEmpty();
            case DISPUTED -> state instanceof ObligationState.Disputed;
            case EXCUSED -> state instanceof ObligationState.Excused;
            case TERMINATED -> state instanceof ObligationState.Terminated;
        };
    }

    private static String words(ObligationState state) {
        if (state instanceof ObligationState.Due due) {
            return "due by " + due.by();
        } else if (state instanceof ObligationState.Performed performed) {
            return "performed on " + performed.on();
        } else if (state instanceof ObligationState.Breached breached) {
            return "breached since " + breached.since()
                    + breached.cured().map(day -> ", performed on " + day).orElse("");
        } else if (state instanceof ObligationState.Disputed disputed) {
            return "disputed since " + disputed.since();
        }
        return state instanceof ObligationState.Excused excused
                ? "excused by clause " + excused.byClause()
                : "ended with the agreement on " + ((ObligationState.Terminated) state).on();
    }
}

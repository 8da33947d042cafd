package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.ClauseEvent;

/** When a sentence speaks: at the end of the period, or when what happened to a clause makes its guard come true. */
final class Turns {

    private Turns() {}

    static boolean isDue(Settling settling, Sentence sentence) {
        Ground ground = settling.ground();
        boolean byEvent = sentence.isDueByEvent(ground.agreement());
        if (ground.happening().isEmpty()) {
            return !byEvent;
        }
        Happening happening = ground.happening().get();
        boolean concerned = byEvent
                || sentence.events().stream()
                        .anyMatch(event ->
                                settling.plan().events().get(event).clause().equals(happening.clause()));
        boolean saidAtPeriodEnd =
                !byEvent && settling.beforeAnythingHappened(sentence.guard()).holds();
        return !happening.undone() && concerned && !saidAtPeriodEnd && isItsEvent(ground, sentence, happening);
    }

    /** What grows with lateness is said when the payment comes; the rest at the breach, and not again. */
    private static boolean isItsEvent(Ground ground, Sentence sentence, Happening happening) {
        boolean waits = sentence.waitsForPayment(ground.agreement());
        if (happening.event() == ClauseEvent.BREACHED) {
            return !waits;
        }
        return waits || !wasBreachTold(ground, happening);
    }

    private static boolean wasBreachTold(Ground ground, Happening happening) {
        return ground.evidence().occurrences().stream()
                .anyMatch(occurrence -> occurrence.event() == ClauseEvent.BREACHED
                        && occurrence.clause().equals(happening.clause())
                        && occurrence.periodFrom().equals(ground.from()));
    }
}

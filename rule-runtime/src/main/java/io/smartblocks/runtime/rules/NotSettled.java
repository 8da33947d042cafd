package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.CalendarTest;
import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.Expr;
import io.smartblocks.dsl.agreement.GapRule;
import io.smartblocks.dsl.agreement.TimeSpan;
import java.util.List;
import java.util.Optional;

/** What an agreement may say that this engine would settle wrongly; said before any figure is made of it. */
final class NotSettled {

    private final String where;

    /** {@code where} is the clause or term that is being planned. */
    NotSettled(String where) {
        this.where = where;
    }

    /** Registers count on; their stands are no readings. */
    void requireReadings(Declaration.Meter meter, List<GapRule> gapRules) {
        if (meter.register()) {
            throw cannot(meter.name() + " registers a running count, and this engine settles readings; use a meter that"
                    + " `reads`");
        }
        boolean scaled = gapRules.stream()
                .filter(rule -> rule.meters().contains(meter.name()))
                .flatMap(rule -> rule.arms().stream())
                .flatMap(arm -> arm.estimate().stream())
                .anyMatch(estimate -> estimate instanceof GapRule.Estimate.LikeDays like
                        && like.scaledTo().isPresent());
        if (scaled) {
            throw cannot(
                    "estimates of " + meter.name() + " that are scaled to a register are not settled by this engine");
        }
    }

    /** A reading of a day has no hours, and one of a month no days: it cannot be told where in them a part lies. */
    void requireTellable(CalendarTest test, Iterable<Declaration.Meter> meters) {
        for (Declaration.Meter meter : meters) {
            TimeSpan.Unit unit = meter.every().unit();
            boolean clock = unit == TimeSpan.Unit.MINUTE || unit == TimeSpan.Unit.HOUR;
            boolean daily = unit == TimeSpan.Unit.DAY && meter.every().count() == 1;
            if (test.hours().isPresent() && !clock || test.day().isPresent() && !clock && !daily) {
                throw cannot("it cannot be told which part of a reading of " + meter.name() + " lies "
                        + Wording.words(test) + ", since it is read every "
                        + meter.every().words());
            }
        }
    }

    void requireCountable(Expr.CalendarCount count) {
        boolean ofDays = count.count() == Expr.CalendarCount.Count.DAYS
                && count.during().flatMap(CalendarTest::hours).isPresent();
        boolean ofMonths = count.count() == Expr.CalendarCount.Count.MONTHS
                && count.during().isPresent();
        if (ofDays || ofMonths) {
            throw cannot("days have no hours of their own and months no parts; count the hours of " + count.period());
        }
    }

    /** Due dates are days, counted from what the runtime knows. */
    void requireDatable(Due due, Optional<String> period) {
        if (!(due instanceof Due.Within within)) {
            return;
        }
        TimeSpan.Unit unit = within.span().unit();
        if (unit == TimeSpan.Unit.HOUR || unit == TimeSpan.Unit.MINUTE) {
            throw cannot("a payment is due on a day, so \"within "
                    + within.span().words() + "\" cannot be told; say how many days");
        }
        if (within.after() instanceof Due.Event.Notice) {
            throw cannot("this engine knows of no notice from which a due date could be counted");
        }
        if (within.after() instanceof Due.Event.EndOf end && !period.equals(Optional.of(end.name()))) {
            throw cannot("a due date is counted from the end of the clause's own period"
                    + period.map(name -> " (" + name + ")").orElse("") + ", not from that of " + end.name());
        }
    }

    CannotPlan cannot(String message) {
        return new CannotPlan(where, message);
    }
}

package io.smartblocks.runtime.rules;

import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.TimeSpan;

/** What an agreement may say that this engine would settle wrongly; said before any figure is made of it. */
final class NotSettled {

    private final String where;

    /** {@code where} is the clause or term that is being planned. */
    NotSettled(String where) {
        this.where = where;
    }

    /** Due dates are days, counted from what the runtime knows. */
    void requireDatable(Due due) {
        if (!(due instanceof Due.Within within)) {
            return;
        }
        TimeSpan.Unit unit = within.span().unit();
        if (unit == TimeSpan.Unit.HOUR || unit == TimeSpan.Unit.MINUTE) {
            throw cannot("what is due is due on a day, so \"within "
                    + within.span().words() + "\" cannot be told; say how many days");
        }
        if (within.after() instanceof Due.Event.Notice) {
            throw cannot("this engine knows of no notice from which a due date could be counted");
        }
    }

    CannotPlan cannot(String message) {
        return new CannotPlan(where, message);
    }
}

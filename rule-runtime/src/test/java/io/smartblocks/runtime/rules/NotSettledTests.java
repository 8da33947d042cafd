package io.smartblocks.runtime.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.dsl.agreement.ClauseEvent;
import io.smartblocks.dsl.agreement.Due;
import io.smartblocks.dsl.agreement.TimeSpan;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NotSettledTests {

    private final NotSettled notSettled = new NotSettled("clause 7");

    @Test
    void due_dates_are_days_counted_from_what_is_known() {
        assertRefused(() -> due(24, TimeSpan.Unit.HOUR, new Due.Event.Settlement()), "within 24 hours");
        assertRefused(() -> due(14, TimeSpan.Unit.DAY, new Due.Event.Notice()), "notice");
        assertThatCode(() -> {
                    due(14, TimeSpan.Unit.DAY, new Due.Event.Settlement());
                    due(2, TimeSpan.Unit.MONTH, new Due.Event.EndOf("Month"));
                    due(14, TimeSpan.Unit.DAY, new Due.Event.OfClause("1", ClauseEvent.PAID));
                })
                .doesNotThrowAnyException();
    }

    private static void assertRefused(ThrowingCallable call, String... words) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CannotPlan.class,
                        cannot -> assertThatCode(cannot::where).doesNotThrowAnyException())
                .hasMessageContainingAll(words)
                .extracting(thrown -> ((CannotPlan) thrown).where())
                .isEqualTo("clause 7");
    }

    private void due(int count, TimeSpan.Unit unit, Due.Event event) {
        notSettled.requireDatable(new Due.Within(new TimeSpan(count, unit), event, Optional.empty()));
    }
}

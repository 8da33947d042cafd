package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.transaction.AgreementId;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class AgainCalendarTests {

    private static final AgreementId ONE = new AgreementId("one");
    private static final AgreementId OTHER = new AgreementId("other");

    private final ReadModel model;

    AgainCalendarTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
    }

    @Test
    void what_an_agreement_reads_is_noted_in_place_of_what_was_noted_before() {
        model.again().watch(List.of(watch(ONE, "readings/a", 0), watch(ONE, "readings/b", 31)));
        model.again().watch(List.of(watch(OTHER, "readings/b", 0)));
        model.again().watch(List.of(watch(ONE, "readings/b", 62)));

        assertThat(model.again().watching(List.of("readings/a", "readings/b")))
                .containsExactlyInAnyOrder(watch(ONE, "readings/b", 62), watch(OTHER, "readings/b", 0));
    }

    private static AgainCalendar.Watch watch(AgreementId agreement, String source, int readsOn) {
        return new AgainCalendar.Watch(agreement, source, readsOn);
    }
}

package io.smartblocks.ledger.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.transaction.Transaction;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a submitter hears of a batch on its way. */
public interface StagesContract extends ContractLedger {

    @Test
    default void all_stages_are_told_in_order_before_the_outcome() {
        List<Stage> heard = Collections.synchronizedList(new ArrayList<>());
        ledger().submit(Batch.of(Campus.meter(fresh())), heard::add).join();

        assertThat(List.copyOf(heard)).containsExactly(Stage.values());
    }

    @Test
    default void whoever_waits_has_heard_all_stages_before() {
        List<Stage> heard = Collections.synchronizedList(new ArrayList<>());
        ledger().commit(Batch.of(Campus.meter(fresh())), heard::add);

        assertThat(List.copyOf(heard)).containsExactly(Stage.values());
    }

    @Test
    default void a_refused_batch_is_never_told_to_be_committed() {
        List<Stage> heard = Collections.synchronizedList(new ArrayList<>());
        Submission outcome =
                ledger().submit(Batch.of(move(fresh(), "Annexe")), heard::add).join();

        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(List.copyOf(heard)).isSorted().doesNotHaveDuplicates().doesNotContain(Stage.COMMITTED);
    }

    @Test
    default void a_repeated_request_may_skip_stages_but_ends_committed() {
        Transaction meter = Campus.meter(fresh());
        Campus.submit(ledger(), meter);
        List<Stage> heard = Collections.synchronizedList(new ArrayList<>());
        ledger().submit(Batch.of(meter), heard::add).join();

        assertThat(List.copyOf(heard)).isSorted().doesNotHaveDuplicates().endsWith(Stage.COMMITTED);
    }

    @Test
    default void what_a_listener_throws_harms_nobody() {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {});
        try {
            Submission outcome = ledger().submit(Batch.of(Campus.meter(fresh())), stage -> {
                        throw new IllegalStateException("a listener fails at " + stage);
                    })
                    .join();
            assertThat(outcome).isInstanceOf(Committed.class);
            assertThat(Campus.submit(ledger(), Campus.meter(fresh()))).isInstanceOf(Committed.class);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    default void a_listener_that_takes_its_time_holds_up_nobody_else() {
        Object patience = new Object();
        synchronized (patience) {
            var slow = ledger().submit(Batch.of(Campus.meter(fresh())), stage -> {
                synchronized (patience) {
                    patience.notifyAll();
                }
            });
            assertThat(Campus.submit(ledger(), Campus.meter(fresh()))).isInstanceOf(Committed.class);
            assertThat(slow).isNotDone();
        }
    }
}

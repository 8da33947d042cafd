package io.smartblocks.ledger.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What closing does, and what is there when the ledger is opened again. */
public interface ClosingContract extends ContractLedger {

    @Test
    default void closing_finishes_what_was_submitted() {
        List<Transaction> meters = new ArrayList<>();
        List<CompletableFuture<Submission>> outcomes = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            meters.add(Campus.meter(fresh()));
            outcomes.add(ledger().submit(Batch.of(meters.get(i))));
        }
        reopened();

        assertThat(outcomes).extracting(CompletableFuture::join).allMatch(Committed.class::isInstance);
        assertThat(meters).allMatch(meter -> ledger().find(meter.id()).isPresent());
    }

    @Test
    default void a_closed_ledger_takes_nothing_and_says_so() {
        Transaction meter = Campus.meter(fresh());
        Ledger closed = ledger();
        closed.close();

        assertThatThrownBy(() -> closed.submit(Batch.of(meter)).join())
                .hasCauseInstanceOf(LedgerUnavailable.class)
                .satisfies(failed -> {
                    LedgerUnavailable unavailable = (LedgerUnavailable) failed.getCause();
                    assertThat(unavailable.stage()).isEqualTo(Stage.PROPOSED);
                    assertThat(unavailable.outcomeUnknown()).isFalse();
                });
        assertThatThrownBy(() -> closed.commit(Batch.of(meter)))
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        unavailable -> assertThat(unavailable.stage()).isEqualTo(Stage.PROPOSED));
        assertThat(reopened().find(meter.id())).isEmpty();
    }

    @Test
    default void closing_twice_harms_nobody() {
        Ledger closed = ledger();
        closed.close();
        closed.close();

        assertThat(Campus.submit(reopened(), Campus.meter(fresh()))).isInstanceOf(Committed.class);
    }

    @Test
    default void closing_ends_the_streams() throws InterruptedException {
        Campus.submit(ledger(), Campus.meter(fresh()));
        BlockStream waiting = ledger().blocks(ledger().height());
        BlockStream behind = ledger().blocks(0);
        behind.next();
        ledger().close();

        assertThat(waiting.next()).isEmpty();
        assertThat(behind.next()).isEmpty();
        assertThat(behind.position()).isEqualTo(1);
    }

    @Test
    default void all_that_stood_stands_when_it_is_opened_again() {
        Campus.submit(ledger(), Campus.meter(fresh()), Campus.meter(fresh()));
        List<Block> before = chain();
        var states = ledger().states("meter/");
        reopened();

        assertThat(chain()).startsWith(before.toArray(Block[]::new));
        assertThat(ledger().states("meter/")).containsAll(states);
        assertThat(ledger().id()).isEqualTo(Campus.ID);
    }
}

package io.smartblocks.ledger.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of a batch: all of it or nothing, once, and only for the ledger that it is signed for. */
public interface SubmittingContract extends ContractLedger {

    @Test
    default void a_ledger_is_known_by_the_transaction_that_founded_it() {
        assertThat(ledger().id()).isEqualTo(LedgerId.of(Campus.founding()));
        assertThat(ledger().find(Campus.founding().id())).isPresent();
    }

    @Test
    default void what_is_signed_for_another_ledger_is_refused() {
        Transaction other =
                Campus.sign(new LedgerId(Hash.of("another")), fresh(), Campus.meterPayload(fresh()), Campus.OPERATOR);

        refused(Campus.submit(ledger(), other), "wrong-ledger", 0);
    }

    @Test
    default void a_batch_is_committed_as_a_whole_and_can_be_read_at_once() {
        Transaction first = Campus.meter(fresh());
        Transaction second = Campus.meter(fresh());
        Submission outcome = Campus.submit(ledger(), first, second);

        TransactionPlace place = ledger().find(first.id()).orElseThrow();
        assertThat(outcome).isEqualTo(new Committed(place.block(), List.of(first.id(), second.id())));
        assertThat(ledger().find(second.id()))
                .contains(new TransactionPlace(place.block(), place.batch(), place.place() + 1));
        assertThat(ledger().block(place.block())
                        .orElseThrow()
                        .batches()
                        .get(place.batch())
                        .transactions())
                .containsExactly(first, second);
    }

    @Test
    default void whoever_waits_for_a_batch_gets_the_same_answers() {
        Transaction meter = Campus.meter(fresh());
        Submission outcome = ledger().commit(Batch.of(meter));

        assertThat(ledger().find(meter.id())).isPresent();
        assertThat(outcome).isInstanceOf(Committed.class).isEqualTo(Campus.submit(ledger(), meter));
        refused(ledger().commit(Batch.of(move(fresh(), "Annexe"))), "meter-unknown", 0);
    }

    @Test
    default void a_batch_is_refused_as_a_whole_and_leaves_nothing_behind() {
        String name = fresh();
        Transaction good = Campus.meter(name);
        Signer nobody = Signer.of(new MemberId("nobody"), KeyPair.generate());
        Transaction bad = Campus.sign(fresh(), Campus.meterPayload(fresh()), nobody);

        refused(Campus.submit(ledger(), good, bad), "signer-unknown", 1);
        assertThat(ledger().find(good.id())).isEmpty();
        assertThat(ledger().state(StateKey.meter(new MeterId(name)))).isEmpty();
        assertThat(ledger().history(StateKey.meter(new MeterId(name)))).isEmpty();
        assertThat(timesInChain(good)).isZero();
    }

    @Test
    default void a_refused_request_may_be_made_again_when_its_cause_is_removed() {
        String name = fresh();
        Transaction early = move(name, "Annexe");
        refused(Campus.submit(ledger(), early), "meter-unknown", 0);
        Campus.submit(ledger(), Campus.meter(name));

        assertThat(Campus.submit(ledger(), early)).isInstanceOf(Committed.class);
    }

    @Test
    default void a_signature_of_another_key_is_refused() {
        Signer impostor = Signer.of(Campus.OPERATOR.member(), KeyPair.generate());

        refused(
                Campus.submit(ledger(), Campus.sign(fresh(), Campus.meterPayload(fresh()), impostor)),
                "signature-wrong",
                0);
    }

    @Test
    default void another_body_under_a_signed_id_is_refused() {
        Transaction honest = Campus.meter(fresh());
        Transaction forged = new Transaction(honest.id(), Campus.meter(fresh()).body(), honest.signature());

        refused(Campus.submit(ledger(), forged), "signature-wrong", 0);
    }

    @Test
    default void a_repeated_request_gives_its_first_outcome_again() {
        Transaction meter = Campus.meter(fresh());
        Submission outcome = Campus.submit(ledger(), meter);

        assertThat(Campus.submit(ledger(), meter)).isEqualTo(outcome);
        assertThat(Campus.submit(ledger(), signedAgain(meter))).isEqualTo(outcome);
        assertThat(timesInChain(meter)).isEqualTo(1);
        assertThat(ledger().find(signedAgain(meter).id())).isEmpty();
    }

    @Test
    default void a_repeated_request_gives_its_first_outcome_after_a_restart_too() {
        Transaction meter = Campus.meter(fresh());
        Submission outcome = Campus.submit(ledger(), meter);

        assertThat(Campus.submit(reopened(), signedAgain(meter))).isEqualTo(outcome);
        assertThat(timesInChain(meter)).isEqualTo(1);
    }

    @Test
    default void a_request_key_stands_for_one_content() {
        Transaction meter = Campus.meter(fresh());
        Campus.submit(ledger(), meter);

        refused(Campus.submit(ledger(), meterUnder(meter.body().requestKey(), fresh())), "request-key-used", 0);
    }

    @Test
    default void a_request_is_not_taken_again_in_another_batch() {
        Transaction first = Campus.meter(fresh());
        Transaction second = Campus.meter(fresh());
        Campus.submit(ledger(), first);

        refused(Campus.submit(ledger(), second, first), "request-key-used", 1);
        assertThat(ledger().find(second.id())).isEmpty();
    }

    @Test
    default void a_request_stands_once_in_a_batch() {
        RequestKey key = new RequestKey(fresh());

        refused(Campus.submit(ledger(), meterUnder(key, fresh()), meterUnder(key, fresh())), "transaction-repeated", 1);
    }

    @Test
    default void the_same_batch_from_eight_threads_happens_once() {
        Transaction first = Campus.meter(fresh());
        Transaction second = Campus.meter(fresh());
        List<CompletableFuture<Submission>> outcomes = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Campus.submit(ledger(), first, second), command -> new Thread(command).start()))
                .toList();
        Submission outcome = outcomes.get(0).join();

        assertThat(outcome).isInstanceOf(Committed.class);
        assertThat(outcomes).extracting(CompletableFuture::join).containsOnly(outcome);
        assertThat(timesInChain(first)).isEqualTo(1);
    }

    @Test
    default void an_interrupted_submitter_still_hears_the_outcome() {
        Transaction meter = Campus.meter(fresh());
        Thread.currentThread().interrupt();
        CompletableFuture<Submission> outcome = ledger().submit(Batch.of(meter));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcome.join()).isInstanceOf(Committed.class);
    }

    private static void refused(Submission submission, String code, int place) {
        assertThat(submission).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).as(refused.message()).isEqualTo(code);
            assertThat(refused.transaction()).isEqualTo(place);
            assertThat(refused.message()).isNotBlank();
        });
    }
}

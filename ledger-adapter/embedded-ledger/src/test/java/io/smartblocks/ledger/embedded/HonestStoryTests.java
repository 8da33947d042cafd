package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story that the fuzzing begins with, and the oracle that it is judged by: the one is true, the other sees what is not. */
class HonestStoryTests {

    @TempDir
    private Path directory;

    @Test
    void all_of_it_is_committed_and_explained_and_speaks_of_every_action() {
        WriteOracle oracle = new WriteOracle();
        try (EmbeddedLedger ledger = PeopledLedger.open(directory)) {
            PeopledLedger.populate(ledger);
            for (Transaction transaction : HonestStory.of(ledger.id(), 0)) {
                assertThat(PeopledLedger.submit(ledger, transaction))
                        .as(transaction.body().payload().action())
                        .isInstanceOf(Committed.class);
            }
            for (long number = 0; number < ledger.height(); number++) {
                PeopledLedger.problems(ledger, number, oracle).forEach(problem -> {
                    throw new AssertionError(problem);
                });
            }
            assertThat(ledger.states("")).isEqualTo(oracle.states());
            assertThat(actions(ledger)).containsAll(everyAction());
        }
    }

    @Test
    void the_oracle_sees_what_nobody_may_write() {
        try (EmbeddedLedger ledger = PeopledLedger.open(directory)) {
            PeopledLedger.populate(ledger);
            List<Transaction> story = HonestStory.of(ledger.id(), 0);
            int readings = indexOf(story, "record-readings");
            for (Transaction transaction : story.subList(0, readings + 1)) {
                PeopledLedger.submit(ledger, transaction);
            }
            CommittedBatch honest =
                    ledger.block(ledger.height() - 1).orElseThrow().batches().get(0);
            State state = honest.writes().get(0).state();
            StateKey elsewhere = StateKey.meter(new MeterId("meter-0"));

            assertThat(judged(ledger, honest)).isEmpty();
            assertThat(judged(ledger, new CommittedBatch(honest.transactions(), List.of())))
                    .contains("nothing was written");
            assertThat(judged(ledger, with(honest, new StateEntry(elsewhere, state))))
                    .contains("nobody who signed may write 'meter/meter-0'");
            assertThat(judged(ledger, with(honest, new StateEntry(new StateKey("new-kind/x"), state))))
                    .contains("nobody who signed may write 'new-kind/x'");
            Transaction stranger = Transaction.sign(
                    ledger.id(),
                    story.get(readings).body().payload(),
                    story.get(readings).body().requestKey(),
                    story.get(readings).body().statedAt(),
                    SeededSigner.of("org-a"));
            assertThat(judged(ledger, new CommittedBatch(List.of(stranger), honest.writes())))
                    .contains("beyond the signer's rights");
            StateEntry made = ledger.states("member/").get(0);
            assertThat(judged(ledger, with(honest, made))).contains("nobody who signed may write");
        }
    }

    private static CommittedBatch with(CommittedBatch honest, StateEntry more) {
        return new CommittedBatch(
                honest.transactions(),
                Stream.concat(honest.writes().stream(), Stream.of(more)).toList());
    }

    /** What the oracle says when the last block holds this. */
    private static String judged(EmbeddedLedger ledger, CommittedBatch batch) {
        WriteOracle oracle = new WriteOracle();
        for (long number = 0; number < ledger.height() - 1; number++) {
            assertThat(PeopledLedger.problems(ledger, number, oracle)).isEmpty();
        }
        return oracle.problem(batch, PeopledLedger.NOON).orElse("");
    }

    private static int indexOf(List<Transaction> story, String action) {
        for (int i = 0; i < story.size(); i++) {
            if (story.get(i).body().payload().action().equals(action)) {
                return i;
            }
        }
        throw new AssertionError("the story has no " + action);
    }

    private static Set<String> actions(EmbeddedLedger ledger) {
        Set<String> actions = new TreeSet<>();
        for (long number = 0; number < ledger.height(); number++) {
            ledger.block(number).orElseThrow().transactions().stream()
                    .map(transaction -> transaction.body().payload().action())
                    .forEach(actions::add);
        }
        return actions;
    }

    /** All but what no story of one day can reach: the end of an agreement that has passed. */
    private static Set<String> everyAction() {
        Set<String> actions = new TreeSet<>();
        List<Class<?>> types = new ArrayList<>(List.of(Payload.class));
        while (!types.isEmpty()) {
            Class<?> type = types.remove(0);
            if (type.isSealed()) {
                types.addAll(List.of(type.getPermittedSubclasses()));
            } else {
                actions.add(
                        type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
            }
        }
        actions.remove("close-agreement");
        return actions;
    }
}

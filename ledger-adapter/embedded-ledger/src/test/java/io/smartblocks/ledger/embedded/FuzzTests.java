package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transactions and batches of every kind, made and changed by chance: what nobody may do leaves no trace. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class FuzzTests {

    private static final int AT_ONCE = 25;
    // with time all have another's key; then begin anew
    private static final int ON_ONE_LEDGER = 2500;
    private static final int STORIES = 2;
    private static final int ROUNDS_BETWEEN_COMPARISONS = 10;
    private static final Set<String> CODES =
            Arrays.stream(RefusalCode.values()).map(RefusalCode::code).collect(Collectors.toSet());

    @TempDir
    private Path directory;

    private final long seed = Long.getLong("seed", 20261102);
    private final Random chance = new Random(seed);
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int unreadable;
    private WriteOracle oracle = new WriteOracle();
    private long oracleHeight;

    @Test
    void what_is_mutated_is_refused_with_a_code_and_changes_nothing() {
        long start = System.nanoTime();
        int mutated = Acceptance.rounds(7_500, 100_000);
        for (int done = 0; done < mutated; done += ON_ONE_LEDGER) {
            onOneLedger(directory.resolve("ledger-" + done));
        }
        assertThat(outcomes.keySet())
                .contains("committed", "answered again", "signature-wrong", "not-allowed", "signer-unknown")
                .contains("wrong-ledger", "hash-differs", "agreement-active", "request-key-used");
        Acceptance.tell("%d mutated transactions and batches (seed %d; %d more could not be read) in %d s,"
                        .formatted(mutated, seed, unreadable, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start))
                + " each refused with a code or explained: " + outcomes);
    }

    private void onOneLedger(Path path) {
        oracle = new WriteOracle();
        oracleHeight = 0;
        try (EmbeddedLedger ledger = PeopledLedger.open(path)) {
            PeopledLedger.populate(ledger);
            takeIn(ledger);
            List<Transaction> story = new ArrayList<>();
            for (int number = 0; number < STORIES; number++) {
                story.addAll(HonestStory.of(ledger.id(), number));
            }
            Mutations mutations = new Mutations(chance, ledger.id(), story);
            Iterator<Transaction> untold = story.iterator();
            for (int round = 0; round < ON_ONE_LEDGER / AT_ONCE; round++) {
                goOn(untold, ledger);
                round(mutations, ledger);
                if (round % ROUNDS_BETWEEN_COMPARISONS == 0) {
                    assertThat(ledger.states("")).isEqualTo(oracle.states());
                    PeopledLedger.readmitAll(ledger, "readmit-" + round);
                    takeIn(ledger);
                }
            }
            unreadable += mutations.unreadable();
            assertThat(ledger.states("")).isEqualTo(oracle.states());
        }
        assertThat(LedgerVerification.verify(path).problems()).isEmpty();
    }

    /** The next of what is honest; what was changed by chance may stand in its way. */
    private void goOn(Iterator<Transaction> untold, EmbeddedLedger ledger) {
        if (untold.hasNext()) {
            PeopledLedger.submit(ledger, untold.next());
            takeIn(ledger);
        }
    }

    private void round(Mutations mutations, EmbeddedLedger ledger) {
        long height = ledger.height();
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            batches.add(mutations.next());
        }
        List<CompletableFuture<Submission>> submitted =
                batches.stream().map(ledger::submit).toList();
        long newest = height;
        for (CompletableFuture<Submission> each : submitted) {
            newest = Math.max(newest, judge(each.join(), height) + 1);
        }
        assertThat(ledger.height()).as("blocks that nobody was told of").isEqualTo(newest);
        takeIn(ledger);
    }

    private long judge(Submission submission, long height) {
        if (submission instanceof Refused refused) {
            assertThat(CODES).contains(refused.code());
            assertThat(refused.message()).isNotBlank();
            count(refused.code());
            return -1;
        }
        Committed committed = (Committed) submission;
        count(committed.block() < height ? "answered again" : "committed");
        return committed.block();
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    private void takeIn(EmbeddedLedger ledger) {
        for (; oracleHeight < ledger.height(); oracleHeight++) {
            assertThat(PeopledLedger.problems(ledger, oracleHeight, oracle))
                    .as("block %d, seed %d", oracleHeight, seed)
                    .isEmpty();
        }
    }
}

package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Measures how fast an embedded ledger commits, from submission to acknowledgement, every block synced to the disk. */
public final class LedgerBench {

    private final Clock clock;
    private final Signer node = Signer.of(new MemberId("bench-node"), KeyPair.generate());
    private final Signer operator = Signer.of(new MemberId("bench-operator"), KeyPair.generate());

    private LedgerId ledger = LedgerId.NONE;

    private LedgerBench(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was measured.
     *
     * @param blocks how many blocks were committed
     * @param transactions how many transactions they hold
     * @param took from the first submission to the last acknowledgement
     */
    public record Result(long blocks, long transactions, Duration took) {

        public long blocksPerSecond() {
            return perSecond(blocks);
        }

        public long transactionsPerSecond() {
            return perSecond(transactions);
        }

        private long perSecond(long count) {
            return count * 1_000_000_000L / Math.max(1, took.toNanos());
        }
    }

    /** One after another, each batch being acknowledged before the next is submitted; so each has its own block. */
    public static Result oneByOne(Path emptyDirectory, Clock clock, int batches, int transactionsPerBatch) {
        LedgerBench bench = new LedgerBench(clock);
        return bench.run(emptyDirectory, batches, transactionsPerBatch, bench::submitOneByOne);
    }

    /** All at once, so that batches which wait together share a block and its sync. */
    public static Result together(Path emptyDirectory, Clock clock, int batches, int transactionsPerBatch) {
        LedgerBench bench = new LedgerBench(clock);
        return bench.run(emptyDirectory, batches, transactionsPerBatch, bench::submitTogether);
    }

    /** Only appends and syncs records of the given size, to tell the disk's share of the time from the rest. */
    public static Result syncsOnly(Path emptyDirectory, int records, int bytes) {
        byte[] content = new byte[bytes];
        Arrays.fill(content, (byte) '.');
        try (BlockFiles files = BlockFiles.open(emptyDirectory, LedgerFiles.SEGMENT_SIZE, Disk.REAL)) {
            long start = System.nanoTime();
            for (int i = 0; i < records; i++) {
                files.append(i, content);
            }
            return new Result(records, 0, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException failed) {
            throw new UncheckedIOException("the bench cannot write to '" + emptyDirectory + "'", failed);
        }
    }

    private interface Submitting {
        void submit(Ledger ledger, List<Batch> batches);
    }

    private Result run(Path directory, int batches, int each, Submitting submitting) {
        try (EmbeddedLedger ledger = EmbeddedLedger.open(directory, clock, node)) {
            check(ledger.submit(found()).join());
            List<Batch> signed = new ArrayList<>();
            for (int i = 0; i < batches; i++) {
                signed.add(batch(i, each));
            }
            long height = ledger.height();
            long start = System.nanoTime();
            submitting.submit(ledger, signed);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Result(ledger.height() - height, (long) batches * each, took);
        }
    }

    private void submitOneByOne(Ledger ledger, List<Batch> batches) {
        batches.forEach(batch -> check(ledger.submit(batch).join()));
    }

    private void submitTogether(Ledger ledger, List<Batch> batches) {
        List<CompletableFuture<Submission>> outcomes =
                batches.parallelStream().map(ledger::submit).toList();
        outcomes.forEach(outcome -> check(outcome.join()));
    }

    private static void check(Submission outcome) {
        if (outcome instanceof Submission.Refused refused) {
            throw new IllegalStateException("the ledger refused what the bench submitted: " + refused.message());
        }
    }

    private Batch found() {
        Transaction founding = Transaction.sign(
                LedgerId.NONE,
                new FoundLedger("Bench", node.member(), "Bench node", node.publicKey()),
                new RequestKey("found"),
                clock.instant(),
                node);
        ledger = LedgerId.of(founding);
        return Batch.of(
                founding,
                Transaction.sign(
                        ledger,
                        new RegisterMember(
                                operator.member(),
                                "Bench operator",
                                operator.member(),
                                Set.of(Role.METER_OPERATOR),
                                operator.publicKey()),
                        new RequestKey("operator"),
                        clock.instant(),
                        node));
    }

    private Batch batch(int number, int size) {
        List<TransactionBody> bodies = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = number + "-" + i;
            bodies.add(new TransactionBody(ledger, meter(id), operator.member(), new RequestKey(id), clock.instant()));
        }
        return new Batch(Transaction.signAll(bodies, operator));
    }

    private Payload meter(String id) {
        return new RegisterMeter(
                new MeterId(id),
                operator.member(),
                "Meter " + id,
                "Bench",
                "electricity",
                "kWh",
                Interval.ofMinutes(15),
                ZoneOffset.UTC);
    }
}

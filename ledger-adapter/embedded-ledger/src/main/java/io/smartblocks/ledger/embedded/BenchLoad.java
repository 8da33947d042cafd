package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MeterAction.CorrectReadings;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What a bench asks of a ledger: pages of 96 quarter-hour readings, signed by one meter operator, batch by batch. */
final class BenchLoad {

    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 1);
    private static final int DAYS = 5000;
    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final Interval QUARTER_HOUR = Interval.ofMinutes(15);

    private final Clock clock;
    private final int meters;
    private final Signer node = Signer.of(new MemberId("bench-node"), KeyPair.generate());
    private final Signer operator = Signer.of(new MemberId("bench-operator"), KeyPair.generate());
    private LedgerId ledger = LedgerId.NONE;

    BenchLoad(Clock clock, long pages) {
        this.clock = clock;
        this.meters = Math.toIntExact(Math.max(100, (pages + DAYS - 1) / DAYS));
    }

    /** Who signs the blocks. */
    Signer node() {
        return node;
    }

    /** Founds the ledger and registers the operator and all meters. */
    void found(Ledger emptyLedger) {
        Transaction founding = Transaction.sign(
                LedgerId.NONE,
                new FoundLedger("Bench", node.member(), "Bench node", node.publicKey()),
                new RequestKey("found"),
                clock.instant(),
                node);
        ledger = LedgerId.of(founding);
        RegisterMember registration = new RegisterMember(
                operator.member(),
                "Bench operator",
                operator.member(),
                Set.of(Role.METER_OPERATOR),
                operator.publicKey());
        submit(
                emptyLedger,
                Batch.of(
                        founding,
                        Transaction.sign(ledger, registration, new RequestKey("operator"), clock.instant(), node)));
        List<TransactionBody> bodies = new ArrayList<>();
        for (int i = 0; i < meters; i++) {
            bodies.add(body("meter-" + i, meter(i)));
        }
        submit(emptyLedger, Batch.signed(bodies, operator));
    }

    /** The batch of the pages from one number to before another, signed. */
    Batch pages(long from, long to) {
        List<TransactionBody> bodies = new ArrayList<>();
        for (long number = from; number < to; number++) {
            bodies.add(body("page-" + number, new RecordReadings(page(number, 0))));
        }
        return Batch.signed(bodies, operator);
    }

    /** A correction of a page that stands, the first being number 1. */
    Batch correction(long page, int number) {
        CorrectReadings correction = new CorrectReadings(page(page, number), "bench correction " + number);
        return Batch.signed(List.of(body("page-" + page + "-" + number, correction)), operator);
    }

    /** Where the page with the number stands. */
    StateKey key(long number) {
        return StateKey.readings(meterId((int) (number % meters)), day(number));
    }

    /** Submits a batch and waits until it stands in a block. */
    static void submit(Ledger ledger, Batch batch) {
        if (ledger.commit(batch) instanceof Submission.Refused refused) {
            throw new IllegalStateException("the ledger refused what the bench submitted: " + refused.message());
        }
    }

    private TransactionBody body(String requestKey, Payload payload) {
        return new TransactionBody(ledger, payload, operator.member(), new RequestKey(requestKey), clock.instant());
    }

    private ReadingsPage page(long number, int correction) {
        Random random = new Random(number);
        List<Long> values = new ArrayList<>(96);
        for (int i = 0; i < 96; i++) {
            values.add(100L + random.nextInt(1900) + correction);
        }
        return ReadingsPage.of(meterId((int) (number % meters)), day(number), ZONE, QUARTER_HOUR, "kWh", 3, values);
    }

    private LocalDate day(long number) {
        return FIRST_DAY.plusDays(number / meters);
    }

    private static MeterId meterId(int number) {
        return new MeterId("BENCH-" + number);
    }

    private Payload meter(int number) {
        return new RegisterMeter(
                meterId(number),
                operator.member(),
                "Meter " + number,
                "Bench",
                "electricity",
                "kWh",
                QUARTER_HOUR,
                ZONE);
    }
}

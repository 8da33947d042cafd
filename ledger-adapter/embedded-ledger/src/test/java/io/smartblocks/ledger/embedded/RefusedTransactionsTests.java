package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.embedded.copy.LedgerCopies;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.Interval;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.GrantRoles;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is replayed, reordered, forged or signed by the wrong one, asked of a whole ledger: a code, and no trace of it. */
class RefusedTransactionsTests {

    private static final String OPERATOR = "member-meter-operator";
    private static final MemberId OPERATOR_ID = new MemberId(OPERATOR);
    private static final String AGAIN = "answered again";
    private static final Instant NOON = PeopledLedger.NOON;
    private static final Duration KEY_LIFE = Duration.ofHours(2);

    @TempDir
    private Path directory;

    /** How a ledger is left and entered again before the question is asked. */
    private enum Since {
        AT_ONCE,
        REOPENED,
        RESTORED
    }

    /** One row of the table: what happens first, what is then asked, and what is answered. */
    private record Row(String name, List<Transaction> before, Duration later, List<Transaction> asked, String answer) {}

    @TestFactory
    Stream<DynamicTest> each_is_refused_with_its_code_and_leaves_no_trace() {
        Map<List<Transaction>, List<Row>> sameBefore =
                rows().stream().collect(Collectors.groupingBy(Row::before, LinkedHashMap::new, Collectors.toList()));
        List<DynamicTest> tests = new ArrayList<>();
        for (Since since : Since.values()) {
            sameBefore.forEach((before, rows) -> {
                String name = since.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                        + rows.stream().map(Row::name).collect(Collectors.joining("; "));
                Path place = directory.resolve("ledger-" + tests.size());
                tests.add(DynamicTest.dynamicTest(name, () -> check(before, rows, since, place)));
            });
        }
        return tests.stream();
    }

    private static List<Row> rows() {
        LedgerId here = LedgerId.of(PeopledLedger.founding("Campus"));
        LedgerId elsewhere = LedgerId.of(PeopledLedger.founding("Elsewhere"));
        Signer old = SeededSigner.of(OPERATOR);
        Signer next = withKeyOf("next");
        Transaction meter = of(here, "m1", meter("m1"), old);
        Transaction move = of(here, "move", new AssignMeter(new MeterId("m1"), "Annexe"), old);
        Transaction other = of(here, "m2", meter("m2"), old);
        Transaction rotation = rotation(here, next.publicKey(), Optional.empty());
        Transaction expiring = rotation(here, next.publicKey(), Optional.of(NOON.plus(KEY_LIFE)));
        List<Row> rows = new ArrayList<>();
        rows.add(row("the same transaction", List.of(meter), AGAIN, meter));
        rows.add(row(
                "the same request, stated and signed later",
                List.of(meter),
                AGAIN,
                Transaction.sign(here, meter("m1"), new RequestKey("m1"), NOON.minusSeconds(9), old)));
        rows.add(row(
                "its request key with other content",
                List.of(meter),
                "request-key-used",
                of(here, "m1", meter("m2"), old)));
        rows.add(row("a part of it in another batch", List.of(meter), "request-key-used", other, meter));
        rows.add(row("twice in one batch", List.of(), "transaction-repeated", meter, meter));
        rows.add(row("used before it is made", List.of(), "meter-unknown", move, meter));
        rows.add(row("of another ledger", List.of(), "wrong-ledger", of(elsewhere, "m1", meter("m1"), old)));
        rows.add(row("of no ledger", List.of(), "wrong-ledger", of(LedgerId.NONE, "m1", meter("m1"), old)));
        rows.add(row("a founding that was seen", List.of(), "request-key-used", PeopledLedger.founding("Quay")));
        rows.add(row(
                "another founding",
                List.of(),
                "ledger-founded-already",
                registrar(
                        LedgerId.NONE,
                        "quay",
                        PeopledLedger.founding("Quay").body().payload())));
        rows.add(row(
                "another body under an old id",
                List.of(),
                "signature-wrong",
                new Transaction(meter.id(), other.body(), meter.signature())));
        rows.add(row(
                "another body under its own id with an old signature",
                List.of(),
                "signature-wrong",
                new Transaction(other.id(), other.body(), meter.signature())));
        rows.add(row(
                "the signature of another member",
                List.of(),
                "signature-wrong",
                of(here, "m1", meter("m1"), withKeyOf("org-b"))));
        rows.add(row("the key before it was rotated", List.of(rotation), "signature-wrong", meter));
        rows.add(row(
                "the next key before it is rotated", List.of(), "signature-wrong", of(here, "m1", meter("m1"), next)));
        rows.add(new Row(
                "an expired key",
                List.of(expiring),
                KEY_LIFE,
                List.of(of(here, "m1", meter("m1"), next)),
                "key-expired"));
        rows.add(new Row(
                "an expired key that names its successor",
                List.of(expiring),
                KEY_LIFE,
                List.of(of(here, "again", new RotateKey(OPERATOR_ID, old.publicKey()), next)),
                "key-expired"));
        rows.add(row(
                "a suspended member",
                List.of(registrar(here, "out", new SuspendMember(OPERATOR_ID, "left"))),
                "signer-not-active",
                meter));
        rows.add(row(
                "a member of a suspended organisation",
                List.of(registrar(here, "out", new SuspendMember(new MemberId("org-b"), "insolvent"))),
                "signer-not-active",
                meter));
        rows.add(row(
                "someone who is no member",
                List.of(),
                "signer-unknown",
                of(here, "m1", meter("m1"), SeededSigner.of("nobody"))));
        rows.add(row(
                "a role that was taken away",
                List.of(registrar(here, "less", new GrantRoles(OPERATOR_ID, Set.of(Role.AUDITOR)))),
                "not-allowed",
                meter));
        rows.addAll(wrongRoles(here));
        rows.add(row(
                "a time to come",
                List.of(),
                "from-the-future",
                Transaction.sign(here, meter("m1"), new RequestKey("m1"), NOON.plusSeconds(301), old)));
        rows.add(row(
                "a time before there were any",
                List.of(),
                "invalid-content",
                Transaction.sign(here, meter("m1"), new RequestKey("m1"), Instant.EPOCH.minusSeconds(1), old)));
        return rows;
    }

    private static List<Row> wrongRoles(LedgerId here) {
        List<Row> rows = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role != Role.METER_OPERATOR && role != Role.REGISTRAR) {
                Signer signer = SeededSigner.of("member-" + role.code());
                rows.add(row(
                        "the role " + role.code() + " for a meter",
                        List.of(),
                        "not-allowed",
                        of(here, "m1", meter("m1"), signer)));
            }
        }
        Signer operator = SeededSigner.of(OPERATOR);
        MemberId friend = new MemberId("friend");
        rows.add(row(
                "an operator that admits a friend",
                List.of(),
                "not-allowed",
                of(
                        here,
                        "friend",
                        new RegisterMember(friend, "Friend", friend, Set.of(Role.REGISTRAR), operator.publicKey()),
                        operator)));
        return rows;
    }

    private static Row row(String name, List<Transaction> before, String answer, Transaction... asked) {
        return new Row(name, before, Duration.ZERO, List.of(asked), answer);
    }

    private static Signer withKeyOf(String other) {
        Signer signer = SeededSigner.of(other);
        return new Signer() {
            @Override
            public MemberId member() {
                return OPERATOR_ID;
            }

            @Override
            public VerifyingKey publicKey() {
                return signer.publicKey();
            }

            @Override
            public byte[] sign(byte[] message) {
                return signer.sign(message);
            }
        };
    }

    private static Transaction of(LedgerId ledger, String requestKey, Payload payload, Signer signer) {
        return Transaction.sign(ledger, payload, new RequestKey(requestKey), NOON, signer);
    }

    private static Transaction registrar(LedgerId ledger, String requestKey, Payload payload) {
        return of(ledger, requestKey, payload, HonestStory.REGISTRAR);
    }

    private static Transaction rotation(LedgerId ledger, VerifyingKey key, Optional<Instant> expires) {
        return of(ledger, "rotate", new RotateKey(OPERATOR_ID, key, expires), SeededSigner.of(OPERATOR));
    }

    private static Payload meter(String id) {
        return new RegisterMeter(
                new MeterId(id),
                HonestStory.organisationOf(Role.METER_OPERATOR),
                "Main",
                "Campus",
                "heat",
                "kWh",
                Interval.ofMinutes(60),
                ZoneId.of("Europe/Dublin"));
    }

    /** All questions of a ledger to which the same has happened; since none leaves a trace, one follows the other. */
    private static void check(List<Transaction> before, List<Row> rows, Since since, Path place) {
        MovableClock clock = new MovableClock(NOON);
        Path ledger = place.resolve("ledger");
        List<Committed> committed = new ArrayList<>();
        try (EmbeddedLedger open = PeopledLedger.open(ledger, clock)) {
            PeopledLedger.populate(open);
            for (Transaction transaction : before) {
                committed.add((Committed) PeopledLedger.submit(open, transaction));
            }
            if (since == Since.AT_ONCE) {
                rows.forEach(row -> ask(row, open, clock, committed));
            }
        }
        Path then = since == Since.RESTORED ? restored(ledger, place) : ledger;
        if (since != Since.AT_ONCE) {
            try (EmbeddedLedger open = PeopledLedger.open(then, clock)) {
                rows.forEach(row -> ask(row, open, clock, committed));
            }
        }
        assertThat(LedgerVerification.verify(then).problems()).isEmpty();
    }

    private static Path restored(Path ledger, Path place) {
        LedgerCopies.backup(ledger, place.resolve("backup"));
        LedgerCopies.restore(place.resolve("backup"), place.resolve("restored"));
        return place.resolve("restored");
    }

    private static void ask(Row row, EmbeddedLedger ledger, MovableClock clock, List<Committed> before) {
        clock.set(NOON.plus(row.later()));
        List<StateEntry> states = ledger.states("");
        List<Object> histories = histories(ledger, states);
        long height = ledger.height();
        Submission answer = ledger.submit(new Batch(row.asked())).join();

        if (row.answer().equals(AGAIN)) {
            assertThat(answer).as(row.name()).isEqualTo(before.get(0));
        } else {
            assertThat(answer).as(row.name()).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.code()).as(row.name()).isEqualTo(row.answer());
                assertThat(refused.message()).isNotBlank();
            });
        }
        assertThat(ledger.height()).as(row.name()).isEqualTo(height);
        assertThat(ledger.states("")).as(row.name()).isEqualTo(states);
        assertThat(histories(ledger, states)).isEqualTo(histories);
    }

    private static List<Object> histories(EmbeddedLedger ledger, List<StateEntry> states) {
        Function<StateEntry, Object> history = entry -> ledger.history(entry.key());
        return states.stream().map(history).toList();
    }
}

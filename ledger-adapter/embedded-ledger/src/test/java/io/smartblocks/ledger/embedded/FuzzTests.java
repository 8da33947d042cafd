package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.family.RefusalCode;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Submission.Refused;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MalformedJson;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RegisterMember;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.RequestKey;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionBody;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Transactions and batches of every kind, made and changed by chance: what nobody may do leaves no trace. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class FuzzTests {

    private static final int AT_ONCE = 25;
    // with time all are suspended or have another's key; then begin anew
    private static final int ON_ONE_LEDGER = 2500;
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"(?!:)|(?<=[:,\\[])-?\\d+");
    private static final Signer REGISTRAR = SeededSigner.of("registrar");
    private static final Set<String> CODES =
            Arrays.stream(RefusalCode.values()).map(RefusalCode::code).collect(Collectors.toSet());
    private static final Disk UNSYNCED = new Disk() {
        @Override
        public void sync(FileChannel file) {}
    };

    @TempDir
    private Path directory;

    private final long seed = Long.getLong("seed", 20261102);
    private final Random chance = new Random(seed);
    private final List<Signer> signers = new ArrayList<>();
    private final List<Transaction> earlier = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private WriteOracle oracle = new WriteOracle();
    private RandomRecords records;
    private LedgerId id;
    private int made;
    private long oracleHeight;

    @Test
    void what_is_mutated_is_refused_with_a_code_and_changes_nothing() {
        long start = System.nanoTime();
        int rounds = Acceptance.rounds(15_000, 100_000);
        for (int done = 0; done < rounds; done += ON_ONE_LEDGER) {
            onOneLedger(directory.resolve("ledger-" + done));
        }
        assertThat(outcomes.keySet()).contains("signature-wrong", "not-allowed", "signer-unknown", "wrong-ledger");
        Acceptance.tell(
                "%d mutated transactions and batches (seed %d) in %d s, each refused with a code or explained: %s"
                        .formatted(rounds, seed, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start), outcomes));
    }

    private void onOneLedger(Path path) {
        oracle = new WriteOracle();
        oracleHeight = 0;
        signers.clear();
        earlier.clear();
        try (EmbeddedLedger ledger = open(path)) {
            populate(ledger);
            for (int done = 0; done < ON_ONE_LEDGER; done += AT_ONCE) {
                round(ledger);
            }
            assertThat(ledger.states("")).isEqualTo(oracle.states());
        }
        assertThat(LedgerVerification.verify(path).problems()).isEmpty();
    }

    private static EmbeddedLedger open(Path path) {
        Clock clock = Clock.fixed(Campus.NOON, ZoneOffset.UTC);
        return EmbeddedLedger.open(path, clock, REGISTRAR, LedgerFiles.SEGMENT_SIZE, UNSYNCED);
    }

    /** Two organisations, and for each role a member that has it. */
    private void populate(EmbeddedLedger ledger) {
        Transaction founding = Transaction.sign(
                LedgerId.NONE,
                new FoundLedger("Campus", REGISTRAR.member(), "Registrar", REGISTRAR.publicKey()),
                new RequestKey("found"),
                Campus.NOON,
                REGISTRAR);
        id = LedgerId.of(founding);
        List<Transaction> all = new ArrayList<>(List.of(founding));
        signers.addAll(List.of(REGISTRAR, SeededSigner.of("org-a"), SeededSigner.of("org-b")));
        all.add(joins(signers.get(1), signers.get(1), Set.of()));
        all.add(joins(signers.get(2), signers.get(2), Set.of()));
        for (Role role : Role.values()) {
            Signer member = SeededSigner.of("member-" + role.code());
            signers.add(member);
            all.add(joins(member, signers.get(1 + role.ordinal() % 2), Set.of(role)));
        }
        assertThat(ledger.submit(new Batch(all)).join()).isInstanceOf(Committed.class);
        signers.add(SeededSigner.of("nobody"));
        records = new RandomRecords(chance, signers);
        takeIn(ledger);
    }

    private Transaction joins(Signer member, Signer organisation, Set<Role> roles) {
        Payload payload = new RegisterMember(
                member.member(), member.member().toString(), organisation.member(), roles, member.publicKey());
        return Transaction.sign(id, payload, new RequestKey("join-" + made++), Campus.NOON, REGISTRAR);
    }

    private void round(EmbeddedLedger ledger) {
        long height = ledger.height();
        List<Batch> batches = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            batch().ifPresentOrElse(batches::add, () -> count("unreadable"));
        }
        List<CompletableFuture<Submission>> submitted =
                batches.stream().map(ledger::submit).toList();
        long newest = height;
        for (int i = 0; i < submitted.size(); i++) {
            newest = Math.max(newest, judge(submitted.get(i).join(), height) + 1);
            earlier.addAll(batches.get(i).transactions());
        }
        while (earlier.size() > 300) {
            earlier.remove(chance.nextInt(earlier.size()));
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
            for (CommittedBatch batch : ledger.block(oracleHeight).orElseThrow().batches()) {
                assertThat(oracle.problem(batch))
                        .as("block %d, seed %d", oracleHeight, seed)
                        .isEmpty();
            }
        }
    }

    private Optional<Batch> batch() {
        int kind = chance.nextInt(20);
        if (kind < 7) {
            return Optional.of(Batch.of(anything()));
        }
        if (kind < 13) {
            return changed(some()).map(Batch::of);
        }
        if (kind < 17) {
            return signedAnew(some()).map(Batch::of);
        }
        List<Transaction> several = new ArrayList<>();
        for (int i = 1 + chance.nextInt(4); i > 0; i--) {
            several.add(some());
        }
        if (chance.nextBoolean()) {
            several.add(several.get(chance.nextInt(several.size())));
        }
        Collections.shuffle(several, chance);
        if (chance.nextBoolean() && several.size() > 1) {
            Transaction robbed = several.get(0);
            several.set(
                    0,
                    new Transaction(robbed.id(), robbed.body(), several.get(1).signature()));
        }
        return Optional.of(new Batch(several));
    }

    private Transaction some() {
        return earlier.isEmpty() || chance.nextBoolean() ? anything() : earlier.get(chance.nextInt(earlier.size()));
    }

    /** Whatever someone may state, rightly signed, sometimes for another ledger or at another time. */
    private Transaction anything() {
        Signer signer = signers.get(chance.nextInt(signers.size()));
        LedgerId ledger = chance.nextInt(20) == 0 ? LedgerId.of(anotherFounding()) : id;
        Instant statedAt = Campus.NOON.plusSeconds(chance.nextInt(20) == 0 ? 3600 : -chance.nextInt(60));
        return Transaction.sign(ledger, records.payload(), new RequestKey("r" + made++), statedAt, signer);
    }

    private Transaction anotherFounding() {
        return Transaction.sign(
                LedgerId.NONE,
                new FoundLedger("Elsewhere", REGISTRAR.member(), "Registrar", REGISTRAR.publicKey()),
                new RequestKey("found"),
                Campus.NOON,
                REGISTRAR);
    }

    /** One character changed, under the old signature; empty when no transaction can be read of it. */
    private Optional<Transaction> changed(Transaction honest) {
        StringBuilder text = new StringBuilder(CanonicalJson.write(honest));
        int place = chance.nextInt(text.length());
        char there = text.charAt(place);
        text.setCharAt(place, (char) (Character.isDigit(there) ? '0' + chance.nextInt(10) : 32 + chance.nextInt(95)));
        return read(text.toString(), Transaction.class);
    }

    /** A value of the body taken from another place or another transaction, and signed as the body then says. */
    private Optional<Transaction> signedAnew(Transaction honest) {
        String text = honest.body().canonicalText();
        List<MatchResult> values = VALUE.matcher(text).results().toList();
        List<MatchResult> others =
                VALUE.matcher(some().body().canonicalText()).results().toList();
        MatchResult value = values.get(chance.nextInt(values.size()));
        String other = others.get(chance.nextInt(others.size())).group();
        String mixed = text.substring(0, value.start()) + other + text.substring(value.end());
        return read(mixed, TransactionBody.class)
                .map(body -> signers.stream()
                        .filter(signer -> signer.member().equals(body.signer()))
                        .findFirst()
                        .map(signer ->
                                Transaction.signAll(List.of(body), signer).get(0))
                        .orElseGet(() -> new Transaction(Transaction.idOf(body), body, honest.signature())));
    }

    private static <T> Optional<T> read(String text, Class<T> type) {
        try {
            return Optional.of(CanonicalJson.read(text, type));
        } catch (MalformedJson malformed) {
            return Optional.empty();
        }
    }
}

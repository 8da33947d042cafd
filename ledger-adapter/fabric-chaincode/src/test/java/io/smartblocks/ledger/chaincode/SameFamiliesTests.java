package io.smartblocks.ledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.embedded.EmbeddedLedger;
import io.smartblocks.ledger.family.BatchDecision;
import io.smartblocks.ledger.family.BlockLimits;
import io.smartblocks.ledger.family.EveryCase;
import io.smartblocks.ledger.family.Families;
import io.smartblocks.ledger.family.SignatureMemo;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.peer.Answer;
import io.smartblocks.ledger.peer.PeerKeys;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.port.MovableClock;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.port.Submission;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.State;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.state.StateOverlay;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The chaincode decides and writes what the families and the embedded ledger do, for all that the table of rights asks. */
class SameFamiliesTests {

    private static final String MSP = "EscoMSP";

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> every_request_of_every_actor_is_answered_as_by_the_families() {
        return EveryCase.all()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    FakeFabric fabric = new FakeFabric(MSP);
                    StateOverlay states = new StateOverlay(new NoStates());
                    states.write(each.standing());
                    each.standing()
                            .forEach(entry -> fabric.channel()
                                    .put(PeerKeys.of(entry.key()), CanonicalJson.bytes((Record) entry.state())));
                    for (Transaction request : each.requests()) {
                        Instant now = request.body().statedAt();
                        BatchDecision expected =
                                Families.decide(List.of(request), states, new BlockLimits(9, now), new SignatureMemo());
                        FakeCall call = fabric.endorse(MSP, now, Batch.of(request), 9);
                        assertThat(said(call)).isEqualTo(said(expected));
                    }
                }));
    }

    private static List<Object> said(BatchDecision decision) {
        if (decision instanceof BatchDecision.Refused refused) {
            return List.of(refused.code().code(), refused.place(), refused.message());
        }
        return List.of(texts(((BatchDecision.Applied) decision).writes()));
    }

    private static List<Object> said(FakeCall call) {
        if (call.answer() instanceof Answer.Refused refused) {
            assertThat(call.writes()).isEmpty();
            return List.of(refused.code(), refused.transaction(), refused.message());
        }
        Map<String, String> states = new TreeMap<>();
        call.writes()
                .forEach((key, value) -> PeerKeys.stateKey(key)
                        .ifPresent(state -> states.put(state.value(), new String(value, StandardCharsets.UTF_8))));
        return List.of(states);
    }

    private static Map<String, String> texts(List<StateEntry> writes) {
        Map<String, String> texts = new TreeMap<>();
        writes.forEach(write -> texts.put(write.key().value(), CanonicalJson.write((Record) write.state())));
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> the_same_story_gives_the_same_outcomes_and_states_as_on_the_embedded_ledger() {
        List<List<Transaction>> stories = EveryCase.longestStories(16);
        return Stream.iterate(0, i -> i < stories.size(), i -> i + 1)
                .map(i -> DynamicTest.dynamicTest("story " + i, () -> same(i, batches(stories.get(i), new Random(i)))));
    }

    private void same(int story, List<Batch> batches) {
        Signer node = Signer.of(new MemberId("node"), KeyPair.generate());
        MovableClock clock = new MovableClock(Instant.EPOCH);
        FakeFabric fabric = new FakeFabric(MSP);
        try (EmbeddedLedger ledger = EmbeddedLedger.open(directory.resolve("story" + story), clock, node)) {
            for (Batch batch : batches) {
                Instant now = batch.transactions().get(0).body().statedAt();
                clock.set(now);
                long height = ledger.height();
                Submission expected = ledger.commit(batch);
                FakeFabric.Outcome outcome = fabric.submit(MSP, now, batch, height);
                assertThat(said(outcome)).isEqualTo(said(expected));
                if (ledger.height() > height) {
                    Block block = ledger.block(height).orElseThrow();
                    assertThat(digest(batch, outcome.writes()))
                            .isEqualTo(block.header().changesRoot());
                }
            }
            assertThat(states(fabric.channel())).isEqualTo(states(ledger));
        }
    }

    private static Hash digest(Batch batch, Map<String, byte[]> written) {
        List<StateEntry> writes = new ArrayList<>();
        written.forEach((key, value) -> PeerKeys.stateKey(key)
                .ifPresent(state -> writes.add(new StateEntry(
                        state, CanonicalJson.read(new String(value, StandardCharsets.UTF_8), State.class)))));
        return Block.changeTree(List.of(new CommittedBatch(batch.transactions(), writes)))
                .root();
    }

    // refusals tell the block of an earlier request, which no chaincode knows
    private static List<Object> said(Submission submission) {
        if (submission instanceof Submission.Refused refused) {
            String message = refused.message().replaceAll(" in block \\d+;", ";");
            return List.of(refused.code(), refused.transaction(), message);
        }
        return List.of(((Submission.Committed) submission)
                .transactions().stream().map(Object::toString).toList());
    }

    private static List<Object> said(FakeFabric.Outcome outcome) {
        return outcome.answer() instanceof Answer.Refused refused
                ? List.of(refused.code(), refused.transaction(), refused.message())
                : List.of(outcome.transactions());
    }

    private static Map<String, String> states(FakeChannel channel) {
        Map<String, String> states = new TreeMap<>();
        channel.keys().stream()
                .flatMap(key -> PeerKeys.stateKey(key).stream())
                .map(StateKey::value)
                .forEach(key -> states.put(key, channel.text(key)));
        return states;
    }

    private static Map<String, String> states(EmbeddedLedger ledger) {
        Map<String, String> states = new TreeMap<>();
        for (StandingState state : ledger.standing("a", "{", 100_000)) {
            states.put(state.key().value(), CanonicalJson.write((Record) state.state()));
        }
        return states;
    }

    /** The story in batches of some transactions, of which some are repeated, mixed or in another order. */
    private static List<Batch> batches(List<Transaction> story, Random random) {
        List<Batch> batches = new ArrayList<>();
        List<Transaction> open = new ArrayList<>();
        for (Transaction transaction : story) {
            boolean sameTime = open.isEmpty()
                    || open.get(0).body().statedAt().equals(transaction.body().statedAt());
            if (!sameTime || random.nextInt(3) == 0) {
                flush(open, batches);
            }
            open.add(transaction);
        }
        flush(open, batches);
        for (int i = 0; i < 10; i++) {
            batches.add(disturbed(batches, random));
        }
        return batches;
    }

    private static void flush(List<Transaction> open, List<Batch> batches) {
        if (!open.isEmpty()) {
            batches.add(new Batch(open));
            open.clear();
        }
    }

    private static Batch disturbed(List<Batch> batches, Random random) {
        List<Transaction> mixed =
                new ArrayList<>(batches.get(random.nextInt(batches.size())).transactions());
        switch (random.nextInt(4)) {
            case 0 -> mixed.addAll(batches.get(random.nextInt(batches.size())).transactions());
            case 1 -> mixed.add(mixed.get(0));
            case 2 -> mixed.subList(0, mixed.size() / 2).clear();
            default -> {
                // the very same once more
            }
        }
        return mixed.isEmpty() ? batches.get(0) : new Batch(mixed);
    }
}

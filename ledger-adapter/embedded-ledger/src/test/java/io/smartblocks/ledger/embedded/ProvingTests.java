package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.audit.HeaderRun;
import io.smartblocks.ledger.audit.Known;
import io.smartblocks.ledger.audit.Proof;
import io.smartblocks.ledger.audit.ProofCheck;
import io.smartblocks.ledger.audit.ProofFindings;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvingTests {

    private static final Signer NEW_OPERATOR = Signer.of(Campus.OPERATOR.member(), KeyPair.generate());
    private static final Transaction BEFORE = Campus.meter("m1");
    private static final Transaction ROTATION =
            Campus.sign("rotate", new RotateKey(Campus.OPERATOR.member(), NEW_OPERATOR.publicKey()), Campus.OPERATOR);
    private static final Transaction AFTER =
            Campus.sign("move", new AssignMeter(new MeterId("m1"), "Annexe"), NEW_OPERATOR);

    @TempDir
    private Path directory;

    @BeforeEach
    void a_ledger_on_which_a_key_is_rotated() {
        try (EmbeddedLedger ledger = EmbeddedLedger.open(
                directory, Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR, 2000, Disk.REAL)) {
            Campus.found(ledger);
            for (Transaction each : new Transaction[] {BEFORE, ROTATION, AFTER}) {
                assertThat(Campus.submit(ledger, each)).isInstanceOf(Committed.class);
            }
        }
    }

    @Test
    void each_transaction_is_proved_with_the_key_of_its_time() {
        assertThat(words(BEFORE))
                .contains("It is signed with the key " + Campus.OPERATOR.publicKey())
                .contains("Block 0 of");
        assertThat(words(ROTATION)).contains("It is signed with the key " + Campus.OPERATOR.publicKey());
        assertThat(words(AFTER))
                .contains("It is signed with the key " + NEW_OPERATOR.publicKey())
                .contains("Block 2 of");
    }

    @Test
    void the_founding_and_what_shares_its_block_are_proved() {
        assertThat(words(Campus.founding())).contains("signed with the key that it states itself");
        Proof joined = proving(false).transaction(transactionOf(0, 1).id()).orElseThrow();
        assertThat(joined.signerKey()).isPresent();
        assertThat(ProofCheck.check(joined, Known.NOTHING).faults()).isEmpty();
    }

    @Test
    void a_state_is_proved_as_it_stood_after_a_block() {
        StateKey meter = StateKey.meter(new MeterId("m1"));

        assertThat(stateWords(meter, 1)).contains("\"site\":\"Campus\"");
        assertThat(stateWords(meter, 2)).contains("\"site\":\"Campus\"").contains("in block 1");
        assertThat(stateWords(meter, 3)).contains("\"site\":\"Annexe\"");
        assertThat(proving(false).state(meter, 0)).isEmpty();
        assertThat(proving(false).state(new StateKey("meter/none"), 3)).isEmpty();
        assertThat(proving(false).transaction(TransactionId.of("0".repeat(64)))).isEmpty();
    }

    @Test
    void a_proof_with_links_leads_to_the_newest_block() {
        StoredBlocks blocks = StoredBlocks.in(directory);
        Known head = new Known(
                Optional.empty(),
                Optional.of(blocks.last().orElseThrow().header().hash()),
                Optional.of(Campus.REGISTRAR.publicKey()));

        assertThat(ProofCheck.check(proving(true).transaction(BEFORE.id()).orElseThrow(), head)
                        .faults())
                .isEmpty();
        assertThat(ProofCheck.check(proving(false).transaction(BEFORE.id()).orElseThrow(), head)
                        .faults())
                .singleElement()
                .asString()
                .contains("--links");
    }

    @Test
    void headers_are_read_without_their_blocks() {
        HeaderRun run = new HeaderRun(Set.of());
        StoredBlocks blocks = StoredBlocks.in(directory);
        blocks.forEach(0, stored -> {
            assertThat(stored.header().header()).isEqualTo(stored.block().header());
            return run.take(stored.header()).isEmpty();
        });
        assertThat(run.last().orElseThrow().number()).isEqualTo(3);
        assertThat(blocks.height()).isEqualTo(4);
        assertThat(blocks.block(4)).isEmpty();
    }

    private Transaction transactionOf(long block, int place) {
        return StoredBlocks.in(directory)
                .block(block)
                .orElseThrow()
                .block()
                .transactions()
                .get(place);
    }

    private String words(Transaction transaction) {
        return words(proving(false).transaction(transaction.id()).orElseThrow());
    }

    private String stateWords(StateKey key, long asOf) {
        return words(proving(false).state(key, asOf).orElseThrow());
    }

    private static String words(Proof proof) {
        ProofFindings findings = ProofCheck.check(Proof.read(proof.text()), Known.NOTHING);
        assertThat(findings.faults()).isEmpty();
        return String.join("\n", findings.proved());
    }

    private Proving proving(boolean links) {
        return new Proving(StoredBlocks.in(directory), links);
    }
}

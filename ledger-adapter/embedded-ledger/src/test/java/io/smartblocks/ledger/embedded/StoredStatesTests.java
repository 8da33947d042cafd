package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredStatesTests {

    private static final int SEVERAL_FILES = 2000;

    @TempDir
    private Path directory;

    @Test
    void beside_an_open_ledger_they_say_what_it_says_of_now_and_before() {
        try (EmbeddedLedger ledger = ledger()) {
            StoredStates stored = StoredStates.in(directory);

            assertThat(stored.height()).isEqualTo(ledger.height());
            assertThat(stored.states("")).isNotEmpty().isEqualTo(ledger.states(""));
            assertThat(stored.states("meter/")).isNotEmpty().isEqualTo(ledger.states("meter/"));
            for (StateEntry entry : ledger.states("")) {
                assertThat(stored.state(entry.key())).contains(entry.state());
                assertThat(stored.history(entry.key())).isEqualTo(ledger.history(entry.key()));
            }
            StateKey rotated = StateKey.member(Campus.OPERATOR.member());
            assertThat(stored.history(rotated)).hasSize(2);
            StateKey nobody = StateKey.member(new MemberId("nobody"));
            assertThat(stored.state(nobody)).isEmpty();
            assertThat(stored.history(nobody)).isEmpty();
        }
    }

    @Test
    void a_block_that_is_being_written_is_left_out_and_a_damaged_one_is_told() throws IOException {
        ledger().close();
        StoredStates whole = StoredStates.in(directory);
        List<Path> files = files();
        Path last = files.get(files.size() - 1);
        byte[] first = Files.readAllBytes(files.get(0));
        Files.write(last, new byte[] {0, 0, 0}, StandardOpenOption.APPEND);
        StoredStates beside = StoredStates.in(directory);
        assertThat(beside.height()).isEqualTo(whole.height());
        assertThat(beside.states("")).isEqualTo(whole.states(""));

        for (int i = Frame.SIZE; i < first.length; i++) {
            first[i] ^= 1;
        }
        Files.write(files.get(0), first);
        assertThatThrownBy(() -> StoredStates.in(directory))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("ledger verify");
        assertThatThrownBy(() -> whole.states("")).isInstanceOf(LedgerDamaged.class);
    }

    @Test
    void a_directory_without_blocks_is_named() {
        assertThatThrownBy(() -> StoredStates.in(directory))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(directory.toString());
    }

    private EmbeddedLedger ledger() {
        EmbeddedLedger ledger = EmbeddedLedger.open(
                directory, Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR, SEVERAL_FILES, Disk.REAL);
        Campus.found(ledger);
        Signer rotated = Signer.of(Campus.OPERATOR.member(), KeyPair.generate());
        for (Transaction each : List.of(
                Campus.meter("m1"),
                Campus.meter("m2"),
                Campus.sign("rotate", new RotateKey(Campus.OPERATOR.member(), rotated.publicKey()), Campus.OPERATOR))) {
            assertThat(Campus.submit(ledger, each)).isInstanceOf(Committed.class);
        }
        return ledger;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(LedgerFiles.BLOCKS))) {
            return files.sorted().toList();
        }
    }
}

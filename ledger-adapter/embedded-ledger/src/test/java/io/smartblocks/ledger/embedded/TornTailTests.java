package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Submission.Committed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The last write is cut short at any byte, as a machine leaves it that lost its power: what was acknowledged stands. */
@Timeout(300)
class TornTailTests {

    private static final int ACKNOWLEDGED = 3;
    private static final Disk UNSYNCED = new Disk() {
        @Override
        public void sync(AppendedFile file) {}
    };

    @TempDir
    private Path directory;

    private final Random chance = new Random(Long.getLong("seed", 20261102));
    private Path ledger;
    private byte[] acknowledged;
    private byte[] whole;
    private byte[] index;
    private byte[] seal;

    @BeforeEach
    void three_blocks_that_the_index_has_seen_and_one_that_it_has_not() throws IOException {
        ledger = directory.resolve("ledger");
        try (EmbeddedLedger open = open()) {
            Campus.found(open);
            Campus.submit(open, Campus.meter("m1"));
            Campus.submit(open, Campus.meter("m2"));
        }
        acknowledged = Files.readAllBytes(blocks());
        index = Files.readAllBytes(index());
        seal = Files.readAllBytes(seal());
        try (EmbeddedLedger open = open()) {
            Campus.submit(open, Campus.meter("m3"));
        }
        whole = Files.readAllBytes(blocks());
    }

    @Test
    void a_last_block_that_is_cut_anywhere_is_removed_and_the_ledger_goes_on() throws IOException {
        for (int length : cuts()) {
            putBack(Arrays.copyOf(whole, length));
            Optional<String> noted =
                    LedgerVerification.verify(ledger).notes().stream().findFirst();
            assertThat(LedgerVerification.verify(ledger).problems())
                    .as("cut at %d", length)
                    .isEmpty();

            boolean torn = length > acknowledged.length && length < whole.length;
            assertThat(noted.isPresent()).as("cut at %d", length).isEqualTo(torn);
            int kept = length == whole.length ? ACKNOWLEDGED + 1 : ACKNOWLEDGED;
            goesOn(kept, torn ? "block 3" : "", "cut at " + length);
        }
    }

    /** All, or where that takes too long: the frame byte by byte, some of the rest, and both ends. */
    private TreeSet<Integer> cuts() {
        TreeSet<Integer> cuts = new TreeSet<>();
        int first = acknowledged.length;
        for (int at = first; at <= whole.length; at++) {
            if (Acceptance.isLong() || at < first + 3 || at >= whole.length - 1) {
                cuts.add(at);
            }
        }
        while (cuts.size() < 60) {
            cuts.add(first + chance.nextInt(chance.nextBoolean() ? Frame.SIZE + 1 : whole.length - first));
        }
        return cuts;
    }

    @Test
    void a_block_that_begins_a_file_and_is_cut_anywhere_is_removed_and_the_ledger_goes_on() throws IOException {
        byte[] last = Arrays.copyOfRange(whole, acknowledged.length, whole.length);
        for (int length : List.of(0, 1, Frame.SIZE - 1, Frame.SIZE, Frame.SIZE + 1, last.length - 1, last.length)) {
            putBack(acknowledged);
            Files.write(next(), Arrays.copyOf(last, length));

            assertThat(LedgerVerification.verify(ledger).problems())
                    .as("a file of %d", length)
                    .isEmpty();
            int kept = length == last.length ? ACKNOWLEDGED + 1 : ACKNOWLEDGED;
            goesOn(kept, length > 0 && length < last.length ? "block 3" : "", "a file of " + length);
        }
    }

    @Test
    void an_index_that_is_cut_anywhere_is_made_again() throws IOException {
        for (int i = 0; i < Acceptance.rounds(25, 500); i++) {
            int length = i == 0 ? 0 : chance.nextInt(index.length);
            putBack(acknowledged);
            Files.write(index(), Arrays.copyOf(index, length));
            assertThat(LedgerVerification.verify(ledger).problems())
                    .as("cut at %d", length)
                    .isNotEmpty();
            goesOn(ACKNOWLEDGED, "index", "index cut at " + length);

            putBack(acknowledged);
            Files.write(index(), Arrays.copyOf(index, length));
            Files.delete(seal());
            goesOn(ACKNOWLEDGED, "index", "index without a seal cut at " + length);
        }
    }

    @Test
    void a_seal_that_is_cut_anywhere_is_not_believed() throws IOException {
        for (int length = 0; length < seal.length; length += Acceptance.rounds(11, 1)) {
            putBack(acknowledged);
            Files.write(seal(), Arrays.copyOf(seal, length));
            assertThat(LedgerVerification.verify(ledger).problems())
                    .as("cut at %d", length)
                    .isNotEmpty();
            goesOn(ACKNOWLEDGED, "index", "seal cut at " + length);
        }
    }

    /** Opens it, finds all that was acknowledged, writes once more and finds the whole sound. */
    private void goesOn(int kept, String note, String how) {
        try (EmbeddedLedger open = open()) {
            assertThat(open.height()).as(how).isEqualTo(kept);
            assertThat(open.states("meter/")).as(how).hasSize(kept - 1);
            if (note.isEmpty()) {
                assertThat(open.health().notes()).as(how).isEmpty();
            } else {
                assertThat(open.health().notes())
                        .as(how)
                        .singleElement()
                        .asString()
                        .contains(note);
            }
            assertThat(Campus.submit(open, Campus.meter("next"))).as(how).isInstanceOf(Committed.class);
        }
        VerificationReport report = LedgerVerification.verify(ledger);
        assertThat(report.problems()).as(how).isEmpty();
        assertThat(report.notes()).as(how).isEmpty();
    }

    private void putBack(byte[] blocks) throws IOException {
        Files.write(blocks(), blocks);
        Files.deleteIfExists(next());
        Files.write(index(), index);
        Files.write(seal(), seal);
    }

    private Path blocks() {
        return ledger.resolve("blocks").resolve("000000000000.blocks");
    }

    private Path next() {
        return ledger.resolve("blocks").resolve("000000000003.blocks");
    }

    private Path index() {
        return ledger.resolve("index.mv");
    }

    private Path seal() {
        return ledger.resolve("index.seal");
    }

    private EmbeddedLedger open() {
        Clock clock = Clock.fixed(Campus.NOON, ZoneOffset.UTC);
        return EmbeddedLedger.open(ledger, clock, Campus.REGISTRAR, LedgerFiles.SEGMENT_SIZE, UNSYNCED);
    }
}

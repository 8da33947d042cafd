package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Progress;
import io.smartblocks.ledger.port.StageListener;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.Underway;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What submitters are told when a block is on the disk and the index cannot take it in. */
@Timeout(60)
class FailingIndexTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private final Transaction meter = Campus.meter("m1");

    @BeforeEach
    void found() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
        }
    }

    @Test
    void an_index_whose_file_fails_is_made_again_and_the_ledger_goes_on() {
        LedgerFiles files = LedgerFiles.open(directory, LedgerFiles.SEGMENT_SIZE, Disk.REAL);
        BlockWriter writer = writer(files);
        Underway first = decided(writer, meter);
        files.index().get().close();
        writer.writeHere();

        assertThat(first.await()).isInstanceOf(Committed.class);
        assertThat(files.index().get().find(meter.id())).isPresent();
        assertThat(files.notes()).anyMatch(note -> note.contains("kept in memory"));
        end(writer, files);
    }

    @Test
    void a_block_that_the_index_cannot_take_in_may_stand_and_those_behind_it_are_not_taken() throws IOException {
        LedgerFiles files = LedgerFiles.open(directory, LedgerFiles.SEGMENT_SIZE, Disk.REAL);
        BlockWriter writer = writer(files);
        Underway taken = decided(writer, meter);
        files.index().get().close();
        byte[] whole = flipFirstBlock();
        writer.writeHere();
        Underway behind = decided(writer, Campus.meter("m2"));
        writer.writeHere();
        Underway again = decided(writer, meter);
        writer.writeHere();

        assertUnavailable(taken, true, "the index failed");
        assertUnavailable(behind, false, "");
        assertUnavailable(again, true, "");
        assertThat(files.blocks().writable()).isFalse();
        end(writer, files);
        write(whole);

        try (EmbeddedLedger ledger = open()) {
            assertThat(ledger.find(meter.id())).isPresent();
            assertThat(ledger.commit(Batch.of(Campus.meter("m2")))).isInstanceOf(Committed.class);
        }
    }

    private static void assertUnavailable(Underway underway, boolean unknown, String why) {
        assertThatThrownBy(underway::await)
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(
                        LedgerUnavailable.class,
                        broken -> assertThat(broken.outcomeUnknown()).isEqualTo(unknown));
    }

    private static BlockWriter writer(LedgerFiles files) {
        Progress progress = new Progress(files.blocks().height());
        return new BlockWriter(
                new Appending(files.blocks(), files.index(), progress, Campus.REGISTRAR, files.link(Campus.REGISTRAR)),
                CLOCK);
    }

    private static Underway decided(BlockWriter writer, Transaction transaction) {
        Underway underway = Underway.awaited(StageListener.NONE);
        assertThat(writer.decide(Pending.of(Batch.of(transaction), underway))).isTrue();
        return underway;
    }

    private static void end(BlockWriter writer, LedgerFiles files) {
        writer.close();
        files.close();
    }

    /** Changes one byte of the first block's text, and gives what stood there. */
    private byte[] flipFirstBlock() throws IOException {
        byte[] before = new byte[1];
        try (RandomAccessFile file = new RandomAccessFile(firstFile(), "r")) {
            file.seek(Frame.SIZE + 5);
            file.readFully(before);
        }
        write(new byte[] {(byte) (before[0] ^ 1)});
        return before;
    }

    private void write(byte[] bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(firstFile(), "rw")) {
            file.seek(Frame.SIZE + 5);
            file.write(bytes);
        }
    }

    private String firstFile() {
        return directory.resolve("blocks").resolve("000000000000.blocks").toString();
    }

    private EmbeddedLedger open() {
        return EmbeddedLedger.open(directory, CLOCK, Campus.REGISTRAR);
    }
}

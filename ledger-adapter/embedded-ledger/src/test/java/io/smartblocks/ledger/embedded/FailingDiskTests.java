package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Submission.Committed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailingDiskTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void a_full_disk_refuses_writes_clearly_and_goes_on_when_there_is_room_again() {
        FailingDisk disk = new FailingDisk();
        try (EmbeddedLedger ledger = open(disk)) {
            Campus.found(ledger);
            disk.full = true;
            assertThatThrownBy(() -> Campus.submit(ledger, Campus.meter("m1")))
                    .hasCauseInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("No space left on device")
                    .hasMessageContaining("nothing of it was taken");
            assertThat(ledger.block(0)).isPresent();
            assertThat(ledger.states("meter/")).isEmpty();
            assertThat(LedgerVerification.verify(directory).notes()).isEmpty();

            disk.full = false;
            assertThat(Campus.submit(ledger, Campus.meter("m1"))).isInstanceOf(Committed.class);
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    @Test
    void whoever_waits_for_a_block_that_finds_no_room_is_told_and_may_try_again() {
        FailingDisk disk = new FailingDisk();
        try (EmbeddedLedger ledger = open(disk)) {
            Campus.found(ledger);
            Batch batch = Batch.of(Campus.meter("m1"));
            disk.full = true;
            assertThatThrownBy(() -> ledger.commit(batch))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            unavailable ->
                                    assertThat(unavailable.outcomeUnknown()).isFalse())
                    .hasMessageContaining("No space left on device");

            disk.full = false;
            assertThat(ledger.commit(batch)).isInstanceOf(Committed.class);
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    @Test
    void a_disk_that_cannot_keep_a_block_stops_writes_until_the_ledger_is_opened_again() {
        FailingDisk disk = new FailingDisk();
        try (EmbeddedLedger ledger = open(disk)) {
            Campus.found(ledger);
            disk.broken = true;
            assertThatThrownBy(() -> Campus.submit(ledger, Campus.meter("m1")))
                    .hasCauseInstanceOf(LedgerUnavailable.class)
                    .hasMessageContaining("opened again");
            disk.broken = false;
            assertThatThrownBy(() -> Campus.submit(ledger, Campus.meter("m2")))
                    .hasCauseInstanceOf(LedgerUnavailable.class);
            assertThat(ledger.health().writable()).isFalse();
            assertThat(ledger.states("member/")).hasSize(2);
        }
        try (EmbeddedLedger ledger = open(Disk.REAL)) {
            assertThat(ledger.health().writable()).isTrue();
            assertThat(Campus.submit(ledger, Campus.meter("m1"))).isInstanceOf(Committed.class);
            assertThat(ledger.states("meter/")).hasSize(1);
        }
    }

    @Test
    void a_write_that_ends_in_an_error_leaves_nothing_behind() {
        FailingDisk disk = new FailingDisk();
        try (EmbeddedLedger ledger = open(disk)) {
            Campus.found(ledger);
            disk.faulty = true;
            assertThatThrownBy(() -> Campus.submit(ledger, Campus.meter("m1".repeat(20))))
                    .hasCauseInstanceOf(LedgerUnavailable.class);
            disk.faulty = false;
            assertThat(LedgerVerification.verify(directory).notes()).isEmpty();
            assertThat(Campus.submit(ledger, Campus.meter("m2"))).isInstanceOf(Committed.class);
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    @Test
    void the_names_of_new_directories_reach_the_disk_too() {
        List<Path> synced = new ArrayList<>();
        Disk disk = new Disk() {
            @Override
            public void syncDirectory(Path path) throws IOException {
                synced.add(path);
                Disk.super.syncDirectory(path);
            }
        };
        Path fresh = directory.resolve("site").resolve("ledger");

        EmbeddedLedger.open(fresh, CLOCK, Campus.REGISTRAR, LedgerFiles.SEGMENT_SIZE, disk)
                .close();

        assertThat(synced).contains(directory, directory.resolve("site"), fresh, fresh.resolve("blocks"));
    }

    private EmbeddedLedger open(Disk disk) {
        return EmbeddedLedger.open(directory, CLOCK, Campus.REGISTRAR, LedgerFiles.SEGMENT_SIZE, disk);
    }

    /** Writes half of a block when it is full, and keeps nothing for sure when it is broken. */
    private static final class FailingDisk implements Disk {

        private volatile boolean full;
        private volatile boolean broken;
        private volatile boolean faulty;

        @Override
        public void write(AppendedFile file, ByteBuffer bytes, long place) throws IOException {
            if (full) {
                file.write(bytes.limit(bytes.limit() / 2), place);
                throw new IOException("No space left on device");
            }
            Disk.super.write(file, bytes, place);
            if (faulty) {
                throw new InternalError("a fault occurred in a memory access");
            }
        }

        @Override
        public void sync(AppendedFile file) throws IOException {
            if (broken) {
                throw new IOException("Input/output error");
            }
            Disk.super.sync(file);
        }
    }
}

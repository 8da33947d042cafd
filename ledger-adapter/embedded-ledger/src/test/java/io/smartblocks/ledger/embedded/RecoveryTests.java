package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.port.TransactionPlace;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void an_unfinished_last_write_is_cut_off_with_a_note() throws IOException {
        int[] lengths = threeBlocks();
        byte[] whole = Files.readAllBytes(file());
        for (int length : List.of(lengths[1] + 1, lengths[1] + Frame.SIZE, lengths[1] + 50, lengths[2] - 1)) {
            Files.write(file(), Arrays.copyOf(whole, length));
            Files.deleteIfExists(index());
            try (EmbeddedLedger ledger = open()) {
                assertThat(ledger.height()).isEqualTo(2);
                assertThat(ledger.health().notes())
                        .singleElement()
                        .asString()
                        .contains("block 2", "not finished", "cut off");
                assertThat(Campus.submit(ledger, Campus.meter("m2"))).isInstanceOf(Committed.class);
            }
            assertThat(LedgerVerification.verify(directory).problems()).isEmpty();
        }
    }

    @Test
    void a_last_write_of_which_parts_never_reached_the_disk_is_cut_off() throws IOException {
        int[] lengths = threeBlocks();
        byte[] whole = Files.readAllBytes(file());
        Arrays.fill(whole, lengths[1] + 100, lengths[1] + 300, (byte) 0);
        Files.write(file(), whole);
        Files.delete(index());
        try (EmbeddedLedger ledger = open()) {
            assertThat(ledger.height()).isEqualTo(2);
        }
    }

    @Test
    void a_last_write_whose_first_part_never_reached_the_disk_is_cut_off() throws IOException {
        int[] lengths = threeBlocks();
        byte[] whole = Files.readAllBytes(file());
        for (int missing : List.of(12, Frame.SIZE, 300)) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, lengths[1], lengths[1] + missing, (byte) 0);
            Files.write(file(), torn);
            Files.deleteIfExists(index());

            assertThat(LedgerVerification.verify(directory).problems()).isEmpty();
            try (EmbeddedLedger ledger = open()) {
                assertThat(ledger.height()).isEqualTo(2);
                assertThat(ledger.health().notes()).singleElement().asString().contains("not finished");
            }
        }
    }

    @Test
    void damage_within_a_finished_block_refuses_to_open_and_names_the_block() throws IOException {
        int[] lengths = threeBlocks();
        byte[] whole = Files.readAllBytes(file());
        for (int block = 0; block < 3; block++) {
            int start = block == 0 ? 0 : lengths[block - 1];
            for (int place : List.of(start + 1, start + 7, start + Frame.SIZE + 30)) {
                byte[] damaged = whole.clone();
                damaged[place] ^= 4;
                Files.write(file(), damaged);

                assertThatThrownBy(this::open)
                        .isInstanceOf(LedgerDamaged.class)
                        .hasMessageContaining("block " + block)
                        .hasMessageContaining(file().toString());
                assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
            }
        }
    }

    @Test
    void block_files_that_were_cut_behind_the_indexs_back_refuse_to_open() throws IOException {
        int[] lengths = threeBlocks();
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), lengths[1]));

        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("block 2")
                .hasMessageContaining("3 blocks");
    }

    @Test
    void a_missing_file_of_blocks_refuses_to_open() throws IOException {
        try (EmbeddedLedger ledger = small()) {
            Campus.found(ledger);
            Campus.submit(ledger, Campus.meter("m1"));
            Campus.submit(ledger, Campus.meter("m2"));
        }
        Files.delete(directory.resolve("blocks").resolve("000000000001.blocks"));

        assertThatThrownBy(this::small).isInstanceOf(LedgerDamaged.class).hasMessageContaining("block 1 is missing");
        assertThat(LedgerVerification.verify(directory).problems().get(0).toString())
                .contains("block 1: it is missing");
    }

    @Test
    void blocks_are_read_and_verified_across_files() throws IOException {
        try (EmbeddedLedger ledger = small()) {
            Campus.found(ledger);
            for (int i = 0; i < 5; i++) {
                Campus.submit(ledger, Campus.meter("m" + i));
            }
        }
        try (Stream<Path> files = Files.list(directory.resolve("blocks"))) {
            assertThat(files).hasSize(6);
        }
        try (EmbeddedLedger ledger = small()) {
            assertThat(ledger.height()).isEqualTo(6);
            assertThat(ledger.block(4).orElseThrow().number()).isEqualTo(4);
            assertThat(Campus.submit(ledger, Campus.meter("m9"))).isInstanceOf(Committed.class);
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    @Test
    void a_deleted_index_is_made_again_just_as_it_was() throws IOException {
        threeBlocks();
        List<Object> before = contents();
        Files.delete(index());

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void an_unreadable_index_is_made_again_with_a_note() throws IOException {
        threeBlocks();
        List<Object> before = contents();
        byte[] garbage = new byte[20_000];
        Arrays.fill(garbage, (byte) 'x');
        Files.write(index(), garbage);

        try (EmbeddedLedger ledger = open()) {
            assertThat(ledger.health().notes()).singleElement().asString().contains("made again");
        }
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void an_index_that_lags_behind_catches_up() throws IOException {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
        }
        byte[] early = Files.readAllBytes(index());
        try (EmbeddedLedger ledger = open()) {
            Campus.submit(ledger, Campus.meter("m1"));
        }
        List<Object> before = contents();
        Files.write(index(), early);

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void an_index_that_was_being_written_is_not_believed() throws IOException {
        threeBlocks();
        List<Object> before = contents();
        Files.delete(directory.resolve("index.seal"));
        assertThat(LedgerVerification.verify(directory).notes())
                .singleElement()
                .asString()
                .contains("no seal");

        try (EmbeddedLedger ledger = open()) {
            assertThat(ledger.health().notes())
                    .containsExactly("the index was being written when the ledger last stopped and was made again");
        }
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void a_flipped_bit_in_the_index_is_told_when_the_ledger_is_opened() throws IOException {
        threeBlocks();
        List<Object> before = contents();
        byte[] damaged = Files.readAllBytes(index());
        damaged[damaged.length / 2] ^= 16;
        Files.write(index(), damaged);

        try (EmbeddedLedger ledger = open()) {
            assertThat(ledger.health().notes()).containsExactly("the index did not fit its seal and was made again");
        }
        assertThat(contents()).isEqualTo(before);
        assertThat(LedgerVerification.verify(directory).problems()).isEmpty();
    }

    @Test
    void an_index_of_a_process_that_was_killed_catches_up_without_being_made_again(@TempDir Path killed)
            throws IOException {
        threeBlocks();
        try (EmbeddedLedger ledger = open()) {
            Campus.submit(ledger, Campus.meter("m3"));
            Files.createDirectory(killed.resolve("blocks"));
            for (String file : List.of("blocks/000000000000.blocks", "index.mv", "index.seal")) {
                Files.copy(directory.resolve(file), killed.resolve(file));
            }
        }
        List<Object> before = contents();
        assertThat(LedgerVerification.verify(killed).problems()).isEmpty();
        assertThat(LedgerVerification.verify(killed).notes()).isEmpty();
        try (EmbeddedLedger ledger = EmbeddedLedger.open(killed, CLOCK, Campus.REGISTRAR)) {
            assertThat(ledger.health().notes()).isEmpty();
            assertThat(ledger.states("")).isEqualTo(before.get(0));
        }
    }

    private List<Object> contents() {
        try (EmbeddedLedger ledger = open()) {
            List<StateEntry> states = ledger.states("");
            List<List<StateVersion>> histories =
                    states.stream().map(entry -> ledger.history(entry.key())).toList();
            List<Optional<TransactionPlace>> places = new ArrayList<>();
            for (long number = 0; number < ledger.height(); number++) {
                for (Transaction transaction :
                        ledger.block(number).orElseThrow().transactions()) {
                    places.add(ledger.find(transaction.id()));
                }
            }
            return List.of(states, histories, places);
        }
    }

    private int[] threeBlocks() throws IOException {
        int[] lengths = new int[3];
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            lengths[0] = (int) Files.size(file());
            Campus.submit(ledger, Campus.meter("m1"));
            lengths[1] = (int) Files.size(file());
            Campus.submit(ledger, Campus.meter("m2"));
            lengths[2] = (int) Files.size(file());
        }
        return lengths;
    }

    private EmbeddedLedger open() {
        return EmbeddedLedger.open(directory, CLOCK, Campus.REGISTRAR);
    }

    private EmbeddedLedger small() {
        return EmbeddedLedger.open(directory, CLOCK, Campus.REGISTRAR, 100, Disk.REAL);
    }

    private Path file() {
        return directory.resolve("blocks").resolve("000000000000.blocks");
    }

    private Path index() {
        return directory.resolve("index.mv");
    }
}

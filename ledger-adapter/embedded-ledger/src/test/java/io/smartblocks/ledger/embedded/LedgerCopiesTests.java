package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.embedded.copy.Copied;
import io.smartblocks.ledger.embedded.copy.CopyRefused;
import io.smartblocks.ledger.embedded.copy.LedgerCopies;
import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.BlockStream;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Submission.Committed;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LedgerCopiesTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);

    @TempDir
    private Path directory;

    @Test
    void an_exported_file_makes_the_same_ledger_elsewhere() throws IOException {
        meters(0, 5);
        Copied exported = LedgerCopies.export(ledger(), file());
        Copied imported = LedgerCopies.restore(file(), copy());

        assertThat(exported.blocks()).isEqualTo(6);
        assertThat(exported.name()).isEqualTo("Campus");
        assertThat(exported.ledger()).isEqualTo(Campus.ID);
        assertThat(exported.bytes()).isEqualTo(Files.size(file()));
        assertThat(imported.headHash()).isEqualTo(exported.headHash()).isEqualTo(hashOfLast(ledger()));
        assertThat(blocks(copy())).isEqualTo(blocks(ledger()));
        try (EmbeddedLedger again = open(copy())) {
            assertThat(again.states("meter/")).hasSize(5);
            assertThat(Campus.submit(again, Campus.meter("more"))).isInstanceOf(Committed.class);
        }
        assertThat(LedgerVerification.verify(copy()).sound()).isTrue();
    }

    @Test
    void an_exported_file_can_be_checked_with_the_tools_of_any_system() throws IOException {
        meters(0, 2);
        LedgerCopies.export(ledger(), file());
        List<String> lines = Files.readAllLines(file());

        assertThat(lines).hasSize(5);
        String all = String.join("\n", lines.subList(0, 4)) + "\n";
        assertThat(lines.get(4)).isEqualTo("{\"blocks\":3,\"sha256\":\"" + Hash.of(all) + "\"}");
    }

    @Test
    void a_backup_grows_by_what_is_new() throws IOException {
        meters(0, 3);
        Copied first = LedgerCopies.backup(ledger(), backup());
        Copied nothingNew = LedgerCopies.backup(ledger(), backup());
        meters(3, 5);
        Copied second = LedgerCopies.backup(ledger(), backup());

        assertThat(first.blocks()).isEqualTo(4);
        assertThat(nothingNew.blocks()).isZero();
        assertThat(nothingNew.height()).isEqualTo(4);
        assertThat(second.blocks()).isEqualTo(2);
        assertThat(second.height()).isEqualTo(6);
        assertThat(names(backup()))
                .containsExactly("000000000000-000000000003.ledger", "000000000004-000000000005.ledger", "lock");
        assertThat(LedgerCopies.restore(backup(), copy()).headHash()).isEqualTo(second.headHash());
        assertThat(blocks(copy())).isEqualTo(blocks(ledger()));
    }

    @Test
    void a_backup_is_made_while_many_write() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<Copied> backups = new ArrayList<>();
        try (EmbeddedLedger ledger = open(ledger(), 20_000)) {
            Campus.found(ledger);
            List<CompletableFuture<Void>> writers = new ArrayList<>();
            for (int w = 0; w < 4; w++) {
                String name = "w" + w;
                writers.add(CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; !enough.get(); i++) {
                                ledger.submit(Batch.of(Campus.meter(name + "-" + i)))
                                        .join();
                            }
                        },
                        command -> new Thread(command).start()));
            }
            for (int i = 0; i < 10; i++) {
                try (BlockStream stream = ledger.blocks(ledger.height())) {
                    stream.next();
                }
                backups.add(LedgerCopies.backup(ledger(), backup()));
            }
            enough.set(true);
            writers.forEach(CompletableFuture::join);
        }
        Copied restored = LedgerCopies.restore(backup(), copy());

        assertThat(backups).extracting(Copied::height).isSorted();
        assertThat(restored.headHash()).isEqualTo(backups.get(9).headHash());
        assertThat(restored.height()).isGreaterThan(10);
        assertThat(blocks(ledger()).subList(0, (int) restored.height())).isEqualTo(blocks(copy()));
    }

    @Test
    void what_a_killed_backup_left_is_no_part_of_it() throws IOException {
        meters(0, 2);
        Files.createDirectories(backup());
        Files.writeString(backup().resolve(".000000000000-000000000001.ledger.77.part"), "half of a li");
        LedgerCopies.backup(ledger(), backup());

        assertThat(names(backup())).containsExactly("000000000000-000000000002.ledger", "lock");
    }

    @Test
    void the_backup_of_another_ledger_is_left_alone() throws IOException {
        meters(0, 2);
        LedgerCopies.backup(ledger(), backup());
        Path other = directory.resolve("other");
        Signer stranger = Signer.of(Campus.REGISTRAR.member(), KeyPair.generate());
        try (EmbeddedLedger ledger = EmbeddedLedger.open(other, CLOCK, stranger)) {
            Campus.submit(
                    ledger,
                    Campus.sign(
                            LedgerId.NONE,
                            "found",
                            new FoundLedger("Quay", stranger.member(), "R", stranger.publicKey()),
                            stranger));
        }

        assertThatThrownBy(() -> LedgerCopies.backup(other, backup()))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("'Campus'")
                .hasMessageContaining("'Quay'")
                .hasMessageContaining("choose another directory");
    }

    @Test
    void a_ledger_that_lost_blocks_or_was_written_anew_does_not_touch_its_backup() throws IOException {
        meters(0, 1);
        LedgerCopies.export(ledger(), file());
        meters(1, 3);
        LedgerCopies.backup(ledger(), backup());
        LedgerCopies.restore(file(), copy());

        assertThatThrownBy(() -> LedgerCopies.backup(copy(), backup()))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("holds 4 blocks, but the ledger only 2: the ledger has lost blocks");
        try (EmbeddedLedger ledger = open(copy())) {
            for (int i = 10; i < 15; i++) {
                Campus.submit(ledger, Campus.meter("m" + i));
            }
        }
        assertThatThrownBy(() -> LedgerCopies.backup(copy(), backup()))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("block 3 of the ledger is not the one in the backup");
    }

    @Test
    void nothing_that_exists_is_replaced() throws IOException {
        meters(0, 1);
        LedgerCopies.export(ledger(), file());

        assertThatThrownBy(() -> LedgerCopies.export(ledger(), file()))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("exists already");
        assertThatThrownBy(() -> LedgerCopies.restore(file(), ledger()))
                .isInstanceOf(CopyRefused.class)
                .hasMessageContaining("exists already");
    }

    @Test
    void a_flipped_bit_anywhere_is_refused_and_leaves_nothing() throws IOException {
        meters(0, 3);
        LedgerCopies.export(ledger(), file());
        byte[] whole = Files.readAllBytes(file());
        Random chance = new Random(7);
        int named = 0;
        for (int i = 0; i < 120; i++) {
            int place = chance.nextInt(whole.length);
            byte[] flipped = whole.clone();
            flipped[place] ^= (byte) (1 << chance.nextInt(8));
            Files.write(file(), flipped);
            int line = (int) new String(whole, 0, place, StandardCharsets.ISO_8859_1)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();

            String message = messageOf(() -> LedgerCopies.restore(file(), copy()));
            assertThat(message).as("byte %d", place).contains(file().toString());
            named += line >= 1 && line <= 4 && message.contains("block " + (line - 1)) ? 1 : 0;
            assertThat(names(directory)).containsExactly("campus.ledger", "ledger");
        }
        // the others hit the first or the last line, or the end of a block's line
        assertThat(named).isGreaterThan(90);
    }

    @Test
    void a_cut_reordered_doubled_or_other_file_is_refused() throws IOException {
        meters(0, 3);
        LedgerCopies.export(ledger(), file());
        List<String> lines = Files.readAllLines(file());
        byte[] whole = Files.readAllBytes(file());

        for (int length : List.of(0, 10, whole.length / 2, whole.length - 70, whole.length - 1)) {
            Files.write(file(), Arrays.copyOf(whole, length));
            assertThat(messageOf(() -> LedgerCopies.restore(file(), copy()))).contains("it was cut short");
        }
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 2, 3);
        assertThat(restoring(swapped)).contains("block 1: block 2 stands in its place");
        List<String> missing = new ArrayList<>(lines);
        missing.remove(2);
        assertThat(restoring(missing)).contains("block 1: block 2 stands in its place");
        List<String> doubled = new ArrayList<>(lines);
        doubled.add(3, lines.get(2));
        assertThat(restoring(doubled)).contains("block 2: block 1 stands in its place");
        List<String> longer = new ArrayList<>(lines);
        longer.add("more");
        assertThat(restoring(longer)).contains("goes on after its last line");
        List<String> newer = new ArrayList<>(lines);
        newer.set(0, lines.get(0).replace("smartblocks-ledger/1", "smartblocks-ledger/2"));
        assertThat(restoring(newer)).contains("'smartblocks-ledger/2'; expected 'smartblocks-ledger/1'");
        assertThat(copy()).doesNotExist();
    }

    @Test
    void a_backup_with_a_file_missing_is_refused() throws IOException {
        for (int i = 0; i < 3; i++) {
            meters(i, i + 1);
            LedgerCopies.backup(ledger(), backup());
        }
        Path middle = backup().resolve("000000000002-000000000002.ledger");
        Path aside = directory.resolve("aside");
        Files.move(middle, aside);

        assertThat(messageOf(() -> LedgerCopies.restore(backup(), copy())))
                .contains("begins with block 3 where block 2 is expected");
        assertThat(messageOf(() -> LedgerCopies.restore(aside, copy())))
                .contains("it is a part of a backup, name the directory");
        assertThat(messageOf(() -> LedgerCopies.restore(directory.resolve("none"), copy())))
                .contains("none");
    }

    private String restoring(List<String> lines) throws IOException {
        Files.writeString(file(), String.join("\n", lines) + "\n");
        return messageOf(() -> LedgerCopies.restore(file(), copy()));
    }

    private static String messageOf(Runnable refused) {
        try {
            refused.run();
        } catch (CopyRefused told) {
            return told.getMessage();
        }
        throw new AssertionError("it was not refused");
    }

    private void meters(int from, int to) {
        try (EmbeddedLedger ledger = open(ledger())) {
            if (ledger.height() == 0) {
                Campus.found(ledger);
            }
            for (int i = from; i < to; i++) {
                assertThat(Campus.submit(ledger, Campus.meter("m" + i))).isInstanceOf(Committed.class);
            }
        }
    }

    private static List<String> blocks(Path ledger) {
        List<String> texts = new ArrayList<>();
        StoredBlocks.in(ledger).forEach(0, stored -> texts.add(stored.text()));
        return texts;
    }

    private static Hash hashOfLast(Path ledger) {
        return StoredBlocks.in(ledger).last().orElseThrow().header().hash();
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private static EmbeddedLedger open(Path path) {
        return open(path, LedgerFiles.SEGMENT_SIZE);
    }

    private static EmbeddedLedger open(Path path, long segmentSize) {
        return EmbeddedLedger.open(path, CLOCK, Campus.REGISTRAR, segmentSize, Disk.REAL);
    }

    private Path ledger() {
        return directory.resolve("ledger");
    }

    private Path copy() {
        return directory.resolve("copy");
    }

    private Path backup() {
        return directory.resolve("backup");
    }

    private Path file() {
        return directory.resolve("campus.ledger");
    }
}

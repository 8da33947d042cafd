package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files of a ledger behind its back is found, and named where it lies. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DamageTests {

    private static final Clock CLOCK = Clock.fixed(Campus.NOON, ZoneOffset.UTC);
    private static final int BLOCKS = 9;

    @TempDir
    private Path directory;

    /** A block in its file: the bytes from the frame's first to the content's last. */
    private record Placed(Path file, int start, int end, Found.Whole block) {

        boolean holds(Path path, int place) {
            return file.equals(path) && start <= place && place < end;
        }

        Optional<TransactionId> transactionAt(int place) {
            String text = new String(block.content(), StandardCharsets.US_ASCII);
            int at = place - start - Frame.SIZE;
            return CanonicalJson.read(text, Block.class).transactions().stream()
                    .filter(transaction -> {
                        String own = CanonicalJson.write(transaction);
                        int begin = text.indexOf(own);
                        return at >= begin && at < begin + own.length();
                    })
                    .map(Transaction::id)
                    .findFirst();
        }
    }

    @BeforeEach
    void a_ledger_of_several_files() {
        try (EmbeddedLedger ledger = open()) {
            Campus.found(ledger);
            for (int i = 0; i < BLOCKS - 1; i++) {
                Campus.submit(ledger, Campus.meter("a" + i), Campus.meter("b" + i));
            }
        }
    }

    @Test
    void one_flipped_bit_anywhere_in_the_store_is_found_and_named() throws IOException {
        long start = System.nanoTime();
        List<Placed> blocks = blocks();
        List<Path> files = store();
        long size = 0;
        for (Path file : files) {
            size += Files.size(file);
        }
        Random chance = new Random(Long.getLong("seed", 20261102));
        int[] hits = new int[3];
        int rounds = Acceptance.rounds(200, 1000);
        for (int i = 0; i < rounds; i++) {
            long at = (long) (chance.nextInt(1 << 30) / (double) (1 << 30) * size);
            for (Path file : files) {
                if (at < Files.size(file)) {
                    flip(file, (int) at, chance.nextInt(8), blocks, hits);
                    break;
                }
                at -= Files.size(file);
            }
        }
        assertThat(hits[0] + hits[1] + hits[2]).isEqualTo(rounds);
        assertThat(hits).doesNotContain(0);
        Acceptance.tell("%d bits flipped, all found: %d in transactions, %d elsewhere in blocks, %d in the index; %d s"
                .formatted(
                        rounds, hits[0], hits[1], hits[2], TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)));
    }

    private void flip(Path file, int place, int bit, List<Placed> blocks, int[] hits) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[place] ^= (byte) (1 << bit);
        Files.write(file, flipped);
        String where = "bit " + bit + " of byte " + place + " in " + file;
        List<Problem> problems = LedgerVerification.verify(directory).problems();
        Optional<Placed> hit =
                blocks.stream().filter(block -> block.holds(file, place)).findFirst();
        if (hit.isPresent()) {
            Optional<TransactionId> transaction = hit.get().transactionAt(place);
            assertThat(problems).as(where).isNotEmpty();
            assertThat(problems.get(0).block())
                    .as(where)
                    .isEqualTo(hit.get().block().number());
            assertThat(problems.get(0).transaction()).as(where).isEqualTo(transaction);
            hits[transaction.isPresent() ? 0 : 1]++;
        } else {
            assertThat(problems).as(where).isNotEmpty();
            hits[2]++;
        }
        Files.write(file, whole);
    }

    @Test
    void a_removed_block_is_found() throws IOException {
        Placed removed = blocks().get(4);
        byte[] bytes = Files.readAllBytes(removed.file());
        Files.write(
                removed.file(),
                joined(Arrays.copyOf(bytes, removed.start()), Arrays.copyOfRange(bytes, removed.end(), bytes.length)));

        assertThat(problems())
                .anyMatch(text -> text.startsWith("block 4: it is missing")
                        || text.startsWith("block 5: it stands where block 4 is expected"));
        assertThatThrownBy(this::open).isInstanceOf(LedgerDamaged.class).hasMessageContaining("block 4");
    }

    @Test
    void a_doubled_block_is_found() throws IOException {
        Placed doubled = blocks().get(4);
        byte[] bytes = Files.readAllBytes(doubled.file());
        byte[] block = Arrays.copyOfRange(bytes, doubled.start(), doubled.end());
        Files.write(
                doubled.file(),
                joined(
                        joined(Arrays.copyOf(bytes, doubled.end()), block),
                        Arrays.copyOfRange(bytes, doubled.end(), bytes.length)));

        assertThat(problems()).anyMatch(text -> text.contains("block 4: it stands where block 5 is expected"));
        assertThatThrownBy(this::open).isInstanceOf(LedgerDamaged.class).hasMessageContaining("block 5");
    }

    @Test
    void two_blocks_that_change_places_are_found() throws IOException {
        List<Placed> blocks = blocks();
        Placed one = blocks.get(0);
        Placed two = blocks.get(1);
        assertThat(one.file()).isEqualTo(two.file());
        byte[] bytes = Files.readAllBytes(one.file());
        Files.write(
                one.file(),
                joined(
                        joined(
                                Arrays.copyOfRange(bytes, two.start(), two.end()),
                                Arrays.copyOfRange(bytes, one.start(), one.end())),
                        Arrays.copyOfRange(bytes, two.end(), bytes.length)));

        assertThat(problems()).anyMatch(text -> text.contains("block 1: it stands where block 0 is expected"));
        assertThatThrownBy(this::open).isInstanceOf(LedgerDamaged.class).hasMessageContaining("block 0");
    }

    @Test
    void a_file_of_blocks_that_is_removed_is_found() throws IOException {
        List<Path> files = Segment.allIn(directory.resolve("blocks")).stream()
                .map(Segment::path)
                .toList();
        assertThat(files).hasSizeGreaterThan(2);
        Path middle = files.get(1);
        Files.delete(middle);

        long first = Long.parseLong(middle.getFileName().toString().substring(0, 12));
        assertThat(problems()).anyMatch(text -> text.contains("block " + first + ": it is missing"));
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("block " + first + " is missing");
    }

    @Test
    void acknowledged_blocks_that_are_cut_off_are_found_by_what_the_index_saw() throws IOException {
        List<Placed> blocks = blocks();
        Placed last = blocks.get(blocks.size() - 1);
        byte[] bytes = Files.readAllBytes(last.file());
        Files.write(last.file(), Arrays.copyOf(bytes, last.start()));

        assertThat(problems()).isNotEmpty();
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("has seen " + BLOCKS + " blocks");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private List<String> problems() {
        return LedgerVerification.verify(directory).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    private List<Path> store() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("lock"))
                    .sorted()
                    .toList();
        }
    }

    private List<Placed> blocks() throws IOException {
        List<Placed> placed = new ArrayList<>();
        for (Segment segment : Segment.allIn(directory.resolve("blocks"))) {
            new SegmentWalk(ByteBuffer.wrap(Files.readAllBytes(segment.path())), segment.first())
                    .forEachRemaining(found -> {
                        Found.Whole block = (Found.Whole) found;
                        placed.add(new Placed(
                                segment.path(),
                                block.place(),
                                block.place() + Frame.SIZE + block.content().length,
                                block));
                    });
        }
        return placed;
    }

    private EmbeddedLedger open() {
        return EmbeddedLedger.open(directory, CLOCK, Campus.REGISTRAR, 6000, Disk.REAL);
    }
}

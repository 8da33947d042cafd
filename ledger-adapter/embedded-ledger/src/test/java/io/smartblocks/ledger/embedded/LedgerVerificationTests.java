package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.identity.KeyPair;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerificationTests {

    private static final int EVERY_NTH_BYTE = 29;

    @TempDir
    private Path directory;

    @BeforeEach
    void a_ledger_of_three_blocks() {
        try (EmbeddedLedger ledger =
                EmbeddedLedger.open(directory, Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR)) {
            Campus.found(ledger);
            Campus.submit(ledger, Campus.meter("m1"), Campus.meter("m2"));
            Campus.submit(ledger, Campus.meter("m3"));
        }
    }

    @Test
    void an_untouched_ledger_is_sound() {
        VerificationReport report = LedgerVerification.verify(directory);

        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(report.blocks()).isEqualTo(3);
        assertThat(report.transactions()).isEqualTo(5);
    }

    @Test
    void a_flipped_bit_is_found_and_named_wherever_it_is() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        List<Found.Whole> blocks = blocks(whole);
        int named = 0;
        for (int place = 0; place < whole.length; place += EVERY_NTH_BYTE) {
            byte[] flipped = whole.clone();
            flipped[place] ^= (byte) (1 << place % 8);
            Files.write(file(), flipped);
            Problem first = LedgerVerification.verify(directory).problems().get(0);

            Found.Whole hit = hit(blocks, place);
            assertThat(first.block()).as("byte %d", place).isEqualTo(hit.number());
            Optional<Transaction> transaction = transactionAt(hit, place - hit.place() - Frame.SIZE);
            assertThat(first.transaction()).as("byte %d", place).isEqualTo(transaction.map(Transaction::id));
            named += transaction.isPresent() ? 1 : 0;
        }
        assertThat(named).isPositive();
    }

    @Test
    void a_cut_out_block_is_found() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        List<Found.Whole> blocks = blocks(whole);
        byte[] cut = ByteBuffer.allocate(
                        whole.length - blocks.get(2).place() + blocks.get(1).place())
                .put(whole, 0, blocks.get(1).place())
                .put(whole, blocks.get(2).place(), whole.length - blocks.get(2).place())
                .array();
        Files.write(file(), cut);

        assertThat(LedgerVerification.verify(directory).problems())
                .extracting(Problem::toString)
                .anyMatch(text -> text.contains("block 2: it stands where block 1 is expected"));
    }

    @Test
    void a_block_that_was_written_anew_by_another_key_is_found() throws IOException {
        Signer other = Signer.of(new MemberId("registrar"), KeyPair.generate());
        rewriteLast(block -> new BlockLink(
                        2, block.header().previousHash(), block.header().time())
                .next(block.batches(), block.header().time(), other));

        assertThat(LedgerVerification.verify(directory).problems())
                .extracting(Problem::message)
                .hasSize(2)
                .contains("it is signed with another key than the blocks before")
                .anyMatch(message -> message.startsWith("the index belongs to other blocks"));
    }

    @Test
    void a_write_that_no_transaction_made_is_found_even_when_the_node_signed_it() throws IOException {
        rewriteLast(
                block -> resigned(block, List.of(withOtherSite(block.batches().get(0)))));

        Problem problem = LedgerVerification.verify(directory).problems().get(0);
        assertThat(problem.message()).isEqualTo("it does not write what stands under 'meter/m3'");
        assertThat(problem.transaction()).isPresent();
    }

    @Test
    void a_transaction_that_happens_twice_is_found_even_when_the_node_signed_it() throws IOException {
        rewriteLast(block ->
                resigned(block, List.of(block.batches().get(0), block.batches().get(0))));

        assertThat(LedgerVerification.verify(directory).problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("already"))
                .anyMatch(message -> message.contains("meter-exists"));
    }

    @Test
    void an_unfinished_last_write_is_a_note_and_no_problem() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length - 5));
        Files.delete(directory.resolve("index.mv"));
        VerificationReport report = LedgerVerification.verify(directory);

        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).singleElement().asString().contains("block 2", "not finished");
    }

    @Test
    void a_block_that_the_index_has_seen_and_the_files_lack_is_found() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, blocks(whole).get(2).place()));

        assertThat(LedgerVerification.verify(directory).problems())
                .extracting(Problem::toString)
                .containsExactly("block 2: it is missing: the index has seen 3 blocks, but only 2 are here");
    }

    @Test
    void a_flipped_bit_in_the_index_or_its_seal_is_found() throws IOException {
        for (String name : List.of("index.mv", "index.seal")) {
            Path file = directory.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int place = 0; place < whole.length; place += name.endsWith("mv") ? 331 : 1) {
                byte[] flipped = whole.clone();
                flipped[place] ^= (byte) (1 << place % 8);
                Files.write(file, flipped);
                assertThat(LedgerVerification.verify(directory).problems())
                        .as("%s, byte %d", name, place)
                        .isNotEmpty();
            }
            Files.write(file, whole);
        }
        assertThat(LedgerVerification.verify(directory).sound()).isTrue();
    }

    @Test
    void an_index_that_says_other_than_the_blocks_is_found_also_under_a_right_seal() throws IOException {
        Path file = directory.resolve("index.mv");
        BlockText last =
                BlockText.of(2, blocks(Files.readAllBytes(file())).get(2).content());
        IndexMaps maps = IndexMaps.in(file);
        maps.states().put("meter/m3", new TextPlace(2, 0, 10, 0).packed());
        maps.states().put("meter/m4", last.placeOf(last.writes().get(0)).packed());
        maps.ids().put(last.transactions().get(0).id().value().bytes(), 0L);
        maps.store().close();
        IndexSeal.seal(file, 3, last.hash());

        assertThat(LedgerVerification.verify(directory).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "block 2, transaction " + last.transactions().get(0).id()
                                + ": the index does not say where it stands",
                        "block 2: the index does not say where in it what it wrote under 'meter/m3' stands",
                        "beside the blocks: the index says more than the blocks do");
    }

    @Test
    void a_ledger_that_was_closed_leaves_nothing_in_its_lock() {
        assertThat(directory.resolve("lock")).isEmptyFile();
    }

    @Test
    void a_directory_without_a_ledger_is_told_from_one_that_cannot_be_read(@TempDir Path other) throws IOException {
        Path missing = other.resolve("missing");
        assertThatThrownBy(() -> LedgerVerification.verify(missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no directory '" + missing + "'; name the directory of a ledger");
        assertThatThrownBy(() -> LedgerVerification.verify(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no ledger in '" + other + "': it holds no blocks");

        Files.createSymbolicLink(other.resolve("blocks"), other.resolve("blocks"));
        assertThatThrownBy(() -> LedgerVerification.verify(other))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the ledger in '" + other + "' cannot be read; check that you may read all of")
                .hasMessageContaining(other.resolve("blocks").toString());
    }

    @Test
    void a_ledger_that_is_open_can_be_verified() {
        try (EmbeddedLedger ledger =
                EmbeddedLedger.open(directory, Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR)) {
            Campus.submit(ledger, Campus.meter("m4"));

            VerificationReport report = LedgerVerification.verify(directory);
            assertThat(report.sound()).isTrue();
            assertThat(report.blocks()).isEqualTo(4);
        }
    }

    @Test
    void a_directory_without_a_ledger_is_no_sound_ledger(@TempDir Path empty) {
        assertThatThrownBy(() -> LedgerVerification.verify(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(empty.toString());
    }

    private Path file() {
        return directory.resolve("blocks").resolve("000000000000.blocks");
    }

    private static List<Found.Whole> blocks(byte[] file) {
        List<Found.Whole> blocks = new ArrayList<>();
        new SegmentWalk(ByteBuffer.wrap(file), 0).forEachRemaining(found -> blocks.add((Found.Whole) found));
        return blocks;
    }

    private static Found.Whole hit(List<Found.Whole> blocks, int place) {
        Found.Whole hit = blocks.get(0);
        for (Found.Whole block : blocks) {
            hit = block.place() <= place ? block : hit;
        }
        return hit;
    }

    private static Optional<Transaction> transactionAt(Found.Whole block, int place) {
        String text = new String(block.content(), StandardCharsets.US_ASCII);
        return CanonicalJson.read(text, Block.class).transactions().stream()
                .filter(transaction -> {
                    String own = CanonicalJson.write(transaction);
                    int start = text.indexOf(own);
                    return place >= start && place < start + own.length();
                })
                .findFirst();
    }

    private interface Rewriting {
        Block rewrite(Block block);
    }

    private void rewriteLast(Rewriting rewriting) throws IOException {
        byte[] whole = Files.readAllBytes(file());
        Found.Whole last = blocks(whole).get(2);
        Block block = CanonicalJson.read(new String(last.content(), StandardCharsets.UTF_8), Block.class);
        byte[] content = CanonicalJson.bytes(rewriting.rewrite(block));
        ByteBuffer record = Frame.of(2, content).with(content);
        Files.write(
                file(),
                ByteBuffer.allocate(last.place() + record.limit())
                        .put(whole, 0, last.place())
                        .put(record)
                        .array());
    }

    private static Block resigned(Block block, List<CommittedBatch> batches) {
        return new BlockLink(2, block.header().previousHash(), block.header().time())
                .next(batches, block.header().time(), Campus.REGISTRAR);
    }

    private static CommittedBatch withOtherSite(CommittedBatch batch) {
        StateEntry write = batch.writes().get(0);
        MeterState meter = (MeterState) write.state();
        MeterState moved = meter.at("Elsewhere");
        return new CommittedBatch(batch.transactions(), List.of(new StateEntry(write.key(), moved)));
    }
}

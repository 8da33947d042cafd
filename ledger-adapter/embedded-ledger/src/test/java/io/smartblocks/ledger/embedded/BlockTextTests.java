package io.smartblocks.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.CommittedBatch;
import io.smartblocks.ledger.state.LedgerState;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.LedgerId;
import io.smartblocks.ledger.transaction.SharedWriting;
import io.smartblocks.ledger.transaction.Transaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTextTests {

    @TempDir
    private Path directory;

    @Test
    void what_is_put_together_from_parts_is_the_canonical_text_and_its_parts_are_found_again() {
        try (EmbeddedLedger ledger =
                EmbeddedLedger.open(directory, Clock.fixed(Campus.NOON, ZoneOffset.UTC), Campus.REGISTRAR)) {
            Campus.found(ledger);
            Campus.submit(ledger, Campus.sign("odd\"key\\", Campus.meterPayload("m1"), Campus.OPERATOR));
            Campus.submit(ledger, Campus.meter("m2"), Campus.meter("m3"));
            for (long number = 0; number < 3; number++) {
                Block block = ledger.block(number).orElseThrow();
                BlockText text = BlockText.of(number, CanonicalJson.bytes(block));

                assertThat(text.hash()).isEqualTo(block.hash());
                assertThat(text.transactions())
                        .extracting(each -> part(text, each.start(), each.length()))
                        .isEqualTo(block.transactions().stream()
                                .map(CanonicalJson::write)
                                .toList());
                assertThat(text.transactions())
                        .extracting(BlockText.OfTransaction::requestKey)
                        .isEqualTo(block.transactions().stream()
                                .map(each -> each.body().requestKey().value())
                                .toList());
                assertThat(text.transactions())
                        .extracting(BlockText.OfTransaction::family)
                        .isEqualTo(block.transactions().stream()
                                .map(each -> each.body().payload().family())
                                .toList());
                assertThat(text.writes())
                        .extracting(each -> part(text, each.start(), each.length()))
                        .isEqualTo(block.writes().stream()
                                .map(CanonicalJson::write)
                                .toList());
            }
        }
        assertThat(LedgerVerification.verify(directory).problems()).isEmpty();
    }

    @Test
    void what_is_worked_out_ahead_is_what_the_transaction_says() {
        for (Transaction transaction : List.of(Campus.founding(), Campus.meter("m1"))) {
            Prepared prepared = Prepared.of(transaction, new SharedWriting());

            assertThat(String.join("", prepared.text().stream().map(String::new).toList()))
                    .isEqualTo(CanonicalJson.write(transaction));
            assertThat(prepared.length()).isEqualTo(CanonicalJson.bytes(transaction).length);
            assertThat(prepared.hasItsId()).isTrue();
            assertThat(prepared.signedRoot()).isEqualTo(transaction.signedRoot());
        }
    }

    @Test
    void where_the_parts_of_a_new_block_stand_is_what_its_text_says() {
        BlockMaking making = new BlockMaking();
        for (List<Transaction> batch : List.of(
                List.of(Campus.sign("odd\"key\\", Campus.meterPayload("m1"), Campus.OPERATOR)),
                List.of(Campus.meter("m2"), Campus.meter("m3")))) {
            List<StateEntry> writes = List.of(new StateEntry(
                    StateKey.ledger(), new LedgerState(LedgerId.NONE, "n\u00fcm", Campus.REGISTRAR.member())));
            SharedWriting writing = new SharedWriting();
            making.add(
                    new CommittedBatch(batch, writes),
                    batch.stream().map(each -> Prepared.of(each, writing)).toList(),
                    writing);
        }

        BlockText made = making.finish(BlockLink.FIRST, Campus.NOON, Campus.REGISTRAR);

        BlockText read = BlockText.of(0, made.content());
        assertThat(made.hash()).isEqualTo(read.hash());
        assertThat(made.transactions()).isEqualTo(read.transactions());
        assertThat(made.writes()).isEqualTo(read.writes());
        assertThat(CanonicalJson.readCanonical(new String(made.content(), StandardCharsets.UTF_8), Block.class)
                        .hash())
                .isEqualTo(made.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"batches\":[{\"transactions\":[{\"id\":\"x\"}]}]}",
                "{\"batches\":[",
                "{\"a\":\"\\"
            })
    void what_is_no_block_is_refused(String text) {
        assertThatThrownBy(() -> BlockText.of(7, text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LedgerDamaged.class)
                .hasMessageContaining("block 7");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 300, 1L << 40, Long.MAX_VALUE, -1})
    void numbers_are_unpacked_as_they_were_packed(long number) {
        Packed packed = Packed.of(Packed.empty().add(5).add(number).add(6).bytes());

        assertThat(List.of(packed.next(), packed.next(), packed.next())).containsExactly(5L, number, 6L);
        assertThat(packed.hasNext()).isFalse();
        assertThatThrownBy(packed::next).isInstanceOf(LedgerDamaged.class);
    }

    private static String part(BlockText block, int start, int length) {
        return new String(Arrays.copyOfRange(block.content(), start, start + length), StandardCharsets.UTF_8);
    }
}

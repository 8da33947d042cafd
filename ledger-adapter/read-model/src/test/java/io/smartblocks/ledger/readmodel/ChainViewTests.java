package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Transaction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ChainViewTests {

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final ReadModel model;

    ChainViewTests(TestedDatabase database) {
        model = ReadModel.on(database.empty());
    }

    @BeforeEach
    void project() {
        chain.add(StoryFixture.founded());
        chain.add(StoryFixture.meterRegistered());
        chain.addOneBatchEach(List.of(
                StoryFixture.recorded(StoryFixture.page("2026-10-01", 1500L)),
                StoryFixture.recorded(StoryFixture.page("2026-10-02", 2500L))));
        chain.add(
                StoryFixture.corrected(StoryFixture.page("2026-10-01", 1400L), 1, "read twice"),
                StoryFixture.recorded(StoryFixture.page("2026-10-03", 3500L)));
        chain.add(StoryFixture.proposed());
        chain.blocks().forEach(model::apply);
    }

    @Test
    void blocks_come_newest_first_and_page_by_number() {
        assertThat(model.chain().blocks(2)).extracting(BlockSummary::number).containsExactly(4L, 3L);
        assertThat(model.chain().blocks(3, 2)).extracting(BlockSummary::number).containsExactly(2L, 1L);
        Block third = chain.blocks().get(2);
        assertThat(model.chain().block(2)).hasValueSatisfying(block -> {
            assertThat(block.hash()).isEqualTo(third.hash());
            assertThat(block.previousHash()).isEqualTo(chain.blocks().get(1).hash());
            assertThat(block.batches()).isEqualTo(2);
            assertThat(block.transactions()).isEqualTo(2);
            assertThat(block.time()).isEqualTo(third.header().time());
        });
    }

    @Test
    void transactions_of_a_block_say_what_they_are_about() {
        assertThat(model.chain().transactionsOf(2))
                .extracting(
                        t -> t.place().batch(),
                        TransactionSummary::action,
                        TransactionSummary::subject,
                        t -> t.detail())
                .containsExactly(
                        Tuple.tuple(0, "record-readings", "IE-9001/daily", "2026-10-01"),
                        Tuple.tuple(1, "record-readings", "IE-9001/daily", "2026-10-02"));
        assertThat(model.chain().transactionsOf(0).get(0).organisation()).isEqualTo(StoryFixture.ESCO);
    }

    @Test
    void a_transaction_shows_its_payload_and_only_its_own_writes() {
        Transaction correction = chain.blocks().get(3).transactions().get(0);

        TransactionDetail detail = model.chain().transaction(correction.id()).orElseThrow();

        assertThat(detail.payload()).isEqualTo(correction.body().payload());
        assertThat(detail.signature()).isEqualTo(correction.signature().value());
        assertThat(detail.writes())
                .extracting(StateWrite::key)
                .containsExactly(StateKey.readings(StoryFixture.METER, LocalDate.parse("2026-10-01")));
        assertThat(model.chain().writesOf(3, 0)).hasSize(2);
    }

    @Test
    void the_history_of_a_key_holds_every_version() {
        List<StateWrite> history =
                model.chain().history(StateKey.readings(StoryFixture.METER, LocalDate.parse("2026-10-01")));

        assertThat(history)
                .extracting(
                        write -> ((ReadingsState) write.state()).page().values().get(0))
                .containsExactly(1400L, 1500L);
        assertThat(history.get(0).transaction())
                .contains(chain.blocks().get(3).transactions().get(0).id());
    }

    @Test
    void the_list_of_states_shows_what_stands_now_by_key() {
        List<StateWrite> readings = model.chain().states("readings/", 2);

        assertThat(readings)
                .extracting(write -> write.key().value())
                .containsExactly("readings/IE-9001/daily/2026-10-01", "readings/IE-9001/daily/2026-10-02");
        assertThat(((ReadingsState) readings.get(0).state()).revision()).isOne();
        assertThat(model.chain().states("readings/", readings.get(1).key(), 2))
                .extracting(write -> write.key().value())
                .containsExactly("readings/IE-9001/daily/2026-10-03");
        assertThat(model.chain().states("", 100)).hasSize(9);
    }

    @Test
    void pages_of_transactions_join_without_gap_or_repetition() {
        List<TransactionSummary> all = model.chain().transactions(100);
        List<TransactionSummary> joined = new ArrayList<>();
        List<TransactionSummary> page = model.chain().transactions(2);
        while (!page.isEmpty()) {
            joined.addAll(page);
            page = model.chain().transactions(page.get(page.size() - 1).place(), 2);
        }

        assertThat(all).hasSize(7);
        assertThat(joined).isEqualTo(all);
    }

    @Test
    void transactions_about_a_meter_are_found_by_its_id() {
        assertThat(model.chain().transactionsAbout("IE-9001/daily", 100)).hasSize(5);
    }

    @Test
    void any_id_finds_what_it_stands_for() {
        Block block = chain.blocks().get(3);
        Transaction transaction = block.transactions().get(0);

        assertThat(model.search("3")).containsExactly(new Found.OfBlock(3));
        assertThat(model.search(block.hash().value().substring(0, 12))).containsExactly(new Found.OfBlock(3));
        assertThat(model.search(
                        " " + transaction.id().toString().substring(0, 12).toUpperCase() + " "))
                .containsExactly(new Found.OfTransaction(transaction.id()));
        assertThat(model.search("shared-sav"))
                .containsExactly(new Found.OfAgreement(StoryFixture.AGREEMENT, "1.0", "Shared savings at the campus"));
        assertThat(model.search("meter/ie-9001")).containsExactly(new Found.OfMeter(StoryFixture.METER, "Main import"));
        assertThat(model.search("Runtime")).containsExactly(new Found.OfMember(StoryFixture.RUNTIME, "Runtime"));
    }

    @Test
    void nothing_is_found_for_signs_that_sql_would_read_as_any() {
        assertThat(model.search("%")).isEmpty();
        assertThat(model.search("_")).isEmpty();
        assertThat(model.search("' or 1=1 --")).isEmpty();
        assertThat(model.search("  ")).isEmpty();
        assertThat(model.search("99999999999999999999")).isEmpty();
    }
}

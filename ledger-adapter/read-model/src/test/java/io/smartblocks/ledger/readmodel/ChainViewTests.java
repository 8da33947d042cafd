package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.CanonicalJson;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ChainViewTests {

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final DataSource tables;
    private final ReadModel model;

    ChainViewTests(TestedDatabase database) {
        tables = database.empty();
        model = ReadModel.on(tables);
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
        model.catchUp(new BlocksLedger(chain::blocks));
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
    void a_block_is_read_by_parts_and_by_its_batches() {
        List<TransactionSummary> all = model.chain().transactionsOf(2);

        assertThat(model.chain().transactionsOf(2, 1, 5)).isEqualTo(all.subList(1, 2));
        assertThat(model.chain().transactionsOf(2, 0, 1)).isEqualTo(all.subList(0, 1));
        assertThat(model.chain().batchesOf(2, 0, 1))
                .containsExactly(
                        new BatchSummary(0, all.get(0).organisation(), 1),
                        new BatchSummary(1, all.get(1).organisation(), 1));
        assertThat(model.chain().batchesOf(2, 1, 1)).hasSize(1);
        assertThat(model.chain().content(2)).contains(chain.blocks().get(2));
        assertThat(model.chain().content(99)).isEmpty();
    }

    @Test
    void the_writer_of_a_key_is_found_in_its_batch() {
        List<TransactionSummary> pages = model.chain().transactionsOf(3);

        assertThat(pages)
                .allSatisfy(page -> assertThat(model.chain()
                                .writerOf(
                                        model.chain()
                                                .transaction(page.id())
                                                .orElseThrow()
                                                .writes()
                                                .get(0)
                                                .key(),
                                        3,
                                        page.place().batch()))
                        .contains(page));
        assertThat(model.chain().writerOf(new StateKey("meter/unknown"), 3, 0))
                .isEqualTo(pages.size() == 1 ? Optional.of(pages.get(0)) : Optional.empty());
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
        StateWrite written = detail.writes().get(0);
        assertThat(written.state())
                .isEqualTo(chain.blocks().get(3).writes().get(0).state());
        assertThat(written.text()).isEqualTo(CanonicalJson.write((Record) written.state()));
        assertThat(written.time()).isEqualTo(chain.blocks().get(3).header().time());
        assertThat(detail.payloadText()).isEqualTo(CanonicalJson.write((Record) detail.payload()));
    }

    @Test
    void what_a_transaction_said_is_asked_of_the_ledger_that_is_followed() {
        TransactionId id = chain.blocks().get(3).transactions().get(0).id();
        ReadModel alone = ReadModel.on(tables);
        assertThat(alone.chain().transactionsOf(3)).hasSize(2);

        assertThatThrownBy(() -> alone.chain().transaction(id))
                .isInstanceOf(ReadModelException.class)
                .hasMessageContaining("What block 3 says is read from the ledger")
                .hasMessageEndingWith("let it catch up or follow one first");
    }

    @Test
    void a_node_whose_ledger_is_behind_the_tables_says_so() {
        TransactionId id = chain.blocks().get(3).transactions().get(0).id();
        List<Block> known = new ArrayList<>(chain.blocks());
        model.catchUp(new BlocksLedger(() -> known));
        known.subList(3, known.size()).clear();

        assertThatThrownBy(() -> model.chain().transaction(id))
                .isInstanceOf(ReadModelException.class)
                .hasMessageContaining("The ledger here has no block 3 yet");
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
    void the_tables_know_who_wrote_a_key() {
        TransactionSummary proposal = model.chain().transactionsOf(4).get(0);

        assertThat(model.chain().writersOf(StateKey.agreement(StoryFixture.AGREEMENT, "1.0")))
                .containsExactly(proposal);
        assertThat(model.chain().writersOf(StateKey.meter(StoryFixture.METER)))
                .extracting(each -> each.place().block())
                .containsExactly(1L);
        assertThat(model.chain().writersOf(StateKey.readings(StoryFixture.METER, LocalDate.parse("2026-10-01"))))
                .isEmpty();
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

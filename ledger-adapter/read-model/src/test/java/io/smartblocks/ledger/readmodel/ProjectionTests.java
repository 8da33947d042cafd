package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.port.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEachDatabase
class ProjectionTests {

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");
    private final TestedDatabase database;

    ProjectionTests(TestedDatabase database) {
        this.database = database;
    }

    @Test
    void a_block_is_projected_once() {
        ReadModel model = ReadModel.on(database.empty());
        Block block = chain.add(StoryFixture.founded());

        assertThat(model.apply(block)).isTrue();
        assertThat(model.apply(block)).isFalse();

        assertThat(model.checkpoint())
                .isEqualTo(new Checkpoint(1, block.hash(), block.header().time()));
        assertThat(model.chain().blocks(10)).hasSize(1);
    }

    @Test
    void a_gap_is_refused() {
        ReadModel model = ReadModel.on(database.empty());
        chain.add(StoryFixture.founded());
        Block second = chain.add(StoryFixture.meterRegistered());

        assertThatThrownBy(() -> model.apply(second))
                .isInstanceOf(ReadModelException.class)
                .hasMessage("Block 1 came where block 0 was expected: blocks are projected without a gap");
        assertThat(model.height()).isZero();
    }

    @Test
    void blocks_of_another_chain_are_refused() {
        ReadModel model = ReadModel.on(database.empty());
        model.apply(chain.add(StoryFixture.founded()));
        ChainFixture other = new ChainFixture("someone");
        Block first = other.add(StoryFixture.founded());
        Block second = other.add(StoryFixture.meterRegistered());

        assertThatThrownBy(() -> model.apply(first)).hasMessageEndingWith("it was fed by another ledger");
        assertThatThrownBy(() -> model.apply(second)).hasMessageEndingWith("it was fed by another ledger");
        assertThat(model.height()).isOne();
    }

    @Test
    void a_block_that_cannot_be_written_leaves_nothing_behind() {
        DataSource tables = database.empty();
        ReadModel model = ReadModel.on(tables);
        model.apply(chain.add(StoryFixture.founded()));
        Map<String, List<String>> before = TablesFixture.content(tables);
        Block twiceTheSameSettlement = chain.addOneBatchEach(
                List.of(StoryFixture.settled("2026-09-01", 0, "{}"), StoryFixture.settled("2026-09-01", 0, "{}")));

        assertThatThrownBy(() -> model.apply(twiceTheSameSettlement)).isInstanceOf(ReadModelException.class);

        assertThat(TablesFixture.content(tables)).isEqualTo(before);
        assertThat(model.checkpoint().height()).isOne();
    }

    @Test
    void a_rebuild_keeps_what_is_due() {
        ReadModel model = ReadModel.on(database.empty());
        DuePeriod due = DueCalendarTests.due("month", "2026-10-01", "2026-11-05T10:00:00Z");
        model.due().put(due);

        model.rebuild();

        assertThat(model.due().of("shared-savings")).containsExactly(due);
    }

    @Test
    void opened_again_it_goes_on_where_it_stopped(@TempDir Path folder) {
        List<Block> story = wholeStory();
        TestedDatabase.Home tables = database.home(folder);
        try (ReadModel model = tables.open()) {
            story.subList(0, 4).forEach(model::apply);
        }

        try (ReadModel model = tables.open()) {
            assertThat(model.height()).isEqualTo(4);
            model.catchUp(new BlocksLedger(chain::blocks));
            assertThat(model.height()).isEqualTo(story.size());
            assertThat(model.chain().blocks(100)).hasSize(story.size());
        }
    }

    @Test
    void a_ledger_that_is_shorter_or_other_is_not_followed() {
        ReadModel model = ReadModel.on(database.empty());
        wholeStory().forEach(model::apply);
        ChainFixture other = new ChainFixture("someone");
        chain.blocks().forEach(block -> other.add(StoryFixture.founded()));

        assertThatThrownBy(
                        () -> model.follow(new BlocksLedger(() -> chain.blocks().subList(0, 2))))
                .isInstanceOf(ReadModelException.class)
                .hasMessageContaining("blocks and the ledger only 2")
                .hasMessageContaining("rebuild the read model");
        assertThatThrownBy(() -> model.follow(new BlocksLedger(other::blocks)))
                .isInstanceOf(ReadModelException.class)
                .hasMessageContaining("was fed by another ledger");
    }

    private List<Block> wholeStory() {
        chain.add(StoryFixture.founded());
        chain.add(StoryFixture.meterRegistered(), StoryFixture.indexRegistered());
        chain.add(StoryFixture.recorded(StoryFixture.page("2026-10-01", 1500L)));
        chain.add(
                StoryFixture.recorded(StoryFixture.page("2026-10-02", 2500L)),
                StoryFixture.indexValue("2026-10-01", "2026-11-01", "81.20", 0));
        chain.add(StoryFixture.proposed());
        chain.add(StoryFixture.signed());
        chain.add(StoryFixture.activated(ChainFixture.FIRST));
        chain.add(StoryFixture.held("2026-10-01", false));
        chain.add(StoryFixture.corrected(StoryFixture.page("2026-10-01", 1400L), 1, "meter read twice"));
        chain.add(
                StoryFixture.settled("2026-10-01", 0, SettlementViewTests.STATEMENT),
                StoryFixture.held("2026-10-01", true));
        return chain.blocks();
    }
}

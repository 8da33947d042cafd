package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.embedded.StoredBlocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are kept beside a ledger are used again with the very same blocks only. */
class KeptTablesTests {

    @TempDir
    private Path here;

    private Path data = Path.of("");

    @BeforeEach
    void a_ledger_of_three_blocks() {
        data = SmallLedger.in(here.resolve("data"));
    }

    @Test
    void the_next_call_finds_them_made_and_is_told_all_blocks_again() {
        List<Long> first = read(data);
        assertThat(first).containsExactly(0L, 1L, 2L);
        try (KeptTables again = kept()) {
            assertThat(again.model().height()).isEqualTo(3);
            assertThat(again.model().meters().meters()).hasSize(1);
        }
        assertThat(read(data)).isEqualTo(first);
    }

    @Test
    void those_of_other_blocks_of_the_same_number_are_made_anew() throws IOException {
        read(data);
        Path other = SmallLedger.in(here.resolve("other"));
        Files.move(data.resolve("ledger"), here.resolve("away"));
        Files.move(other.resolve("ledger"), data.resolve("ledger"));

        try (KeptTables tables = kept()) {
            assertThat(tables.model().height()).isZero();
        }
        read(data);
        try (KeptTables tables = kept()) {
            assertThat(tables.model().checkpoint().lastHash())
                    .isEqualTo(StoredBlocks.in(data.resolve("ledger"))
                            .last()
                            .orElseThrow()
                            .block()
                            .hash());
        }
    }

    @Test
    void damaged_ones_and_those_of_a_call_that_was_cut_off_are_made_anew() throws IOException {
        read(data);
        Files.delete(data.resolve("tables/blocks.sha256"));
        try (KeptTables tables = kept()) {
            assertThat(tables.model().height()).isZero();
        }
        read(data);
        Files.writeString(data.resolve("tables/tables.mv.db"), "no tables");
        assertThat(read(data)).hasSize(3);
        try (KeptTables tables = kept()) {
            assertThat(tables.model().height()).isEqualTo(3);
        }
    }

    @Test
    void where_none_can_be_kept_they_go_with_the_call() throws IOException {
        Files.writeString(data.resolve("tables"), "a file where the directory would be");

        assertThat(read(data)).hasSize(3);
        assertThat(data.resolve("tables")).isRegularFile();
        try (KeptTables tables = kept()) {
            assertThat(tables.model().height()).isZero();
        }
    }

    private KeptTables kept() {
        return KeptTables.open(data.resolve("tables"), StoredBlocks.in(data.resolve("ledger")));
    }

    /** The numbers of the blocks that a call was told. */
    private static List<Long> read(Path data) {
        List<Long> seen = new ArrayList<>();
        try (TablesOfBlocks tables =
                TablesOfBlocks.of(new DataDirectory(data), block -> seen.add(block.number()), (done, of) -> {})) {
            assertThat(tables.model().height()).isEqualTo(seen.size());
        }
        return seen;
    }
}

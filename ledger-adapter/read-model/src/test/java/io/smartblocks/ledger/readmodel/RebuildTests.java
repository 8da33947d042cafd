package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.readmodel.TestedDatabase.Home;
import io.smartblocks.ledger.transaction.CanonicalJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever way the blocks came in, on whatever database: the tables are the same. */
@OnEachDatabase
class RebuildTests {

    private static final List<Block> STORY = LongStory.of(7, 150);
    private static final Map<String, List<String>> EXPECTED = caughtUpAtOnce();

    private final TestedDatabase database;

    RebuildTests(TestedDatabase database) {
        this.database = database;
    }

    private static Map<String, List<String>> caughtUpAtOnce() {
        DataSource tables = TestedDatabase.H2.empty();
        ReadModel.on(tables).catchUp(ledger());
        return TablesFixture.content(tables);
    }

    @Test
    void every_table_has_rows_in_the_story() {
        assertThat(EXPECTED)
                .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        assertThat(EXPECTED.get("block")).hasSize(STORY.size());
    }

    @Test
    void caught_up_at_once() {
        DataSource tables = database.empty();

        ReadModel.on(tables).catchUp(ledger());

        assertThat(TablesFixture.content(tables)).isEqualTo(EXPECTED);
    }

    @Test
    void block_by_block_each_told_twice_and_by_a_read_model_opened_anew() {
        DataSource tables = database.empty();

        for (int from = 0; from < STORY.size(); from += 50) {
            ReadModel model = ReadModel.on(tables);
            for (Block block : STORY.subList(from, Math.min(from + 50, STORY.size()))) {
                assertThat(model.apply(block)).isTrue();
                assertThat(model.apply(block)).isFalse();
            }
        }

        assertThat(TablesFixture.content(tables)).isEqualTo(EXPECTED);
    }

    @Test
    void rebuilt_from_block_0() {
        DataSource tables = database.empty();
        ReadModel model = ReadModel.on(tables);
        model.catchUp(ledger());

        model.rebuild();
        assertThat(TablesFixture.content(tables).values()).allMatch(List::isEmpty);
        model.catchUp(ledger());

        assertThat(TablesFixture.content(tables)).isEqualTo(EXPECTED);
    }

    @Test
    void by_processes_that_are_killed_in_the_middle(@TempDir Path folder) throws Exception {
        Path story = folder.resolve("story");
        Files.write(story, STORY.stream().map(CanonicalJson::write).toList());
        Home home = database.home(folder);

        long height = projectedBeforeTheKill(story, home, 40);
        assertThat(height).isBetween(40L, STORY.size() - 1L);
        while (height < STORY.size()) {
            height = projectedBeforeTheKill(story, home, height + 80);
        }

        assertThat(TablesFixture.content(home.tables())).isEqualTo(EXPECTED);
    }

    /** Has a process project blocks, kills it once it tells of so many, and says how many it told of. */
    private static long projectedBeforeTheKill(Path story, Home home, long killAt)
            throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Projecting.class.getName(),
                                story.toString()),
                        home.words().stream())
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long height = 0;
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = told.readLine();
            while (line != null) {
                height = Long.parseLong(line);
                if (height == killAt) {
                    // through its handle, for the process itself would close what it told last
                    process.toHandle().destroyForcibly();
                }
                line = told.readLine();
            }
        }
        process.waitFor();
        return height;
    }

    /** Projects in a process of its own what the read model does not have yet. */
    static final class Projecting {

        private Projecting() {}

        public static void main(String[] arguments) throws Exception {
            Home home = new Home(List.of(arguments).subList(1, arguments.length));
            List<String> story = Files.readAllLines(Path.of(arguments[0]));
            try (ReadModel model = home.open()) {
                for (String block : story.subList((int) model.height(), story.size())) {
                    model.apply(CanonicalJson.read(block, Block.class));
                    System.out.println(model.height());
                    Thread.sleep(2);
                }
            }
        }
    }

    private static BlocksLedger ledger() {
        return new BlocksLedger(() -> STORY);
    }
}

package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FilesTests {

    @TempDir
    Path folder;

    @Test
    void files_in_use_by_another_process_are_refused_in_words() throws IOException, InterruptedException {
        Path files = folder.resolve("read-model");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        files.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(other.getInputStream().read()).isEqualTo('!');

            assertThatThrownBy(() -> ReadModel.open(files))
                    .isInstanceOf(ReadModelException.class)
                    .hasMessage("The read model '" + files + "' is in use by another process."
                            + " Stop that process, or name another data directory");
        } finally {
            other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void broken_files_are_refused_with_the_way_out() throws IOException {
        Files.writeString(folder.resolve("read-model.mv.db"), "this is no database".repeat(1000));

        assertThatThrownBy(() -> ReadModel.open(folder.resolve("read-model")))
                .isInstanceOf(ReadModelException.class)
                .hasMessageContaining("could not be opened")
                .hasMessageEndingWith("move them away and they are made anew");
    }

    @Test
    void an_interrupted_reader_harms_nobody_else() throws InterruptedException {
        Path files = folder.resolve("read-model");
        ChainFixture chain = new ChainFixture("runtime.bright-esco");
        chain.add(StoryFixture.founded());
        for (int revision = 0; revision < 200; revision++) {
            chain.add(StoryFixture.settled("2026-08-01", revision, "x".repeat(5000)));
        }
        try (ReadModel model = ReadModel.open(files)) {
            chain.blocks().forEach(model::apply);
        }
        chain.add(StoryFixture.meterRegistered());
        try (ReadModel model = ReadModel.open(files)) {
            Thread reader = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    model.settlements().newest(200);
                } catch (RuntimeException itsOwnAffair) {
                    Thread.currentThread().interrupt();
                }
            });
            reader.start();
            reader.join();

            assertThat(model.settlements().newest(200)).hasSize(200);
            assertThat(model.apply(chain.blocks().get(201))).isTrue();
        }
    }

    @Test
    void a_run_that_was_noted_stays_when_the_process_is_killed_at_once() throws Exception {
        Path files = folder.resolve("read-model");
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Noting.class.getName(),
                        files.toString())
                .inheritIO()
                .start();
        assertThat(killed.waitFor()).isEqualTo(9);

        try (ReadModel model = ReadModel.open(files)) {
            assertThat(model.runs().newest(9)).extracting(RunRecord::id).containsExactly("noted");
        }
    }

    /** Notes a run and ends without a word to anybody. */
    static final class Noting {

        private Noting() {}

        public static void main(String[] arguments) {
            RunRecord run = new RunRecord(
                    "noted",
                    "node",
                    "Europe/Dublin",
                    0,
                    ChainFixture.FIRST,
                    ChainFixture.FIRST,
                    new TreeMap<>(),
                    Optional.empty(),
                    List.of());
            ReadModel.open(Path.of(arguments[0])).runs().add(run);
            Runtime.getRuntime().halt(9);
        }
    }

    /** Opens the files in a process of its own and keeps them. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            ReadModel model = ReadModel.open(Path.of(arguments[0]));
            System.out.print("!");
            System.out.flush();
            System.in.read();
            model.close();
        }
    }
}

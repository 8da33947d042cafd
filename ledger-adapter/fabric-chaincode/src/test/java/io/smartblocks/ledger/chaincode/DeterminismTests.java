package io.smartblocks.ledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.family.EveryCase;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.transaction.Transaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two peers on machines of other habits read, write and answer the same, in the same order. */
class DeterminismTests {

    // no divisor of the number of actors, so that each asks for something
    private static final int ONE_IN = 7;

    @TempDir
    Path directory;

    @Test
    void another_machine_of_another_language_and_time_zone_does_the_same() throws IOException, InterruptedException {
        List<String> batches = batches();
        List<String> here = Transcripts.of(batches);
        Path input = Files.write(directory.resolve("batches"), batches);
        Path output = directory.resolve("transcripts");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.timezone=Asia/Kathmandu",
                        "-Dfile.encoding=ISO-8859-1",
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Transcripts.class.getName(),
                        input.toString(),
                        output.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();

        assertThat(other.waitFor())
                .as(Files.readString(directory.resolve("log")))
                .isZero();
        assertThat(String.join("\n", Files.readAllLines(output))).isEqualTo(String.join("\n", here));
        assertThat(String.join("\n", here)).contains("guard agreement/", "range agreement/", "\"type\":\"taken\"");
    }

    /** Each story, and behind it some of what is asked where it has led. */
    private static List<String> batches() {
        Map<List<Transaction>, List<Transaction>> asked = new LinkedHashMap<>();
        AtomicInteger count = new AtomicInteger();
        EveryCase.all().forEach(each -> {
            List<Transaction> transactions = asked.computeIfAbsent(each.story(), story -> new ArrayList<>(story));
            each.requests().stream()
                    .filter(request -> count.getAndIncrement() % ONE_IN == 0)
                    .forEach(transactions::add);
        });
        List<String> lines = new ArrayList<>();
        asked.values().forEach(transactions -> {
            lines.add(Transcripts.NEW_CHANNEL);
            transactions.forEach(transaction -> lines.add(Batch.of(transaction).json()));
        });
        return lines;
    }
}

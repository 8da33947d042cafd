package io.smartblocks.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Calls the script {@code network}, each call with the same settings. */
final class TrialNetwork {

    static final Path DIRECTORY = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(each -> each.resolve("ledger-adapter/fabric-ledger/network"))
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow();

    private final Map<String, String> settings;

    /** What the script said, and its exit code. */
    record Said(int code, String text) {}

    TrialNetwork(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** The chaincode server that the script takes: what the build made. */
    static Path builtChaincode() throws IOException {
        Path target = DIRECTORY.resolve("../../fabric-chaincode/target").normalize();
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-server.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Said call(String... arguments) throws IOException, InterruptedException {
        return call(Map.of(), arguments);
    }

    /** With other settings than usual. */
    Said call(Map<String, String> others, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(DIRECTORY.resolve("network").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FABRIC_") || name.equals("CHAINCODE_JAR"));
        builder.environment().putAll(settings);
        builder.environment().putAll(others);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return new Said(process.exitValue(), text);
    }

    /** Calls it, which must do what was asked. */
    void must(String... arguments) throws IOException, InterruptedException {
        Said said = call(arguments);
        assertThat(said.code())
                .as(String.join(" ", arguments) + ": " + said.text())
                .isZero();
    }
}

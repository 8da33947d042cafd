package io.smartblocks.runtime.run;

import io.smartblocks.ledger.embedded.StoredBlocks;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of its own, on a machine set up in another way, that verifies all settlements in the blocks of a directory. */
public final class VerifyingElsewhere {

    private VerifyingElsewhere() {}

    public static void main(String[] arguments) {
        System.out.println("in " + Locale.getDefault().toLanguageTag() + " "
                + TimeZone.getDefault().getID() + " " + Charset.defaultCharset() + " Java "
                + Runtime.version().feature());
        try (ReadModel model = ReadModel.open(Path.of(arguments[1]))) {
            StoredBlocks.in(Path.of(arguments[0])).forEach(0, stored -> model.apply(stored.block()));
            VerifyingSettlement verifying = new VerifyingSettlement(model, new SettlementEngine());
            model.settlements()
                    .newest(1000)
                    .forEach(record -> System.out.println(
                            verifying.verify(record).toString().replaceAll("[^ -~]", "?")));
        }
    }

    /** What it prints, started with a program and options. */
    static List<String> said(Path java, Path ledger, Path work, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                VerifyingElsewhere.class.getName(),
                ledger.toString(),
                work.toString()));
        Path out = Files.createTempFile(work.getParent(), "said", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("it did not come to an end: " + command);
        }
        return Files.readAllLines(out);
    }

    /** The programs of other Java versions that lie on this machine, from the one that the product asks for on. */
    static List<Path> otherJavas() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path place : List.of(
                Path.of("/usr/lib/jvm"), Path.of(System.getProperty("user.home"), ".sdkman", "candidates", "java"))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> homes = Files.list(place)) {
                    homes.sorted().filter(VerifyingElsewhere::isAnother).forEach(found::add);
                }
            }
        }
        return found.stream().map(home -> home.resolve("bin/java")).toList();
    }

    private static boolean isAnother(Path home) {
        Path release = home.resolve("release");
        try {
            if (Files.isSymbolicLink(home)
                    || !Files.isExecutable(home.resolve("bin/java"))
                    || !Files.isReadable(release)) {
                return false;
            }
            int version = Files.readAllLines(release).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
            return version >= 17 && version != Runtime.version().feature();
        } catch (IOException e) {
            return false;
        }
    }
}

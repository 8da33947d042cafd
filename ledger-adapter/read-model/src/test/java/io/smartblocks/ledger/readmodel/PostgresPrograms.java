package io.smartblocks.ledger.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The folder with the programs of a PostgreSQL server, and the account under which they agree to run. */
record PostgresPrograms(Path folder, Optional<String> account) {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Path ACCOUNTS = Path.of("/etc/passwd");

    /** The programs of this machine; without them the test is skipped, but fails where CI is to prove something. */
    static PostgresPrograms ofThisMachine() {
        Optional<Path> folder = candidates().stream()
                .filter(candidate -> Files.isExecutable(candidate.resolve("initdb"))
                        && Files.isExecutable(candidate.resolve("postgres")))
                .findFirst();
        if (folder.isEmpty()) {
            String missing = "No PostgreSQL server was found in PG_BIN, in PATH or under " + DEBIAN
                    + "; install the package 'postgresql', or let PG_BIN name the folder of initdb and postgres";
            if ("true".equals(System.getenv("CI"))) {
                Assertions.fail(missing);
            }
            Assumptions.abort(missing);
        }
        return new PostgresPrograms(folder.orElseThrow(), unlessRoot());
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv("PG_BIN")).map(Path::of).ifPresent(candidates::add);
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .forEach(candidates::add);
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(candidates::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return candidates;
    }

    /** PostgreSQL refuses to run as root, so root hands it to another account. */
    private static Optional<String> unlessRoot() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.empty();
        }
        try {
            boolean hasItsOwn =
                    Files.readString(ACCOUNTS, UTF_8).lines().anyMatch(line -> line.startsWith("postgres:"));
            return Optional.of(hasItsOwn ? "postgres" : "nobody");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a file or folder to the account of the programs. */
    void handOver(Path file) throws IOException {
        if (account.isPresent()) {
            Files.setOwner(
                    file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(account.get()));
        }
    }

    /** The words that start a program, or a script, under the account. */
    List<String> command(List<String> words) {
        List<String> command = new ArrayList<>();
        account.ifPresent(name -> command.addAll(List.of("runuser", "-u", name, "--")));
        command.addAll(words);
        return command;
    }

    String program(String name) {
        return folder.resolve(name).toString();
    }
}

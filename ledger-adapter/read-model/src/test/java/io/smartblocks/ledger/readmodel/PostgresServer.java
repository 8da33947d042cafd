package io.smartblocks.ledger.readmodel;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of the tests in a temporary directory, on a free port of this machine and with a random password; it
 * ends with the tests, also when they are killed.
 */
public final class PostgresServer implements AutoCloseable {

    /** The role that owns the server. */
    public static final String USER = "administrator";

    private static final int SECONDS_TO_START = 60;
    // Lives as long as its input, which ends with this process, however that ends.
    private static final String UNTIL_INPUT_ENDS =
            "postgres=$1; shift; \"$postgres\" \"$@\" & cat >/dev/null; kill -INT $!; wait $!";

    private final PostgresPrograms programs;
    private final Path directory;
    private final int port;
    private final String password = UUID.randomUUID().toString();
    private Optional<Process> running = Optional.empty();

    private PostgresServer(PostgresPrograms programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** The server that all tests of this process share; without PostgreSQL the test is skipped, but fails in CI. */
    public static PostgresServer shared() {
        PostgresPrograms.ofThisMachine();
        return Shared.SERVER;
    }

    /** A server of the test's own, which it may stop; without PostgreSQL the test is skipped, but fails in CI. */
    public static PostgresServer start() {
        PostgresPrograms programs = PostgresPrograms.ofThisMachine();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PostgresServer server =
                    new PostgresServer(programs, Files.createTempDirectory("postgres"), free.getLocalPort());
            free.close();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.initialise();
            server.goOn();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a database of the server is, for JDBC. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    /** Makes an empty database and says its name. */
    public String newDatabase(String... options) {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = connect()) {
            Sql.run(connection, "create database " + name + " " + String.join(" ", options));
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("The database '" + name + "' could not be made", e);
        }
    }

    /** Starts it again after {@link #stop}, with the same data on the same port. */
    public void goOn() {
        try {
            List<String> words =
                    new ArrayList<>(List.of("sh", "-c", UNTIL_INPUT_ENDS, "sh", programs.program("postgres")));
            words.addAll(List.of("-D", data().toString(), "-p", Integer.toString(port), "-h", "127.0.0.1", "-k", ""));
            for (String fast : List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off")) {
                words.addAll(List.of("-c", fast));
            }
            words.addAll(List.of("-c", "max_connections=200"));
            running = Optional.of(launch(words));
            awaitConnection();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it and cuts off whoever is connected; {@link #goOn} brings it back. */
    public void stop() {
        running.ifPresent(process -> {
            try {
                process.getOutputStream().close();
                if (!process.waitFor(SECONDS_TO_START, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("PostgreSQL did not stop: " + log());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        running = Optional.empty();
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (NoSuchFileException removedBefore) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialise() throws IOException {
        Path secret = Files.writeString(directory.resolve("password"), password);
        programs.handOver(secret);
        programs.handOver(directory);
        Process initdb = launch(List.of(
                programs.program("initdb"),
                "--pgdata=" + data(),
                "--username=" + USER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        try {
            if (initdb.waitFor() != 0) {
                throw new IllegalStateException("PostgreSQL could not be initialised: " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was initialised", e);
        }
    }

    private Process launch(List<String> words) throws IOException {
        return new ProcessBuilder(programs.command(words))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
    }

    private void awaitConnection() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (true) {
            try (Connection connection = connect()) {
                connection.getMetaData();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > until || !running.orElseThrow().isAlive()) {
                    throw new IllegalStateException("PostgreSQL did not start: " + log(), e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL started", e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), USER, password);
    }

    private Path data() {
        return directory.resolve("data");
    }

    private String log() {
        try {
            return Files.readString(directory.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Started by the first test that asks. */
    private static final class Shared {
        private static final PostgresServer SERVER = start();
    }
}

package io.smartblocks.portal;

import io.smartblocks.ledger.readmodel.PostgresDatabase;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.ReadModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The read model of a data directory: in files beside the ledger, or in the PostgreSQL database that settings name. */
public final class ReadModelHome {

    static final String URL = "smartblocks.read-model.url";
    static final String USER = "smartblocks.read-model.user";
    static final String PASSWORD = "smartblocks.read-model.password";
    static final String PASSWORD_FILE = "smartblocks.read-model.password-file";

    private final Path data;
    private final Function<String, Optional<String>> settings;

    private ReadModelHome(Path data, Function<String, Optional<String>> settings) {
        this.data = data;
        this.settings = name -> settings.apply(name).filter(value -> !value.isBlank());
    }

    /** Opens the read model where the settings, asked by name, say. */
    public static ReadModel open(Path data, Function<String, Optional<String>> settings) {
        return new ReadModelHome(data, settings).open();
    }

    /** The value of a setting in the environment, where {@code SMARTBLOCKS_READ_MODEL_URL} is the place of the tables. */
    public static Optional<String> inEnvironment(String setting) {
        String name = setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getenv(name));
    }

    private ReadModel open() {
        Optional<String> url = settings.apply(URL);
        return url.isEmpty() ? ReadModel.open(data.resolve("read-model")) : ReadModel.open(database(url.get()));
    }

    private PostgresDatabase database(String url) {
        String user = settings.apply(USER)
                .orElseThrow(() -> new ReadModelException(
                        URL + " names a database, but " + USER + " does not say which role opens it"));
        try {
            return new PostgresDatabase(url, user, password());
        } catch (IllegalArgumentException e) {
            throw new ReadModelException(URL + ": " + e.getMessage(), e);
        }
    }

    private String password() {
        Optional<String> file = settings.apply(PASSWORD_FILE);
        if (file.isEmpty()) {
            return settings.apply(PASSWORD).orElse("");
        }
        try {
            return Files.readString(Path.of(file.get())).strip();
        } catch (IOException e) {
            throw new ReadModelException(
                    PASSWORD_FILE + ": the file '" + file.get() + "' cannot be read: " + e
                            + "; expected one line with the password",
                    e);
        }
    }
}

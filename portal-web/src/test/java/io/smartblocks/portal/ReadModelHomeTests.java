package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.readmodel.PostgresServer;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.ReadModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadModelHomeTests {

    private static final String NOWHERE = "jdbc:postgresql://localhost/nowhere";

    @TempDir
    private Path data;

    @Test
    void without_settings_it_is_in_files_beside_the_ledger() {
        try (ReadModel model = open(Map.of(ReadModelHome.URL, " "))) {
            assertThat(model.height()).isZero();
        }
        assertThat(data.resolve("read-model.mv.db")).exists();
    }

    @Test
    void a_database_is_opened_with_the_password_of_a_file() throws IOException {
        PostgresServer server = PostgresServer.shared();
        Path file = Files.writeString(data.resolve("password"), server.password() + "\n");

        try (ReadModel model = open(Map.of(
                ReadModelHome.URL, server.url(server.newDatabase()),
                ReadModelHome.USER, PostgresServer.USER,
                ReadModelHome.PASSWORD_FILE, file.toString()))) {
            assertThat(model.height()).isZero();
        }
        assertThat(data.resolve("read-model.mv.db")).doesNotExist();
    }

    @Test
    void settings_that_do_not_fit_are_refused_with_their_name() {
        assertThatThrownBy(() -> open(Map.of(ReadModelHome.URL, NOWHERE)))
                .isInstanceOf(ReadModelException.class)
                .hasMessage("smartblocks.read-model.url names a database, but smartblocks.read-model.user"
                        + " does not say which role opens it");
        assertThatThrownBy(() -> open(Map.of(ReadModelHome.URL, "postgres://x", ReadModelHome.USER, "me")))
                .hasMessage("smartblocks.read-model.url: 'postgres://x' is no place for a read model:"
                        + " expected jdbc:postgresql://HOST/DATABASE");
        assertThatThrownBy(() -> open(Map.of(
                        ReadModelHome.URL, NOWHERE, ReadModelHome.USER, "me", ReadModelHome.PASSWORD_FILE, "missing")))
                .hasMessageStartingWith("smartblocks.read-model.password-file: the file 'missing' cannot be read: ")
                .hasMessageEndingWith("expected one line with the password");
    }

    @Test
    void commands_find_the_settings_in_the_environment() {
        assertThat(ReadModelHome.inEnvironment("path")).hasValue(System.getenv("PATH"));
        assertThat(ReadModelHome.inEnvironment("smartblocks.no-such.setting")).isEmpty();
    }

    private ReadModel open(Map<String, String> settings) {
        return ReadModelHome.open(data, name -> Optional.ofNullable(settings.get(name)));
    }
}

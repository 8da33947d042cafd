package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresPoolTests {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");

    @Test
    void a_wrong_password_is_refused_in_words_without_the_password() {
        PostgresServer server = PostgresServer.shared();
        PostgresDatabase wrong = new PostgresDatabase(server.url("postgres"), PostgresServer.USER, "not-the-password");

        assertThatThrownBy(() -> ReadModel.open(wrong))
                .isInstanceOf(ReadModelException.class)
                .hasMessageStartingWith("The read model in " + server.url("postgres") + " as " + PostgresServer.USER
                        + " could not be opened: FATAL")
                .hasMessageEndingWith(
                        "Check that the server runs, that the database and the role exist, and the password")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("not-the-password"));
    }

    @Test
    void a_place_that_is_no_postgresql_is_refused_without_its_parameters() {
        assertThatThrownBy(() -> new PostgresDatabase("jdbc:mysql://host/db?password=secret", "me", "secret"))
                .hasMessage("'jdbc:mysql://host/db' is no place for a read model: expected"
                        + " jdbc:postgresql://HOST/DATABASE");
        assertThat(new PostgresDatabase("jdbc:postgresql://host/db?password=secret", "me", "secret"))
                .hasToString("jdbc:postgresql://host/db as me");
    }

    @Test
    void when_the_server_goes_away_and_comes_back_the_read_model_goes_on() throws InterruptedException {
        try (PostgresServer server = PostgresServer.start();
                ReadModel model = ReadModel.open(database(server))) {
            chain.add(StoryFixture.founded());
            model.follow(new BlocksLedger(chain::blocks));
            assertThat(model.awaitHeight(1, LONG)).isTrue();

            server.stop();
            chain.add(StoryFixture.meterRegistered());
            assertThat(FollowingTests.awaitFailure(model))
                    .isInstanceOf(ReadModelException.class)
                    .hasMessageStartingWith("The read model could not be written: ");
            assertThatThrownBy(() -> model.meters().meters())
                    .isInstanceOf(ReadModelException.class)
                    .hasMessageStartingWith("The read model could not be read: ");

            server.goOn();
            assertThat(model.awaitHeight(2, LONG)).isTrue();
            assertThat(model.failure()).isEmpty();
            assertThat(model.meters().meters()).hasSize(1);
        }
    }

    @Test
    void texts_stand_in_the_order_of_their_bytes_whatever_the_language_of_the_database() {
        PostgresServer server = PostgresServer.shared();
        String english =
                server.newDatabase("template template0 locale_provider icu icu_locale 'en-IE' locale 'C.UTF-8'");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.url(english));
        source.setUser(PostgresServer.USER);
        source.setPassword(server.password());
        ReadModel model = ReadModel.on(source);
        model.apply(
                chain.add(StoryFixture.member("a-second"), StoryFixture.member("a.first"), StoryFixture.member("a0")));

        assertThat(model.members().members())
                .extracting(member -> member.id().value())
                .containsExactly("a-second", "a.first", "a0");
        assertThat(ReadModel.on(source).members().members()).hasSize(3);
    }

    static PostgresDatabase database(PostgresServer server) {
        return new PostgresDatabase(server.url(server.newDatabase()), PostgresServer.USER, server.password());
    }
}

package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The statements of {@code docs/operations/postgresql.md}, one after the other, as an administrator types them. */
class PostgresDocumentTests {

    private static final Path DOCUMENT = Path.of("..", "..", "docs", "operations", "postgresql.md");
    private static final Pattern FENCE = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private final ChainFixture chain = new ChainFixture("runtime.bright-esco");

    @Test
    void the_documented_role_owns_the_tables_and_a_dropped_database_is_filled_again() throws Exception {
        List<String> blocks = FENCE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(fence -> fence.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        chain.add(StoryFixture.founded());
        chain.add(StoryFixture.meterRegistered());
        try (PostgresServer server = PostgresServer.start()) {
            PostgresDatabase documented = new PostgresDatabase(server.url("smartblocks"), "smartblocks", "change-me");
            for (String statements : blocks) {
                run(server, statements);
                try (ReadModel model = ReadModel.open(documented)) {
                    assertThat(model.height()).isZero();
                    model.catchUp(new BlocksLedger(chain::blocks));
                    assertThat(model.meters().meters()).hasSize(1);
                }
            }
        }
    }

    private static void run(PostgresServer server, String statements) throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(server.url("postgres"), PostgresServer.USER, server.password())) {
            for (String statement : Stream.of(statements.split(";\\s*")).toList()) {
                Sql.run(connection, statement);
            }
        }
    }
}

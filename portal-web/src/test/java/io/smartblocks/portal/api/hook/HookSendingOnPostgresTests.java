package io.smartblocks.portal.api.hook;

import io.smartblocks.ledger.readmodel.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same where accounts and webhooks stand in PostgreSQL, as those of several nodes do. */
@DirtiesContext
class HookSendingOnPostgresTests extends HookSendingTests {

    private static final PostgresServer SERVER = PostgresServer.start();
    private static final String DATABASE = SERVER.newDatabase();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("spring.datasource.url", () -> SERVER.url(DATABASE));
        settings.add("spring.datasource.username", () -> PostgresServer.USER);
        settings.add("spring.datasource.password", SERVER::password);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }
}

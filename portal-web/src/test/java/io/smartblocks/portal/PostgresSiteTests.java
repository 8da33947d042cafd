package io.smartblocks.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.PostgresServer;
import io.smartblocks.ledger.readmodel.ReadModel;
import jakarta.servlet.RequestDispatcher;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The portal whose read model stands in PostgreSQL. */
@PortalSite
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class PostgresSiteTests {

    private static PostgresServer server;
    private static String database;

    @Autowired
    private MockMvc portal;

    @Autowired
    private Visitors visitors;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ReadModel model;

    @Value("${smartblocks.data}")
    private Path data;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        database = server.newDatabase();
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add(ReadModelHome.URL, () -> server.url(database));
        settings.add(ReadModelHome.USER, () -> PostgresServer.USER);
        settings.add(ReadModelHome.PASSWORD, () -> server.password());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void its_pages_are_read_from_the_tables_there() throws Exception {
        portal.perform(get(RoutesTests.STATEMENT).session(visitors.signIn("aoife")))
                .andExpect(content().string(containsString("Nimbus Campus DAC pays Harbour Energy Services Ltd")));

        assertThat(blocksInTables()).isPositive().isEqualTo(ledger.height());
        assertThat(data.resolve("read-model.mv.db")).doesNotExist();
    }

    @Test
    void while_the_database_is_away_it_says_so_and_goes_on_when_it_is_back(CapturedOutput log) throws Exception {
        MockHttpSession aoife = visitors.signIn("aoife");
        server.stop();
        portal.perform(get(RoutesTests.STATEMENT).session(aoife)).andExpect(status().isServiceUnavailable());
        portal.perform(get("/error")
                        .session(aoife)
                        .accept(MediaType.TEXT_HTML)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 503))
                .andExpect(content().string(containsString("The tables do not answer")));

        server.goOn();
        portal.perform(get(RoutesTests.STATEMENT).session(aoife)).andExpect(status().isOk());
        assertThat(model.awaitHeight(ledger.height(), Duration.ofMinutes(3))).isTrue();
        assertThat(log).contains("The read model could not be read: ").doesNotContain(server.password());
    }

    private static long blocksInTables() throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(server.url(database), PostgresServer.USER, server.password());
                ResultSet count = connection.createStatement().executeQuery("select count(*) from block")) {
            count.next();
            return count.getLong(1);
        }
    }
}

package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class AuditCommandTests {

    @TempDir
    private Path data;

    private DriverManagerDataSource tables;

    @BeforeEach
    void begin() throws Exception {
        Files.createDirectory(data.resolve("ledger"));
        tables = new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("portal"));
    }

    private void tell(int times) {
        Flyway.configure()
                .dataSource(tables)
                .locations("classpath:db/portal")
                .load()
                .migrate();
        AuditLog log = AuditLog.in(data, Clock.systemUTC());
        IntStream.range(0, times).forEach(each -> log.tell(Told.ofNobody(Act.SIGN_IN, "person " + each)));
    }

    @Test
    void a_sound_log_is_told_with_its_end_which_later_checks_compare_with() {
        tell(3);

        Run found = Run.of("audit", "verify", "--data", data.toString());

        assertThat(found.out()).startsWith("3 entries: sound. The log ends at 3:");
        String end = found.out().strip().replaceAll(".* at (\\S+)\\.", "$1");
        tell(1);
        assertThat(Run.of("audit", "verify", "--data", data.toString(), "--head", end)
                        .exitCode())
                .isZero();
        assertThat(Run.of("audit", "verify", "--data", data.toString(), "--head", "3:" + "0".repeat(64))
                        .out())
                .contains("entry 3: is another one");
    }

    @Test
    void a_log_that_was_cut_and_changed_is_refused_with_the_places() {
        tell(5);
        JdbcClient jdbc = JdbcClient.create(tables);
        jdbc.sql("delete from audit_entry where number = 5").update();
        jdbc.sql("update audit_entry set who = 'mallory' where number = 2").update();

        Run found = Run.of("audit", "verify", "--data", data.toString());

        assertThat(found.exitCode()).isEqualTo(1);
        assertThat(found.out())
                .contains("entry 2: says something else than its hash")
                .contains("entry 5: was there once and is missing")
                .contains("4 entries: 2 problems");
        assertThat(Run.of("audit", "verify", "--json", "--data", data.toString())
                        .out())
                .contains("\"sound\" : false");
    }

    @Test
    void the_export_holds_one_entry_a_line() {
        tell(2);

        Run found = Run.of("audit", "export", "--data", data.toString());

        assertThat(found.out().lines()).hasSize(2);
        assertThat(found.out()).contains("\"subject\":\"person 0\"").contains("\"hash\":\"");
    }

    @Test
    void what_is_no_end_and_what_holds_no_log_is_refused() {
        assertThat(Run.of("audit", "verify", "--data", data.toString()).err()).contains("once the portal was started");
        assertThat(Run.of("audit", "verify", "--data", data.toString(), "--head", "the last")
                        .err())
                .contains("'the last' is no end of an audit log; expected NUMBER:HASH");
    }
}

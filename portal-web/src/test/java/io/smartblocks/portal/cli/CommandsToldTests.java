package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class CommandsToldTests {

    @TempDir
    private Path dir;

    private MemberSite site;
    private DriverManagerDataSource tables;

    @BeforeEach
    void begin() {
        site = MemberSite.in(dir);
        tables = new DriverManagerDataSource("jdbc:h2:file:" + site.data().resolve("portal"));
    }

    private void startedOnce() {
        Flyway.configure()
                .dataSource(tables)
                .locations("classpath:db/portal")
                .load()
                .migrate();
        AuditLog.in(site.data(), Clock.systemUTC()).tell(Told.ofNobody(Act.SIGN_IN, "somebody"));
    }

    private List<Map<String, Object>> told() {
        return JdbcClient.create(tables)
                .sql(
                        "select who, subject, outcome, reason, before_text, after_text, ledger_transaction from audit_entry"
                                + " where act = 'ledger' order by number")
                .query()
                .listOfRows();
    }

    @Test
    void what_a_command_asks_and_what_came_of_it_stands_in_the_log() {
        startedOnce();
        site.admit("quay-energy", "owner");

        site.done("registrar", "member suspend quay-energy", "--reason", "We lost touch.");

        assertThat(told()).hasSize(4);
        assertThat(told().get(2).toString())
                .contains("registrar", "suspend-member quay-energy", "OUTCOME=asked", "on the command line of user")
                .contains("BEFORE_TEXT=ACTIVE [OWNER]")
                .contains("We lost touch.");
        assertThat(told().get(3).toString()).contains("OUTCOME=done");
        assertThat(told().get(3).get("LEDGER_TRANSACTION").toString()).hasSize(64);
        assertThat(Run.of("audit", "verify", "--data", site.data()).out()).contains("5 entries: sound");
    }

    @Test
    void a_key_store_in_the_data_directory_is_told_of_when_it_is_made_and_locked_anew() throws IOException {
        startedOnce();
        Path store = site.data().resolve("keys").resolve("eve.p12");
        Path elsewhere = dir.resolve("otto.p12");
        Path password = Files.writeString(dir.resolve("password"), "correct horse battery");
        Path fresh = Files.writeString(dir.resolve("fresh"), "battery horse correct");

        Run.of("key", "new", "eve", "--out", store, "--password-file", password);
        Run.of("key", "new", "eve", "--out", store, "--password-file", password, "--replace");
        Run.of("key", "password", store, "--password-file", password, "--new-password-file", fresh);
        Run.of("key", "new", "otto", "--out", elsewhere, "--password-file", password);
        Run.of(
                "key",
                "new",
                "olga",
                "--out",
                dir.resolve("olga.p12"),
                "--password-file",
                password,
                "--data",
                site.data());

        assertThat(JdbcClient.create(tables)
                        .sql("select who || ' ' || subject from audit_entry where act = 'member-key' order by number")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "eve new " + store,
                        "eve replace " + store,
                        "eve password " + store,
                        "olga new " + dir.resolve("olga.p12"));
        assertThat(elsewhere).exists();
    }

    @Test
    void a_key_that_cannot_be_told_of_is_not_made() throws IOException {
        startedOnce();
        JdbcClient.create(tables)
                .sql("alter table audit_head rename to audit_head_away")
                .update();
        Path store = site.data().resolve("eve.p12");
        Path password = Files.writeString(dir.resolve("password"), "correct horse battery");

        Run refused = Run.of("key", "new", "eve", "--out", store, "--password-file", password);

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("'member-key' is not done");
        assertThat(store).doesNotExist();
    }

    @Test
    void what_the_ledger_refuses_is_told_with_its_words() {
        startedOnce();

        Run refused = site.runAs("registrar", "member suspend nobody-known", "--reason", "Why not.");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(told().toString()).contains("OUTCOME=refused").contains("there is no member");
    }

    @Test
    void a_log_that_cannot_be_written_keeps_the_command_from_being_done() {
        startedOnce();
        JdbcClient.create(tables).sql("drop table audit_entry").update();

        Run refused = site.runAs("registrar", "member register quay-energy --machine --role owner", "--name", "Quay");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("The audit log cannot be written").doesNotContain("Exception");
        assertThat(site.run("member list").out()).doesNotContain("quay-energy");
    }

    @Test
    void a_ledger_on_which_no_portal_was_started_has_no_log_and_none_is_made() {
        site.admit("quay-energy", "owner");

        assertThat(site.data().resolve("portal.mv.db")).doesNotExist();
    }
}

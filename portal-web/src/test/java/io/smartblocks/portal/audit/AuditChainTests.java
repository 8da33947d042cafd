package io.smartblocks.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartblocks.ledger.readmodel.PostgresServer;
import io.smartblocks.portal.audit.AuditCheck.Fault;
import io.smartblocks.portal.audit.AuditCheck.What;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.support.TransactionTemplate;

class AuditChainTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T13:00:00.123456789Z"), ZoneOffset.UTC);

    @TempDir
    private Path data;

    private DataSource tables;
    private JdbcClient jdbc;
    private AuditLog log;

    @BeforeEach
    void begin() {
        tables = migrated(new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("portal")));
        jdbc = JdbcClient.create(tables);
        log = node(tables, data);
    }

    private static DataSource migrated(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/portal")
                .load()
                .migrate();
        return source;
    }

    private static AuditLog node(DataSource source, Path directory) {
        AuditLog log = new AuditLog(
                new EntryRows(JdbcClient.create(source)),
                new HeadFile(directory),
                new JdbcTransactionManager(source),
                CLOCK);
        log.compare();
        return log;
    }

    private void tell(int times) {
        IntStream.range(0, times).forEach(each -> log.tell(Told.ofNobody(Act.SIGN_IN, "someone " + each)));
    }

    private AuditCheck.Found check(Head... known) {
        return AuditCheck.in(data).run(List.of(known));
    }

    private Head end() {
        return new EntryRows(jdbc).head();
    }

    @Test
    void a_log_that_nobody_touched_is_sound() {
        assertThat(check().sound()).isTrue();
        assertThat(check().end()).isEqualTo(Head.NONE);

        tell(5);

        assertThat(check(end()).faults()).isEmpty();
        assertThat(check().entries()).isEqualTo(5);
        assertThat(Head.read(read("audit-head"))).contains(end());
    }

    @Test
    void an_entry_says_when_to_the_microsecond_and_what_as_it_was_told() {
        log.tell(Told.ofNobody(Act.ACCOUNT_ROLE, "conor")
                .because("he moved\u0000")
                .changed("ESCO", "OWNER"));

        Entry.Content told = new EntryRows(jdbc).entry(1).orElseThrow().content();
        assertThat(told.at()).isEqualTo("2026-11-22T13:00:00.123456Z");
        assertThat(told.reason()).isEqualTo("he moved");
        assertThat(List.of(told.before(), told.after(), told.act(), told.outcome()))
                .containsExactly("ESCO", "OWNER", "account-role", "done");
    }

    @Test
    void a_changed_entry_is_found() {
        tell(5);
        jdbc.sql("update audit_entry set subject = 'someone else' where number = 3")
                .update();

        assertThat(check().faults()).containsExactly(new Fault(3, What.CHANGED));
    }

    @Test
    void an_entry_that_was_changed_and_hashed_again_is_found_by_the_one_behind_it() {
        tell(5);
        jdbc.sql("update audit_entry set who = 'mallory' where number = 3").update();
        rehash(3);

        assertThat(check().faults()).containsExactly(new Fault(4, What.UNLINKED));
    }

    @Test
    void entries_that_are_missing_in_the_middle_are_found() {
        tell(5);
        jdbc.sql("delete from audit_entry where number in (2, 3)").update();

        assertThat(check().faults()).containsExactly(new Fault(4, What.GAP));
    }

    @Test
    void an_end_that_was_cut_off_is_found_even_when_the_tables_agree_with_it() {
        tell(5);
        cutBehind(3);

        assertThat(check().faults()).containsExactly(new Fault(5, What.CUT));
    }

    @Test
    void an_end_that_was_cut_off_stays_known_when_the_log_goes_on() {
        tell(5);
        cutBehind(3);
        tell(4);

        assertThat(check().faults()).containsExactly(new Fault(5, What.OTHER));
        assertThat(data.resolve("audit-head-of-5.kept")).exists();
    }

    @Test
    void an_end_that_was_cut_off_is_found_at_the_next_start_and_stays_known() {
        tell(5);
        cutBehind(3);
        log = node(tables, data);
        tell(1);

        assertThat(check().faults()).containsExactly(new Fault(5, What.CUT));
    }

    @Test
    void whoever_rewrites_tables_and_file_is_found_by_an_end_that_was_noted_elsewhere_only() throws IOException {
        tell(5);
        Head noted = end();
        jdbc.sql("update audit_entry set who = 'mallory' where number = 2").update();
        LongStream.rangeClosed(2, 5).forEach(this::rehash);
        Files.delete(data.resolve("audit-head"));

        assertThat(check().sound()).isTrue();
        assertThat(check(noted).faults()).containsExactly(new Fault(5, What.OTHER));
    }

    @Test
    void what_cannot_be_told_is_not_done() {
        jdbc.sql("alter table audit_head rename to audit_head_away").update();
        TransactionTemplate act = new TransactionTemplate(new JdbcTransactionManager(tables));

        assertThatThrownBy(() -> act.executeWithoutResult(status -> {
                    jdbc.sql("insert into account (login, name, role, password_hash, opened_at)"
                                    + " values ('eve', 'Eve', 'ADMIN', 'none', current_timestamp)")
                            .update();
                    log.tell(Told.ofNobody(Act.ACCOUNT_OPENED, "eve"));
                }))
                .isInstanceOf(AuditAway.class)
                .hasMessageContaining("'account-opened' is not done");
        assertThat(jdbc.sql("select count(*) from account").query(Long.class).single())
                .isZero();
    }

    @Test
    void where_the_disk_is_full_nothing_is_done_and_the_log_goes_on_when_there_is_room() throws Exception {
        tell(2);
        jdbc.sql("shutdown").update();
        FullDisk.register();
        DataSource full = new DriverManagerDataSource(
                "jdbc:h2:" + FullDisk.SCHEME + ":" + data.resolve("portal") + ";WRITE_DELAY=0;DB_CLOSE_DELAY=0");
        Connection open = full.getConnection();
        try {
            AuditLog there = node(new SingleConnectionDataSource(open, true), data);
            there.tell(Told.ofNobody(Act.SIGN_IN, "while there is room"));
            FullDisk.fill();

            assertThatThrownBy(() -> there.tell(Told.ofNobody(Act.ACCOUNT_OPENED, "eve")))
                    .isInstanceOf(AuditAway.class)
                    .hasMessageContaining("'account-opened' is not done");
        } finally {
            FullDisk.empty();
            // a database that could not write has closed itself
            JdbcUtils.closeConnection(open);
        }

        tell(1);
        assertThat(check().sound()).isTrue();
        assertThat(check().entries()).isEqualTo(4);
    }

    @Test
    void an_entry_goes_with_the_act_that_it_tells_of() {
        TransactionTemplate act = new TransactionTemplate(new JdbcTransactionManager(tables));

        act.executeWithoutResult(status -> {
            log.tell(Told.ofNobody(Act.ACCOUNT_OPENED, "eve"));
            status.setRollbackOnly();
        });
        assertThat(check().entries()).isZero();
        assertThat(data.resolve("audit-head")).doesNotExist();

        tell(1);
        assertThat(check().sound()).isTrue();
    }

    @Test
    void two_nodes_on_one_database_write_one_chain() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            DataSource shared = migrated(new DriverManagerDataSource(
                    server.url(server.newDatabase()), PostgresServer.USER, server.password()));
            Path other = Files.createDirectory(data.resolve("other"));
            List<AuditLog> nodes = List.of(node(shared, data), node(shared, other));
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> told = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(each -> threads.submit(
                            () -> nodes.get(each % 2).tell(Told.ofNobody(Act.SIGN_IN, "person " + each))))
                    .toList();
            for (Future<?> each : told) {
                each.get();
            }
            threads.shutdown();

            for (Path directory : List.of(data, other)) {
                AuditCheck.Found found = new AuditCheck(
                                new EntryRows(JdbcClient.create(shared)), new HeadFile(directory))
                        .run(List.of());
                assertThat(found.faults()).isEmpty();
                assertThat(found.entries()).isEqualTo(200);
            }
        }
    }

    private void cutBehind(long number) {
        EntryRows rows = new EntryRows(jdbc);
        Head last = Head.of(rows.entry(number).orElseThrow());
        jdbc.sql("delete from audit_entry where number > :number")
                .param("number", number)
                .update();
        jdbc.sql("update audit_head set number = :number, hash = :hash")
                .param("number", number)
                .param("hash", last.hash().value())
                .update();
    }

    /** Does what someone does who can write the tables: links the entry to the one before and hashes it again. */
    private void rehash(long number) {
        EntryRows rows = new EntryRows(jdbc);
        String previous = rows.entry(number - 1).orElseThrow().hash().value();
        jdbc.sql("update audit_entry set previous_hash = :previous where number = :number")
                .param("previous", previous)
                .param("number", number)
                .update();
        jdbc.sql("update audit_entry set hash = :hash where number = :number")
                .param("hash", rows.entry(number).orElseThrow().content().hash().value())
                .param("number", number)
                .update();
    }

    private String read(String name) {
        try {
            return Files.readString(data.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package io.smartblocks.runtime.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.PostgresDatabase;
import io.smartblocks.ledger.readmodel.PostgresServer;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.RunRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.runtime.schedule.SettlementSchedule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes of one organisation share a read model in PostgreSQL, and by Quartz's tables there the work. */
class SeveralNodesTests {

    private static final int AGREEMENTS = 24;
    private static final Duration EVERY = Duration.ofMillis(200);
    private static final Duration CHECK_IN = Duration.ofMillis(500);
    private static final String TEXT = """
            contract "Supply" version 1.0.
            in force from 1 January 2026 to 31 December 2026.
            time zone "Europe/Dublin".
            working days follow "Ireland".
            due dates roll to the next working day.
            money is rounded half up to 0.01 EUR.
            payments of one settlement are set off.
            party Supplier is "Supplier Ltd".
            party Client is "Client Ltd".
            meter Import Meter reads kWh every 1 day from "meter/IE-D".
            period Month is every 1 month from 1 January 2026, settled 5 working days after its end.
            Used is the total of Import Meter over Month.
            clause 1 "Supply":
              Client shall pay Used * 0.20 EUR per kWh to Supplier within 14 days after settlement.
            when readings of Import Meter are missing, hold settlement, notify Client.
            """;

    @TempDir
    private Path directory;

    private SiteFixture site;
    private PostgresDatabase database;
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeEach
    void open() {
        PostgresServer server = PostgresServer.shared();
        database = new PostgresDatabase(server.url(server.newDatabase()), PostgresServer.USER, server.password());
        site = new SiteFixture(directory);
        site.dailyMeter("IE-D");
        for (int i = 0; i < AGREEMENTS; i++) {
            site.active("supply-" + i, TEXT);
        }
    }

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
        site.close();
    }

    @Test
    void they_share_the_shards_and_settle_each_period_once() throws Exception {
        ReadModel one = readModel();
        ReadModel other = readModel();
        CountDownLatch bothCommit = new CountDownLatch(2);
        site.at("2026-02-10T10:00:00");
        site.dailyReadings("IE-D", "2026-01-01", "2026-01-31", 10);
        opened.add(SettlementSchedule.shared(
                one.shared().orElseThrow(),
                CHECK_IN,
                site.sweepOn(together(site.ledger, bothCommit), one, "one"),
                EVERY,
                report -> {}));
        opened.add(SettlementSchedule.shared(
                other.shared().orElseThrow(),
                CHECK_IN,
                site.sweepOn(together(site.ledger, bothCommit), other, "other"),
                EVERY,
                report -> {}));

        awaitSettled(1);
        await(() -> nodesThatSettled(one).size() == 2, "both nodes note their runs");

        assertThat(nodesThatSettled(one)).containsExactlyInAnyOrder("one", "other");
        assertThat(site.ledger.states("settlement/"))
                .allSatisfy(entry -> assertThat(entry.key().value()).endsWith("/0"));
    }

    @Test
    void where_one_dies_in_the_middle_of_a_sweep_the_other_goes_on_and_nothing_is_settled_twice() throws Exception {
        ReadModel one = readModel();
        ReadModel other = readModel();
        AtomicBoolean dead = new AtomicBoolean();
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        site.at("2026-02-10T10:00:00");
        site.dailyReadings("IE-D", "2026-01-01", "2026-01-31", 10);
        opened.add(SettlementSchedule.shared(
                mortal(one.shared().orElseThrow(), dead),
                CHECK_IN,
                site.sweepOn(hanging(site.ledger, inTheMiddle, late), one, "one"),
                EVERY,
                report -> {}));
        assertThat(inTheMiddle.await(60, TimeUnit.SECONDS)).isTrue();
        dead.set(true);
        assertThat(site.ledger.states("settlement/")).isEmpty();

        opened.add(SettlementSchedule.shared(
                other.shared().orElseThrow(),
                CHECK_IN,
                site.sweepOn(site.ledger, other, "other"),
                EVERY,
                report -> {}));
        awaitSettled(1);
        long height = site.ledger.height();
        late.countDown();
        dead.set(false);
        await(() -> nodes(one).contains("one"), "the node that was thought dead ends its sweep");

        assertThat(site.ledger.height())
                .as("what the dead node sent late was refused")
                .isEqualTo(height);
        assertThat(site.ledger.states("settlement/")).hasSize(AGREEMENTS);
        assertThat(site.model.settlements().of(new AgreementId("supply-0"))).hasSize(1);
    }

    private ReadModel readModel() {
        ReadModel model = ReadModel.open(database);
        opened.add(model);
        model.follow(site.ledger);
        return model;
    }

    private void awaitSettled(int months) throws InterruptedException {
        await(
                () -> site.ledger.states("settlement/").size() == months * AGREEMENTS,
                months + " months of all agreements are settled");
    }

    private static List<String> nodes(ReadModel model) {
        return model.runs().newest(1_000).stream()
                .map(RunRecord::node)
                .distinct()
                .toList();
    }

    private static List<String> nodesThatSettled(ReadModel model) {
        return model.runs().newest(1_000).stream()
                .filter(run -> run.outcomes().containsKey("settled"))
                .map(RunRecord::node)
                .distinct()
                .toList();
    }

    private static void await(BooleanSupplier condition, String what) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
            Thread.sleep(20);
        }
    }

    /** Takes nothing of a node before the other node has something to commit as well. */
    private static Ledger together(Ledger ledger, CountDownLatch both) {
        AtomicBoolean first = new AtomicBoolean(true);
        return before(Ledger.class, ledger, "submit", () -> {
            if (first.getAndSet(false)) {
                both.countDown();
            }
            both.await();
        });
    }

    /** Takes a batch only after a test lets it. */
    private static Ledger hanging(Ledger ledger, CountDownLatch reached, CountDownLatch goOn) {
        return before(Ledger.class, ledger, "submit", () -> {
            reached.countDown();
            goOn.await();
        });
    }

    /** A node that dies says nothing any more; to the others it looks as if its database had gone. */
    private static DataSource mortal(DataSource database, AtomicBoolean dead) {
        return before(DataSource.class, database, "getConnection", () -> {
            if (dead.get()) {
                throw new SQLException("this node is dead");
            }
        });
    }

    private interface Step {
        void run() throws Exception;
    }

    private static <T> T before(Class<T> type, T real, String method, Step step) {
        return type.cast(Proxy.newProxyInstance(
                SeveralNodesTests.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        step.run();
                    }
                    try {
                        return called.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}

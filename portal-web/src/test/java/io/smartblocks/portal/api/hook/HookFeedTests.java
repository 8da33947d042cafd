package io.smartblocks.portal.api.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HookSite
class HookFeedTests {

    private static final Set<EventKind> ALL = EnumSet.allOf(EventKind.class);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ReadModel read;

    @Autowired
    private Hooks hooks;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private BlockEvents blocks;

    @Autowired
    private Owners owners;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JsonMapper json;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    void begin() {
        jdbc.sql("delete from webhook_delivery").update();
        jdbc.sql("delete from webhook").update();
    }

    private HookFeed node(Clock clock) {
        LateMeters late = new LateMeters(read, clock, Duration.ofHours(36));
        return new HookFeed(read, blocks, late, hooks, deliveries, owners, transactions, clock, json);
    }

    private Hook hook(String login, Set<EventKind> kinds, long height) {
        Account owner = accounts.account(login).orElseThrow();
        long id = hooks.make(owner, "test", "https://billing.example/", kinds, height)
                .id();
        return hooks.one(owner, id).orElseThrow();
    }

    private List<Delivery> all(Hook hook) {
        return deliveries.of(hook, Optional.empty(), Long.MAX_VALUE, 10_000);
    }

    private static void drain(HookFeed feed) {
        while (feed.round()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_party_hears_of_its_agreements_and_a_stranger_of_blocks_only() {
        Hook party = hook("aoife", ALL, 0);
        Hook stranger = hook("olga", ALL, 0);

        drain(node(Clock.fixed(Instant.EPOCH, java.time.ZoneOffset.UTC)));

        assertThat(all(party).stream()
                        .filter(each -> each.kind() != EventKind.BLOCK_CREATED)
                        .map(each -> each.kind().code() + " " + each.subject()))
                .contains(
                        "agreement.proposed campus-supply",
                        "agreement.signed campus-supply",
                        "agreement.activated campus-supply",
                        "settlement.committed campus-supply",
                        "settlement.held campus-supply-held",
                        "agreement.proposed campus-supply-next");
        assertThat(all(stranger)).hasSize((int) read.height()).allMatch(each -> each.kind() == EventKind.BLOCK_CREATED);
    }

    @Test
    void a_message_tells_what_happened_and_where_to_read_on() {
        Hook party = hook("aoife", Set.of(EventKind.SETTLEMENT_COMMITTED), 0);

        drain(node(Clock.systemUTC()));

        JsonNode body = json.readTree(all(party).get(0).body());
        assertThat(body.get("type").asString()).isEqualTo("settlement.committed");
        assertThat(Instant.parse(body.get("timestamp").asString())).isAfter(Instant.EPOCH);
        JsonNode data = body.get("data");
        assertThat(data.get("path").asString())
                .isEqualTo("/api/v1/settlements/campus-supply/billing-month/2026-10-01/0");
        assertThat(data.get("from").asString()).isEqualTo("2026-10-01");
        assertThat(data.get("statementHash").asString()).hasSize(64);
    }

    @Test
    void it_begins_with_what_happens_after_it_was_made() {
        Hook late = hook("aoife", ALL, read.height());

        drain(node(Clock.fixed(Instant.EPOCH, java.time.ZoneOffset.UTC)));

        assertThat(all(late)).isEmpty();
    }

    @Test
    void two_nodes_and_a_restart_find_each_event_once() throws Exception {
        Hook party = hook("aoife", ALL, 0);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Clock clock = Clock.fixed(Instant.EPOCH, java.time.ZoneOffset.UTC);
        Future<?> one = threads.submit(() -> drain(node(clock)));
        Future<?> other = threads.submit(() -> drain(node(clock)));
        one.get(60, TimeUnit.SECONDS);
        other.get(60, TimeUnit.SECONDS);
        threads.shutdown();
        drain(node(clock));

        List<Delivery> found = all(party);
        assertThat(found.stream().map(Delivery::event)).doesNotHaveDuplicates();
        assertThat(found.stream().filter(each -> each.kind() == EventKind.BLOCK_CREATED))
                .hasSize((int) read.height());
    }

    @Test
    void what_breaks_in_the_middle_is_found_again_as_a_whole() {
        Hook party = hook("aoife", ALL, 0);
        transactions.executeWithoutResult(broken -> {
            hooks.take(party, read.height());
            blocks.of(0).forEach(event -> deliveries.add(party, event, "{}"));
            broken.setRollbackOnly();
        });
        assertThat(all(party)).isEmpty();

        drain(node(Clock.fixed(Instant.EPOCH, java.time.ZoneOffset.UTC)));

        assertThat(all(party).stream().filter(each -> each.kind() == EventKind.BLOCK_CREATED))
                .hasSize((int) read.height());
    }

    @Test
    void a_meter_that_falls_silent_is_told_of_once_to_those_who_may_see_it() {
        Hook party = hook("aoife", Set.of(EventKind.METER_LATE), 0);
        Hook stranger = hook("olga", Set.of(EventKind.METER_LATE), 0);
        SetClock clock = new SetClock(Instant.parse("2031-05-01T10:00:00Z"));

        drain(node(clock));
        clock.pass(Duration.ofHours(1));
        drain(node(clock));

        assertThat(all(party).stream().map(Delivery::subject))
                .contains("IE-9001/import")
                .doesNotHaveDuplicates();
        assertThat(all(stranger)).isEmpty();
    }

    @Test
    void a_webhook_whose_owner_may_have_none_any_more_is_stopped() {
        Hook party = hook("olga", ALL, 0);
        jdbc.sql("update account set role = 'LAWYER' where login = 'olga'").update();
        try {
            drain(node(Clock.systemUTC()));
        } finally {
            jdbc.sql("update account set role = 'OWNER' where login = 'olga'").update();
        }

        Account owner = accounts.account("olga").orElseThrow();
        assertThat(hooks.one(owner, party.id()).orElseThrow().why()).contains(StopReason.OWNER);
        assertThat(all(party)).isEmpty();
    }
}

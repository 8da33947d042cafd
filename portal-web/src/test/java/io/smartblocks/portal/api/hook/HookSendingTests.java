package io.smartblocks.portal.api.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.portal.SealingKey;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.api.hook.Delivery.State;
import io.smartblocks.portal.api.hook.post.Posting;
import io.smartblocks.portal.api.hook.post.Receiver;
import io.smartblocks.portal.api.hook.post.StandardSignature;
import io.smartblocks.portal.audit.AuditLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HookSite
class HookSendingTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SealingKey sealing;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Owners owners;

    @Autowired
    private Posting posting;

    @Autowired
    private Accounts accounts;

    private final SetClock clock = new SetClock(Instant.parse("2031-05-01T10:00:00Z"));
    private Hooks hooks;
    private Deliveries deliveries;
    private HookSending sending;
    private Receiver receiver;
    private Account owner;

    @BeforeEach
    void begin() throws IOException {
        jdbc.sql("delete from webhook_delivery").update();
        jdbc.sql("delete from webhook").update();
        hooks = new Hooks(jdbc, sealing, audit, clock);
        deliveries = new Deliveries(jdbc, clock);
        sending = node();
        receiver = new Receiver();
        owner = accounts.account("aoife").orElseThrow();
    }

    @AfterEach
    void end() {
        receiver.close();
    }

    private HookSending node() {
        return new HookSending(hooks, new Deliveries(jdbc, clock), owners, posting, clock);
    }

    private Hook hook(Receiver to) {
        Hooks.Made made = hooks.make(owner, "test", to.url(), Set.of(EventKind.BLOCK_CREATED), 1_000_000);
        return hooks.one(owner, made.id()).orElseThrow();
    }

    private static Event event(int number) {
        return new Event(
                Event.idOf(EventKind.BLOCK_CREATED, number),
                EventKind.BLOCK_CREATED,
                Instant.EPOCH,
                "" + number,
                Optional.empty(),
                Optional.empty(),
                new EventData.Made(number, "", "", Instant.EPOCH, 0, ""));
    }

    private Delivery only(Hook hook) {
        List<Delivery> all = deliveries.of(hook, Optional.empty(), Long.MAX_VALUE, 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void a_message_is_sent_once_and_its_receiver_can_check_its_signature() {
        Hooks.Made made = hooks.make(owner, "test", receiver.url(), Set.of(EventKind.BLOCK_CREATED), 1_000_000);
        Hook hook = hooks.one(owner, made.id()).orElseThrow();
        deliveries.add(hook, event(1), "{\"n\":1}");

        sending.round(Runnable::run);
        sending.round(Runnable::run);

        assertThat(receiver.messages()).hasSize(1);
        Receiver.Message message = receiver.messages().get(0);
        assertThat(message.id()).isEqualTo(event(1).id());
        assertThat(message.signature())
                .isEqualTo(StandardSignature.of(
                        made.secret(), message.id(), clock.instant().getEpochSecond(), message.body()));
        assertThat(only(hook).state()).isEqualTo(State.DELIVERED);
        assertThat(only(hook).status()).contains(204);
    }

    @Test
    void the_secret_is_kept_so_that_the_tables_alone_do_not_give_it_away() {
        Hooks.Made made = hooks.make(owner, "test", receiver.url(), Set.of(EventKind.BLOCK_CREATED), 1_000_000);

        String kept = jdbc.sql("select secret from webhook").query(String.class).single();

        assertThat(kept).doesNotContain(made.secret().substring(6)).doesNotContain("whsec_");
        assertThat(made.toString()).doesNotContain("whsec_");
    }

    @Test
    void an_event_stands_once_for_each_webhook() {
        Hook one = hook(receiver);
        Hook other = hook(receiver);

        assertThat(deliveries.add(one, event(1), "{}")).isTrue();
        assertThat(deliveries.add(one, event(1), "{}")).isFalse();
        assertThat(deliveries.add(other, event(1), "{}")).isTrue();
    }

    @Test
    void what_is_not_taken_is_tried_for_more_than_a_day_and_then_the_webhook_is_stopped() {
        receiver.answering(500);
        Hook hook = hook(receiver);
        deliveries.add(hook, event(1), "{}");
        Instant begin = clock.instant();

        List<Duration> pauses = new ArrayList<>();
        for (int tries = 1; tries <= HookSending.TRIES; tries++) {
            sending.round(Runnable::run);
            assertThat(receiver.messages()).hasSize(tries);
            Duration pause = Duration.between(clock.instant(), only(hook).next());
            clock.pass(pause.minusSeconds(pause.isZero() ? 0 : 1));
            sending.round(Runnable::run);
            assertThat(receiver.messages()).as("nothing is sent early").hasSize(tries);
            clock.pass(Duration.ofSeconds(1));
            pauses.add(pause);
        }

        assertThat(pauses.subList(0, 4))
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(90),
                        Duration.ofSeconds(270));
        assertThat(Duration.between(begin, clock.instant())).isBetween(Duration.ofHours(24), Duration.ofHours(30));
        assertThat(receiver.messages().stream().map(Receiver.Message::id).distinct())
                .hasSize(1);
        assertThat(receiver.messages().stream().map(Receiver.Message::timestamp).distinct())
                .hasSize(HookSending.TRIES);
        assertThat(only(hook).state()).isEqualTo(State.FAILED);
        assertThat(hooks.one(owner, hook.id()).orElseThrow().why()).contains(StopReason.NOT_TAKEN);
    }

    @Test
    void a_receiver_that_comes_back_gets_what_waits() {
        receiver.answering(503);
        Hook hook = hook(receiver);
        deliveries.add(hook, event(1), "{}");
        deliveries.add(hook, event(2), "{}");
        sending.round(Runnable::run);

        receiver.answering(200);
        clock.pass(Duration.ofSeconds(11));
        sending.round(Runnable::run);

        assertThat(deliveries.of(hook, Optional.of(State.DELIVERED), Long.MAX_VALUE, 10))
                .hasSize(2);
    }

    @Test
    void a_receiver_that_is_gone_is_sent_nothing_more() {
        receiver.answering(410);
        Hook hook = hook(receiver);
        deliveries.add(hook, event(1), "{}");
        deliveries.add(hook, event(2), "{}");

        sending.round(Runnable::run);
        clock.pass(Duration.ofDays(2));
        sending.round(Runnable::run);

        assertThat(receiver.messages()).hasSize(1);
        assertThat(hooks.one(owner, hook.id()).orElseThrow().why()).contains(StopReason.GONE);
        assertThat(deliveries.of(hook, Optional.of(State.WAITING), Long.MAX_VALUE, 10))
                .isEmpty();
    }

    @Test
    void what_failed_is_sent_again_on_demand_under_the_same_id() {
        receiver.answering(410);
        Hook hook = hook(receiver);
        deliveries.add(hook, event(1), "{}");
        sending.round(Runnable::run);

        receiver.answering(200);
        hooks.goOn(hooks.one(owner, hook.id()).orElseThrow(), owner, 1_000_000);
        deliveries.again(only(hook));
        sending.round(Runnable::run);

        assertThat(receiver.messages().stream().map(Receiver.Message::id))
                .containsExactly(event(1).id(), event(1).id());
        assertThat(only(hook).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void a_slow_receiver_does_not_hold_others_up() throws Exception {
        CountDownLatch fast = new CountDownLatch(20);
        try (Receiver quick = new Receiver()) {
            quick.answering(exchange -> {
                exchange.sendResponseHeaders(204, -1);
                fast.countDown();
            });
            receiver.answering(exchange -> {
                fast.await(900, TimeUnit.MILLISECONDS);
                exchange.sendResponseHeaders(fast.getCount() == 0 ? 204 : 500, -1);
            });
            Hook slow = hook(receiver);
            Hook other = hook(quick);
            for (int i = 0; i < 20; i++) {
                deliveries.add(slow, event(i), "{}");
                deliveries.add(other, event(i), "{}");
            }
            ExecutorService threads = Executors.newCachedThreadPool();

            sending.round(threads);

            assertThat(fast.await(5, TimeUnit.SECONDS)).isTrue();
            threads.shutdown();
            assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
            assertThat(receiver.messages()).isNotEmpty();
            assertThat(quick.messages()).hasSize(20);
        }
    }

    @Test
    void two_nodes_send_each_message_once() throws Exception {
        Hook hook = hook(receiver);
        for (int i = 0; i < 60; i++) {
            deliveries.add(hook, event(i), "{}");
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        HookSending one = node();
        HookSending other = node();
        while (!deliveries.hooksDue().isEmpty()) {
            var first = threads.submit(() -> one.round(Runnable::run));
            var second = threads.submit(() -> other.round(Runnable::run));
            first.get(30, TimeUnit.SECONDS);
            second.get(30, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(receiver.messages().stream().map(Receiver.Message::id))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_a_node_had_claimed_when_it_died_is_sent_by_another() {
        Hook hook = hook(receiver);
        deliveries.add(hook, event(1), "{}");
        assertThat(deliveries.claim(hook)).isPresent();

        sending.round(Runnable::run);
        assertThat(receiver.messages()).isEmpty();
        clock.pass(Duration.ofMinutes(3));
        sending.round(Runnable::run);

        assertThat(receiver.messages()).hasSize(1);
    }

    @Test
    void what_waits_no_more_is_forgotten_after_its_time_and_what_waits_is_not() {
        Hook hook = hook(receiver);
        deliveries.add(hook, event(1), "{}");
        sending.round(Runnable::run);
        deliveries.add(hook, event(2), "{}");

        deliveries.forgetBefore(clock.instant().plusSeconds(1));

        assertThat(only(hook).event()).isEqualTo(event(2).id());
    }
}

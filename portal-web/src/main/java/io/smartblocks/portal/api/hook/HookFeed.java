package io.smartblocks.portal.api.hook;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns new blocks into what is to be sent. How far a webhook was looked through changes in the transaction that writes its
 * deliveries, so that nothing is left out and nothing comes twice, on one node or several, whenever one of them stops.
 */
@Component
class HookFeed {

    private static final int BLOCKS = 200;
    private static final Duration LATE_EVERY = Duration.ofMinutes(10);

    private final ReadModel read;
    private final BlockEvents blocks;
    private final LateMeters late;
    private final Hooks hooks;
    private final Deliveries deliveries;
    private final Owners owners;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final JsonMapper json;

    HookFeed(
            ReadModel read,
            BlockEvents blocks,
            LateMeters late,
            Hooks hooks,
            Deliveries deliveries,
            Owners owners,
            TransactionTemplate transactions,
            Clock clock,
            JsonMapper json) {
        this.read = read;
        this.blocks = blocks;
        this.late = late;
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.owners = owners;
        this.transactions = transactions;
        this.clock = clock;
        this.json = json;
    }

    /** Looks through what is new for each webhook; true where there is more. */
    boolean round() {
        long height = read.height();
        Map<Long, List<Event>> found = new HashMap<>();
        boolean more = false;
        for (Hook hook : hooks.on()) {
            try {
                more |= look(hook, height, found);
            } catch (TransientDataAccessException otherNode) {
                more = true;
            }
        }
        return more;
    }

    /** Looks through what is new for one; true where there is more. */
    private boolean look(Hook hook, long height, Map<Long, List<Event>> found) {
        Optional<Account> owner = owners.of(hook);
        if (owner.isEmpty()) {
            hooks.stop(hook, StopReason.OWNER);
            return false;
        }
        long to = Math.min(height, hook.seenHeight() + BLOCKS);
        if (hook.seenHeight() < to) {
            take(hook, owner.get(), to, found);
        }
        if (hook.kinds().contains(EventKind.METER_LATE)
                && hook.lateSeen().plus(LATE_EVERY).isBefore(clock.instant())) {
            takeLate(hook, owner.get());
        }
        return to < height;
    }

    /** Whatever takes long is done before the transaction, in which the webhook is locked for other nodes. */
    private void take(Hook hook, Account owner, long to, Map<Long, List<Event>> found) {
        List<Event> events = LongStream.range(hook.seenHeight(), to)
                .boxed()
                .flatMap(block -> found.computeIfAbsent(block, blocks::of).stream())
                .filter(event -> wants(hook, owner, event))
                .toList();
        transactions.executeWithoutResult(all -> {
            if (hooks.take(hook, to)) {
                events.forEach(event -> deliveries.add(hook, event, body(event)));
            }
        });
    }

    private void takeLate(Hook hook, Account owner) {
        Instant now = clock.instant();
        List<Event> events =
                late.now().stream().filter(event -> wants(hook, owner, event)).toList();
        transactions.executeWithoutResult(all -> {
            if (hooks.takeLate(hook, now)) {
                events.forEach(event -> deliveries.add(hook, event, body(event)));
            }
        });
    }

    private boolean wants(Hook hook, Account owner, Event event) {
        return hook.kinds().contains(event.kind()) && owners.mayHear(owner, event);
    }

    private String body(Event event) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.kind().code());
        body.put("timestamp", event.at().toString());
        body.put("data", event.data());
        return json.writeValueAsString(body);
    }
}

package io.smartblocks.portal.api.hook;

import io.smartblocks.portal.api.hook.Delivery.State;
import io.smartblocks.portal.api.hook.post.Answer;
import io.smartblocks.portal.api.hook.post.Posting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what is due, one message after the other to each webhook and to all webhooks side by side. */
@Component
class HookSending {

    /** Ten tries over 27 hours. */
    static final int TRIES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(HookSending.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int FACTOR = 3;

    private final Hooks hooks;
    private final Deliveries deliveries;
    private final Owners owners;
    private final Posting posting;
    private final Clock clock;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    HookSending(Hooks hooks, Deliveries deliveries, Owners owners, Posting posting, Clock clock) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.owners = owners;
        this.posting = posting;
        this.clock = clock;
    }

    /** Lets each webhook for which something is due be served, unless it is being served already. */
    void round(Executor threads) {
        for (long id : deliveries.hooksDue()) {
            if (busy.add(id)) {
                try {
                    threads.execute(() -> serve(id));
                } catch (java.util.concurrent.RejectedExecutionException full) {
                    busy.remove(id);
                }
            }
        }
    }

    private void serve(long id) {
        try {
            boolean taken = true;
            while (taken && !Thread.currentThread().isInterrupted()) {
                taken = hooks.on(id).map(this::sendNext).orElse(false);
            }
        } catch (RuntimeException e) {
            LOG.warn("Webhook {} could not be served; it is tried again", id, e);
        } finally {
            busy.remove(id);
        }
    }

    /** Whether there was one and its receiver took it. */
    private boolean sendNext(Hook hook) {
        if (owners.of(hook).isEmpty()) {
            hooks.stop(hook, StopReason.OWNER);
            return false;
        }
        Optional<Delivery> next = deliveries.claim(hook);
        return next.map(delivery -> conclude(
                        hook,
                        delivery,
                        posting.post(
                                hook.url(), hooks.secret(hook), delivery.event(), clock.instant(), delivery.body())))
                .orElse(false);
    }

    private boolean conclude(Hook hook, Delivery delivery, Answer answer) {
        Instant now = clock.instant();
        if (answer instanceof Answer.Status status && status.isGood()) {
            deliveries.note(delivery, answer, State.DELIVERED, now);
            return true;
        }
        boolean gone = answer instanceof Answer.Status status && status.isGone();
        boolean last = delivery.tries() + 1 >= TRIES;
        if (gone || last) {
            deliveries.note(delivery, answer, State.FAILED, now);
            hooks.stop(hook, gone ? StopReason.GONE : StopReason.NOT_TAKEN);
            LOG.warn("Webhook {} is told nothing any more: {}", hook.id(), gone ? "gone" : "not taken");
        } else {
            deliveries.note(delivery, answer, State.WAITING, now.plus(pause(delivery.tries())));
        }
        return false;
    }

    /** How long to wait after so many earlier tries: 10 s, 30 s, 90 s and so on up to 18 h. */
    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE;
        for (int i = 0; i < tries; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        return pause;
    }
}

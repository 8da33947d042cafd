package io.smartblocks.portal.api.hook;

import io.smartblocks.portal.api.hook.Delivery.State;
import io.smartblocks.portal.api.hook.post.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be sent and what was; each event stands here once for each webhook. */
@Component
public class Deliveries {

    /** How long one is claimed at most by the node that sends it; another one sends it after that. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final String DUE =
            "d.state = 'waiting' and d.next_at <= :now" + " and (d.claimed_until is null or d.claimed_until < :now)";

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets an event be sent; false where it stands here already. To be called in the transaction that took its block. */
    boolean add(Hook hook, Event event, String body) {
        if (jdbc.sql("select count(*) from webhook_delivery where webhook = :hook and event = :event")
                        .param("hook", hook.id())
                        .param("event", event.id())
                        .query(Long.class)
                        .single()
                > 0) {
            return false;
        }
        jdbc.sql("insert into webhook_delivery (webhook, event, kind, subject, body, made_at, state, tries, next_at)"
                        + " values (:hook, :event, :kind, :subject, :body, :now, 'waiting', 0, :now)")
                .param("hook", hook.id())
                .param("event", event.id())
                .param("kind", event.kind().name())
                .param("subject", event.subject())
                .param("body", body)
                .param("now", Hooks.at(clock.instant()))
                .update();
        return true;
    }

    /** The webhooks for which something is due. */
    List<Long> hooksDue() {
        return jdbc.sql("select distinct d.webhook from webhook_delivery d join webhook w on w.id = d.webhook where "
                        + DUE + " and w.stopped_at is null and w.removed_at is null")
                .param("now", Hooks.at(clock.instant()))
                .query(Long.class)
                .list();
    }

    /** The oldest that is due for a webhook, claimed for the caller; empty where there is none, or another was faster. */
    Optional<Delivery> claim(Hook hook) {
        Instant now = clock.instant();
        Optional<Delivery> due = jdbc.sql("select * from webhook_delivery d where d.webhook = :hook and " + DUE
                        + " order by d.next_at, d.id limit 1")
                .param("hook", hook.id())
                .param("now", Hooks.at(now))
                .query(Deliveries::delivery)
                .optional();
        return due.filter(
                found -> jdbc.sql("update webhook_delivery d set claimed_until = :until where d.id = :id and " + DUE)
                                .param("until", Hooks.at(now.plus(CLAIM)))
                                .param("id", found.id())
                                .param("now", Hooks.at(now))
                                .update()
                        == 1);
    }

    /** Notes what came of a try, and when the next one is. */
    void note(Delivery delivery, Answer answer, State state, Instant next) {
        jdbc.sql("update webhook_delivery set state = :state, tries = :tries, next_at = :next, claimed_until = null,"
                        + " last_at = :now, last_status = :status, last_problem = :problem where id = :id")
                .param("state", written(state))
                .param("tries", delivery.tries() + 1)
                .param("next", Hooks.at(next))
                .param("now", Hooks.at(clock.instant()))
                .param("status", answer instanceof Answer.Status status ? status.code() : null)
                .param(
                        "problem",
                        answer instanceof Answer.None none ? none.why().name() : null)
                .param("id", delivery.id())
                .update();
    }

    /** Lets one be sent once more, from now on with all its tries. */
    public void again(Delivery delivery) {
        jdbc.sql("update webhook_delivery set state = 'waiting', tries = 0, next_at = :now, claimed_until = null"
                        + " where id = :id")
                .param("now", Hooks.at(clock.instant()))
                .param("id", delivery.id())
                .update();
    }

    /**
     * The newest of a webhook before one of them, newest first.
     *
     * @param state only those, where one is named
     */
    public List<Delivery> of(Hook hook, Optional<State> state, long before, int limit) {
        return jdbc.sql("select * from webhook_delivery where webhook = :hook and id < :before"
                        + (state.isPresent() ? " and state = :state" : "") + " order by id desc limit :limit")
                .param("hook", hook.id())
                .param("before", before)
                .param("state", state.map(Deliveries::written).orElse(""))
                .param("limit", limit)
                .query(Deliveries::delivery)
                .list();
    }

    /** One of a webhook. */
    public Optional<Delivery> one(Hook hook, long id) {
        return jdbc.sql("select * from webhook_delivery where webhook = :hook and id = :id")
                .param("hook", hook.id())
                .param("id", id)
                .query(Deliveries::delivery)
                .optional();
    }

    /** Forgets what was made before an instant and waits no more; that a meter was late is kept, so that it is said once. */
    void forgetBefore(Instant instant) {
        jdbc.sql("delete from webhook_delivery where made_at < :instant and state <> 'waiting' and kind <> :late")
                .param("instant", Hooks.at(instant))
                .param("late", EventKind.METER_LATE.name())
                .update();
    }

    private static String written(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        int status = row.getInt("last_status");
        @Nullable String problem = row.getString("last_problem");
        return new Delivery(
                row.getLong("id"),
                row.getLong("webhook"),
                row.getString("event"),
                EventKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("body"),
                Hooks.instant(row, "made_at").orElseThrow(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("tries"),
                Hooks.instant(row, "next_at").orElseThrow(),
                Hooks.instant(row, "last_at"),
                status == 0 ? Optional.empty() : Optional.of(status),
                Optional.ofNullable(problem).map(Answer.Why::valueOf));
    }
}

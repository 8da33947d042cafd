package io.smartblocks.portal.api.hook;

import io.smartblocks.portal.SealingKey;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.api.hook.post.StandardSignature;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of webhooks. */
@Component
public class Hooks {

    /** How many an organisation can have. */
    public static final int MOST = 20;

    private static final String PURPOSE = "webhook";
    private static final String MINE =
            " removed_at is null and organisation = :organisation and (organisation <> '' or login = :login)";

    private final JdbcClient jdbc;
    private final SealingKey sealing;
    private final AuditLog audit;
    private final Clock clock;

    Hooks(JdbcClient jdbc, SealingKey sealing, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** A new webhook and its secret, which is not told again. */
    public record Made(long id, String secret) {
        @Override
        public String toString() {
            return "webhook " + id;
        }
    }

    /**
     * Makes a webhook that is told of what happens from now on.
     *
     * @param height how many blocks there are now
     */
    @Transactional
    public Made make(Account owner, String name, String url, Set<EventKind> kinds, long height) {
        String secret = StandardSignature.newSecret();
        GeneratedKeyHolder id = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into webhook (organisation, login, name, url, kinds, secret, made_at, seen_height, late_seen_at)"
                                + " values (:organisation, :login, :name, :url, :kinds, :secret, :now, :height, :now)")
                .param("organisation", owner.organisation().orElse(""))
                .param("login", owner.login())
                .param("name", name)
                .param("url", url)
                .param("kinds", EventKind.written(kinds))
                .param("secret", sealing.seal(secret, PURPOSE))
                .param("now", at(clock.instant()))
                .param("height", height)
                .update(id, "id");
        audit.tell(Told.of(owner, Act.WEBHOOK, name).changed("", url + " [" + EventKind.written(kinds) + "]"));
        return new Made(id.getKeyAs(Long.class), secret);
    }

    /** The webhooks of the reader's organisation, the newest first. */
    public List<Hook> of(Account reader) {
        return jdbc.sql("select * from webhook where" + MINE + " order by id desc")
                .param("organisation", reader.organisation().orElse(""))
                .param("login", reader.login())
                .query(Hooks::hook)
                .list();
    }

    /** One of them. */
    public Optional<Hook> one(Account reader, long id) {
        return of(reader).stream().filter(hook -> hook.id() == id).findFirst();
    }

    /** All that are told of events now. */
    List<Hook> on() {
        return jdbc.sql("select * from webhook where removed_at is null and stopped_at is null order by id")
                .query(Hooks::hook)
                .list();
    }

    Optional<Hook> on(long id) {
        return jdbc.sql("select * from webhook where id = :id and removed_at is null and stopped_at is null")
                .param("id", id)
                .query(Hooks::hook)
                .optional();
    }

    /** What messages to the webhook are signed with. */
    String secret(Hook hook) {
        return sealing.open(
                jdbc.sql("select secret from webhook where id = :id")
                        .param("id", hook.id())
                        .query(String.class)
                        .single(),
                PURPOSE);
    }

    /** Lets somebody stop a webhook, and with it whatever still waits for it. */
    @Transactional
    public void stop(Hook hook, Account who) {
        if (hook.isOn()) {
            stop(hook, StopReason.BY_HAND);
            audit.tell(Told.of(who, Act.WEBHOOK, hook.name()).changed("on", "stopped"));
        }
    }

    /** Stops a webhook for a reason of its own. */
    void stop(Hook hook, StopReason why) {
        jdbc.sql("update webhook set stopped_at = :now, stopped_why = :why where id = :id and stopped_at is null")
                .param("now", at(clock.instant()))
                .param("why", why.name())
                .param("id", hook.id())
                .update();
        jdbc.sql("update webhook_delivery set state = 'failed', claimed_until = null where webhook = :id"
                        + " and state = 'waiting'")
                .param("id", hook.id())
                .update();
    }

    /**
     * Lets a webhook go on with what happens from now on, in the name of who says so.
     *
     * @param height how many blocks there are now
     */
    @Transactional
    public void goOn(Hook hook, Account owner, long height) {
        if (hook.isOn()) {
            return;
        }
        audit.tell(Told.of(owner, Act.WEBHOOK, hook.name()).changed("stopped", "on"));
        jdbc.sql("update webhook set stopped_at = null, stopped_why = null, login = :login, seen_height = :height,"
                        + " late_seen_at = :now where id = :id and stopped_at is not null")
                .param("login", owner.login())
                .param("height", height)
                .param("now", at(clock.instant()))
                .param("id", hook.id())
                .update();
    }

    /** Removes a webhook; its secret is forgotten. */
    @Transactional
    public void remove(Hook hook, Account who) {
        audit.tell(Told.of(who, Act.WEBHOOK, hook.name()).changed(hook.url(), ""));
        jdbc.sql("update webhook set removed_at = :now, secret = '' where id = :id")
                .param("now", at(clock.instant()))
                .param("id", hook.id())
                .update();
        jdbc.sql("delete from webhook_delivery where webhook = :id")
                .param("id", hook.id())
                .update();
    }

    /** Takes the blocks up to a height for whoever calls first; false for all others. To be called in a transaction. */
    boolean take(Hook hook, long height) {
        return jdbc.sql("update webhook set seen_height = :to where id = :id and seen_height = :from")
                        .param("to", height)
                        .param("id", hook.id())
                        .param("from", hook.seenHeight())
                        .update()
                == 1;
    }

    /** The same for the look at the meters. */
    boolean takeLate(Hook hook, Instant now) {
        return jdbc.sql("update webhook set late_seen_at = :to where id = :id and late_seen_at = :from")
                        .param("to", at(now))
                        .param("id", hook.id())
                        .param("from", at(hook.lateSeen()))
                        .update()
                == 1;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static Hook hook(ResultSet row, int number) throws SQLException {
        @Nullable String why = row.getString("stopped_why");
        return new Hook(
                row.getLong("id"),
                row.getString("organisation"),
                row.getString("login"),
                row.getString("name"),
                row.getString("url"),
                EventKind.read(row.getString("kinds")),
                instant(row, "made_at").orElseThrow(),
                row.getLong("seen_height"),
                instant(row, "late_seen_at").orElseThrow(),
                instant(row, "stopped_at"),
                Optional.ofNullable(why).map(StopReason::valueOf));
    }
}

package io.smartblocks.portal.api.key;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of keys. */
@Component
class ApiKeys {

    /** The last use is kept this exactly, so that not every request writes. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    ApiKeys(JdbcClient jdbc, Clock clock, AuditLog audit) {
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a key, and tells the audit log of it; what is returned is all that anyone will ever see of its secret. */
    @Transactional
    Secret make(Account owner, String name, Set<Scope> scopes, Instant expires) {
        Secret secret = Secret.random();
        jdbc.sql("insert into api_key (login, name, hint, secret_hash, scopes, made_at, expires_at)"
                        + " values (:login, :name, :hint, :hash, :scopes, :made, :expires)")
                .param("login", owner.login())
                .param("name", name)
                .param("hint", secret.hint())
                .param("hash", secret.hash())
                .param("scopes", Scope.written(scopes))
                .param("made", at(clock.instant()))
                .param("expires", at(expires))
                .update();
        audit.tell(Told.of(owner, Act.API_KEY, name)
                .changed("", secret.hint() + " [" + Scope.written(scopes) + "] until " + expires));
        return secret;
    }

    /** All keys of an account, the newest first. */
    List<ApiKey> of(Account owner) {
        return jdbc.sql("select * from api_key where login = :login order by id desc")
                .param("login", owner.login())
                .query(ApiKeys::key)
                .list();
    }

    /** Lets the key open nothing from now on; false where the account has no such key that still opened something. */
    @Transactional
    boolean revoke(Account owner, long id) {
        boolean revoked = jdbc.sql("update api_key set revoked_at = :now where id = :id and login = :login"
                                + " and revoked_at is null")
                        .param("now", at(clock.instant()))
                        .param("id", id)
                        .param("login", owner.login())
                        .update()
                == 1;
        if (revoked) {
            audit.tell(Told.of(owner, Act.API_KEY, "key " + id).changed("open", "revoked"));
        }
        return revoked;
    }

    /** The key with this secret, if it opens anything now; its use is noted. */
    Optional<ApiKey> open(String secret) {
        Instant now = clock.instant();
        Optional<ApiKey> found = jdbc.sql("select * from api_key where secret_hash = :hash")
                .param("hash", new Secret(secret).hash())
                .query(ApiKeys::key)
                .optional()
                .filter(key -> key.opensAt(now));
        found.filter(key -> isOld(key, now)).ifPresent(key -> noteUse(key, now));
        return found;
    }

    private static boolean isOld(ApiKey key, Instant now) {
        return key.lastUsed().filter(last -> last.plus(EXACTNESS).isAfter(now)).isEmpty();
    }

    private void noteUse(ApiKey key, Instant now) {
        jdbc.sql("update api_key set last_used_at = :now where id = :id")
                .param("now", at(now))
                .param("id", key.id())
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ApiKey key(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getLong("id"),
                row.getString("login"),
                row.getString("name"),
                row.getString("hint"),
                Scope.read(row.getString("scopes")),
                instant(row, "made_at").orElseThrow(),
                instant(row, "expires_at").orElseThrow(),
                instant(row, "last_used_at"),
                instant(row, "revoked_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}

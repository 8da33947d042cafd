package io.smartblocks.portal.account;

import io.smartblocks.ledger.proof.Hash;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account belongs to whom a sign-on knows: by its issuer and subject, never by a name or e-mail address, which others
 * may come to have.
 */
@Component
class SubjectLinks {

    private static final int LONGEST = 80;
    private static final int MARK = 8;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Clock clock;

    SubjectLinks(JdbcClient jdbc, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Somebody as the sign-on knows him. */
    record Subject(
            String issuer, String subject, String handle, String name, Role role, Optional<String> organisation) {}

    /** The login of the account, which is opened when somebody comes for the first time. */
    @Transactional
    public String login(Subject who) {
        String login = known(who).orElseGet(() -> open(who));
        accounts.update(login, who.name(), who.role(), who.organisation());
        return login;
    }

    private Optional<String> known(Subject who) {
        return jdbc.sql("select login from account_subject where issuer = :issuer and subject = :subject")
                .param("issuer", who.issuer())
                .param("subject", who.subject())
                .query(String.class)
                .optional();
    }

    /** The handle may be that of a local account, which stays apart. */
    private String open(Subject who) {
        String handle = who.handle().strip();
        String mark = Hash.of(who.issuer() + '\n' + who.subject()).toString().substring(0, MARK);
        String wanted = handle.isEmpty() ? "person" : handle.substring(0, Math.min(LONGEST, handle.length()));
        String login = handle.isEmpty() || accounts.find(wanted).isPresent() ? wanted + '-' + mark : wanted;
        accounts.openWithoutPassword(new Account(login, who.name(), who.role(), who.organisation(), Optional.empty()));
        String kept = accounts.find(login).orElseThrow().getUsername();
        jdbc.sql("insert into account_subject (issuer, subject, login, linked_at)"
                        + " values (:issuer, :subject, :login, :now)")
                .param("issuer", who.issuer())
                .param("subject", who.subject())
                .param("login", kept)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return kept;
    }
}

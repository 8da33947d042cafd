package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.VerifyingKey;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which person asked the ledger for which membership, with which key; what became of it the ledger knows. */
@Component
public class Applications {

    private final JdbcClient jdbc;
    private final ReadModel read;
    private final Clock clock;

    Applications(JdbcClient jdbc, ReadModel read, Clock clock) {
        this.jdbc = jdbc;
        this.read = read;
        this.clock = clock;
    }

    /**
     * One application.
     *
     * @param key the public half of the key that was made for it
     */
    public record Application(MemberId member, VerifyingKey key) {}

    /** What a person asked for last. */
    public Optional<Application> of(Account person) {
        return jdbc.sql("select member, public_key from membership_application where login = :login")
                .param("login", person.login())
                .query((row, number) -> new Application(
                        new MemberId(row.getString("member")), new VerifyingKey(row.getString("public_key"))))
                .optional();
    }

    /** The same as it stands on the ledger; empty where the ledger knows no such member, or one with another key. */
    public Optional<Member> standing(Account person) {
        return of(person)
                .flatMap(asked -> read.members()
                        .member(asked.member())
                        .filter(member -> member.publicKey().equals(asked.key())));
    }

    /** Notes what a person asks for, in place of what it asked for before. */
    @Transactional
    public void note(Account person, Application asked) {
        jdbc.sql("delete from membership_application where login = :login")
                .param("login", person.login())
                .update();
        jdbc.sql("insert into membership_application (login, member, public_key, made_at)"
                        + " values (:login, :member, :key, :at)")
                .param("login", person.login())
                .param("member", asked.member().value())
                .param("key", asked.key().value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}

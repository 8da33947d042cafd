package io.smartblocks.portal.account;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The register of accounts. */
@Component
public class Accounts {

    private static final int STRENGTH = 12;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(JdbcClient jdbc, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The register of a data directory whose portal does not run. */
    public static Accounts in(Path data, Clock clock) {
        String url = "jdbc:h2:file:" + data.toAbsolutePath().resolve("portal") + ";IFEXISTS=TRUE";
        return new Accounts(
                JdbcClient.create(new DriverManagerDataSource(url)), new BCryptPasswordEncoder(STRENGTH), clock);
    }

    /** Opens an account; the password is kept as a bcrypt hash only. */
    public void open(Account account, String password) {
        jdbc.sql("insert into account (login, name, role, organisation, member, password_hash, opened_at)"
                        + " values (:login, :name, :role, :organisation, :member, :hash, :at)")
                .param("login", canonical(account.login()))
                .param("name", account.name())
                .param("role", account.role().name())
                .param("organisation", account.organisation().orElse(null))
                .param("member", account.member().orElse(null))
                .param("hash", passwords.encode(password))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether nobody can sign in yet. */
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    /** Whether this is the password of that account. */
    public boolean confirms(String login, String password) {
        return find(login)
                .filter(user -> passwords.matches(password, user.getPassword()))
                .isPresent();
    }

    /** The account with this login, as long as its person may sign in. */
    public Optional<Account> account(String login) {
        return find(login)
                .filter(user -> user.isEnabled() && user.isAccountNonLocked())
                .map(SignedIn::account);
    }

    /** The account with this login, whether its person may sign in or not. */
    public Optional<Account> known(String login) {
        return find(login).map(SignedIn::account);
    }

    Optional<SignedIn> find(String login) {
        return jdbc.sql("select * from account where login = :login")
                .param("login", canonical(login))
                .query(Accounts::signedIn)
                .optional();
    }

    private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
        return new SignedIn(
                new Account(
                        row.getString("login"),
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        Optional.ofNullable(row.getString("organisation")),
                        Optional.ofNullable(row.getString("member"))),
                row.getString("password_hash"));
    }

    private static String canonical(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}

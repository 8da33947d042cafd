package io.smartblocks.portal.account;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
        insert(account, passwords.encode(password));
    }

    private void insert(Account account, @Nullable String hash) {
        jdbc.sql("insert into account (login, name, role, organisation, member, password_hash, opened_at)"
                        + " values (:login, :name, :role, :organisation, :member, :hash, :at)")
                .param("login", canonical(account.login()))
                .param("name", account.name())
                .param("role", account.role().name())
                .param("organisation", account.organisation().orElse(null))
                .param("member", account.member().orElse(null))
                .param("hash", hash)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * An account as those see it who administer it.
     *
     * @param proof names its password without telling it
     */
    public record Standing(
            Account account, Instant opened, Optional<Instant> locked, boolean passwordGiven, String proof) {}

    /** All accounts by login. */
    public List<Standing> all() {
        return jdbc.sql("select * from account order by login")
                .query(Accounts::standing)
                .list();
    }

    /** How the account with this login stands. */
    public Optional<Standing> standing(String login) {
        return jdbc.sql("select * from account where login = :login")
                .param("login", canonical(login))
                .query(Accounts::standing)
                .optional();
    }

    /** Lets the person sign in no more; what is open of its sessions ends with the next request. */
    public void lock(String login) {
        jdbc.sql("update account set locked_at = :now where login = :login")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("login", canonical(login))
                .update();
    }

    /** Lets the person sign in again. */
    public void unlock(String login) {
        jdbc.sql("update account set locked_at = null where login = :login")
                .param("login", canonical(login))
                .update();
    }

    /** Gives the person another role. */
    public void assign(String login, Role role) {
        jdbc.sql("update account set role = :role where login = :login")
                .param("role", role.name())
                .param("login", canonical(login))
                .update();
    }

    /** Lets the person act for an organisation and sign as a member; what is open of its sessions ends with the next request. */
    public void join(String login, String organisation, String member) {
        jdbc.sql("update account set organisation = :organisation, member = :member where login = :login")
                .param("organisation", organisation)
                .param("member", member)
                .param("login", canonical(login))
                .update();
    }

    /**
     * Sets another password.
     *
     * @param given whether somebody else knows it, so that the person must choose another one before anything else
     */
    public void password(String login, String password, boolean given) {
        jdbc.sql("update account set password_hash = :hash, password_given = :given where login = :login")
                .param("hash", passwords.encode(password))
                .param("given", given)
                .param("login", canonical(login))
                .update();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        SignedIn user = signedIn(row, number);
        return new Standing(
                user.account(),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                locked(row),
                row.getBoolean("password_given"),
                user.proof());
    }

    private static Optional<Instant> locked(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("locked_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    /** Whether nobody can sign in yet. */
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
    }

    /** Whether this is the password of that account. */
    public boolean confirms(String login, String password) {
        return find(login)
                .filter(user -> !user.getPassword().isEmpty() && passwords.matches(password, user.getPassword()))
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

    /** Whether this account has no password here, because its person signs in elsewhere. */
    boolean isWithoutPassword(String login) {
        return find(login).map(SignedIn::getPassword).filter(String::isEmpty).isPresent();
    }

    /** Opens an account whose person signs in elsewhere: no password opens it. */
    void openWithoutPassword(Account account) {
        insert(account, "");
    }

    /** Takes over the name, role and organisation that the sign-on says a person has now. */
    void update(String login, String name, Role role, Optional<String> organisation) {
        jdbc.sql("update account set name = :name, role = :role, organisation = coalesce(:organisation, organisation)"
                        + " where login = :login")
                .param("name", name)
                .param("role", role.name())
                .param("organisation", organisation.orElse(null), Types.VARCHAR)
                .param("login", canonical(login))
                .update();
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
                row.getString("password_hash"),
                locked(row).isPresent());
    }

    private static String canonical(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}

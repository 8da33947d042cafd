package io.smartblocks.portal.admin;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Accounts.Standing;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.audit.Act;
import io.smartblocks.portal.audit.AuditLog;
import io.smartblocks.portal.audit.Told;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes accounts; the audit log is told in the same transaction, so that nothing is changed untold. */
@Component
class Administering {

    private static final int BYTES = 15;

    private final Accounts accounts;
    private final AuditLog log;
    private final SecureRandom random = new SecureRandom();

    Administering(Accounts accounts, AuditLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    /** Opens an account and returns the password with which its person signs in once. */
    @Transactional
    String open(Account administrator, Account fresh, String reason) {
        String password = password();
        accounts.open(fresh, password);
        accounts.password(fresh.login(), password, true);
        log.tell(Told.of(administrator, Act.ACCOUNT_OPENED, fresh.login())
                .because(reason)
                .changed(
                        "",
                        fresh.name() + ", " + fresh.role() + ", "
                                + fresh.organisation().orElse("no organisation") + ", "
                                + fresh.member().orElse("no member")));
        return password;
    }

    @Transactional
    void assign(Account administrator, Standing standing, Role role, String reason) {
        Account account = standing.account();
        accounts.assign(account.login(), role);
        log.tell(Told.of(administrator, Act.ACCOUNT_ROLE, account.login())
                .because(reason)
                .changed(account.role().name(), role.name()));
    }

    @Transactional
    void lock(Account administrator, Standing standing, String reason) {
        accounts.lock(standing.account().login());
        log.tell(Told.of(administrator, Act.ACCOUNT_LOCKED, standing.account().login())
                .because(reason)
                .changed("open", "locked"));
    }

    @Transactional
    void unlock(Account administrator, Standing standing, String reason) {
        accounts.unlock(standing.account().login());
        log.tell(Told.of(administrator, Act.ACCOUNT_UNLOCKED, standing.account().login())
                .because(reason)
                .changed("locked", "open"));
    }

    /** Gives a password for one sign-in and returns it. */
    @Transactional
    String reset(Account administrator, Standing standing, String reason) {
        String password = password();
        accounts.password(standing.account().login(), password, true);
        log.tell(Told.of(administrator, Act.PASSWORD, standing.account().login())
                .because(reason)
                .changed("", "given by an administrator"));
        return password;
    }

    /** Sets the password that a person chose for itself. */
    @Transactional
    void choose(Account person, String password) {
        accounts.password(person.login(), password, false);
        log.tell(Told.of(person, Act.PASSWORD, person.login()).changed("", "chosen"));
    }

    private String password() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

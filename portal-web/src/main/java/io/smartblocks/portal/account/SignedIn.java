package io.smartblocks.portal.account;

import io.smartblocks.ledger.proof.Hash;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account behind a session; its password hash is forgotten once the sign-in has succeeded. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private final transient Account account;
    private transient String passwordHash;
    private transient String proof;
    private final boolean locked;

    SignedIn(Account account, String passwordHash, boolean locked) {
        this.account = account;
        this.proof = Hash.of(passwordHash).value();
        this.locked = locked;
        this.passwordHash = passwordHash;
    }

    /** Who it is. */
    public Account account() {
        return account;
    }

    /** Names the password with which the session began, without telling it. */
    String proof() {
        return proof;
    }

    /** The session goes on with another password, which its reader has just chosen in it. */
    void goesOnWith(String other) {
        this.proof = other;
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return account.login();
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = "";
    }
}

package io.smartblocks.portal.account;

import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The account behind a session; its password hash is forgotten once the sign-in has succeeded. */
public final class SignedIn implements UserDetails, CredentialsContainer {

    private final transient Account account;
    private transient String passwordHash;
    private final boolean locked;

    SignedIn(Account account, String passwordHash, boolean locked) {
        this.account = account;
        this.locked = locked;
        this.passwordHash = passwordHash;
    }

    /** Who it is. */
    public Account account() {
        return account;
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

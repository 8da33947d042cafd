package io.smartblocks.portal.api.key;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key as its owner sees it; the secret itself is kept nowhere.
 *
 * @param login the account for which programs act with it
 * @param hint the secret's first characters, by which its owner knows it again
 * @param expires from when on it opens nothing
 */
record ApiKey(
        long id,
        String login,
        String name,
        String hint,
        Set<Scope> scopes,
        Instant made,
        Instant expires,
        Optional<Instant> lastUsed,
        Optional<Instant> revoked) {

    boolean opensAt(Instant now) {
        return revoked.isEmpty() && now.isBefore(expires);
    }
}

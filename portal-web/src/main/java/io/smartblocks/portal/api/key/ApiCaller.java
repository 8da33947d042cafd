package io.smartblocks.portal.api.key;

import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Role;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A program that showed a key: for whom it acts and what it may do.
 *
 * @param key the number of the key
 * @param scopes those of the key that its owner's role still allows
 */
public record ApiCaller(long key, Account account, Set<Scope> scopes) {

    static ApiCaller with(ApiKey key, Account account) {
        Role role = account.role();
        return new ApiCaller(
                key.id(),
                account,
                key.scopes().stream().filter(scope -> scope.isFor(role)).collect(Collectors.toUnmodifiableSet()));
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}

package io.smartblocks.ledger.identity;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A member as it stands on the ledger.
 *
 * @param id the member's id
 * @param name the name for people
 * @param organisation the legal party it acts for; its own id for an organisation
 * @param roles what it may do, in the order of {@link Role}
 * @param publicKey the key that its signatures are checked with
 * @param status whether it may act at all
 */
public record Member(
        MemberId id, String name, MemberId organisation, Set<Role> roles, VerifyingKey publicKey, Status status) {

    /** Where a membership stands. */
    public enum Status {
        APPLIED,
        ACTIVE,
        SUSPENDED
    }

    public Member {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    /** Whether it is admitted and not suspended. */
    public boolean active() {
        return status == Status.ACTIVE;
    }

    /** Whether it has the role. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether it is an organisation rather than someone who acts for one. */
    public boolean isOrganisation() {
        return organisation.equals(id);
    }
}

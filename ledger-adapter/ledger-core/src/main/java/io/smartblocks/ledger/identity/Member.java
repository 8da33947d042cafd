package io.smartblocks.ledger.identity;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
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
 * @param keyExpires from when on the key signs nothing; none for one that is valid until it is replaced
 */
public record Member(
        MemberId id,
        String name,
        MemberId organisation,
        Set<Role> roles,
        VerifyingKey publicKey,
        Status status,
        Optional<Instant> keyExpires) {

    /** Where a membership stands. */
    public enum Status {
        /** Asked to be admitted. */
        APPLIED,
        /** Was not admitted; may ask again. */
        REJECTED,
        ACTIVE,
        SUSPENDED
    }

    public Member {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    /** A member whose key is valid until it is replaced. */
    public Member(
            MemberId id, String name, MemberId organisation, Set<Role> roles, VerifyingKey publicKey, Status status) {
        this(id, name, organisation, roles, publicKey, status, Optional.empty());
    }

    /** The same member in another standing. */
    public Member in(Status other) {
        return new Member(id, name, organisation, roles, publicKey, other, keyExpires);
    }

    /** The same member with other roles. */
    public Member with(Set<Role> others) {
        return new Member(id, name, organisation, others, publicKey, status, keyExpires);
    }

    /** The same member with another key. */
    public Member with(VerifyingKey other, Optional<Instant> expires) {
        return new Member(id, name, organisation, roles, other, status, expires);
    }

    /** Whether the key signs nothing any more. */
    public boolean keyExpired(Instant now) {
        return keyExpires.filter(end -> !now.isBefore(end)).isPresent();
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

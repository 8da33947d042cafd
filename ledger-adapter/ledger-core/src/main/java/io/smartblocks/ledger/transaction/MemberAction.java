package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.VerifyingKey;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Actions of the family {@code member}. */
public sealed interface MemberAction extends Payload {

    @Override
    default String family() {
        return "member";
    }

    /** The first transaction of a ledger: its registrar admits itself, signing with the key that it states here. */
    record FoundLedger(String ledger, MemberId registrar, String name, VerifyingKey publicKey)
            implements MemberAction {}

    /** Someone asks to become a member, signing with the key that it states here. */
    record ApplyForMembership(
            MemberId member, String name, MemberId organisation, Set<Role> roles, VerifyingKey publicKey)
            implements MemberAction {
        public ApplyForMembership {
            roles = inOrder(roles);
        }
    }

    /** The registrar admits an applicant with the roles it grants. */
    record ApproveMember(MemberId member, Set<Role> roles) implements MemberAction {
        public ApproveMember {
            roles = inOrder(roles);
        }
    }

    /** The registrar admits a member that did not apply by itself. */
    record RegisterMember(MemberId member, String name, MemberId organisation, Set<Role> roles, VerifyingKey publicKey)
            implements MemberAction {
        public RegisterMember {
            roles = inOrder(roles);
        }
    }

    /** The registrar sets the roles of a member. */
    record GrantRoles(MemberId member, Set<Role> roles) implements MemberAction {
        public GrantRoles {
            roles = inOrder(roles);
        }
    }

    /** The registrar stops a member from acting. */
    record SuspendMember(MemberId member, String reason) implements MemberAction {}

    /** A member replaces its own key, signing with the old one; the registrar may do it when a key is lost. */
    record RotateKey(MemberId member, VerifyingKey newKey) implements MemberAction {}

    private static Set<Role> inOrder(Set<Role> roles) {
        return Collections.unmodifiableSet(new TreeSet<>(roles));
    }
}

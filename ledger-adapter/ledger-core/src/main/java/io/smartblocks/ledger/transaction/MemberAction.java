package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.identity.VerifyingKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
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

    /** Someone asks to become a member, signing with the key that it states here, which may have a last moment. */
    record ApplyForMembership(
            MemberId member,
            String name,
            MemberId organisation,
            Set<Role> roles,
            VerifyingKey publicKey,
            Optional<Instant> keyExpires)
            implements MemberAction {
        public ApplyForMembership {
            roles = inOrder(roles);
        }

        /** An application with a key that is valid until it is replaced. */
        public ApplyForMembership(
                MemberId member, String name, MemberId organisation, Set<Role> roles, VerifyingKey publicKey) {
            this(member, name, organisation, roles, publicKey, Optional.empty());
        }
    }

    /** The registrar admits an applicant with the roles it grants. */
    record ApproveMember(MemberId member, Set<Role> roles) implements MemberAction {
        public ApproveMember {
            roles = inOrder(roles);
        }
    }

    /** The registrar does not admit an applicant, who may apply again. */
    record RejectApplication(MemberId member, String reason) implements MemberAction {}

    /** The registrar admits a member that did not apply by itself. */
    record RegisterMember(
            MemberId member,
            String name,
            MemberId organisation,
            Set<Role> roles,
            VerifyingKey publicKey,
            Optional<Instant> keyExpires)
            implements MemberAction {
        public RegisterMember {
            roles = inOrder(roles);
        }

        /** A registration with a key that is valid until it is replaced. */
        public RegisterMember(
                MemberId member, String name, MemberId organisation, Set<Role> roles, VerifyingKey publicKey) {
            this(member, name, organisation, roles, publicKey, Optional.empty());
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

    /** The registrar lets a suspended member act again, with the roles it had. */
    record ReadmitMember(MemberId member, String reason) implements MemberAction {}

    /** A member replaces its own key, signing with the old one; the registrar may do it when a key is lost or expired. */
    record RotateKey(MemberId member, VerifyingKey newKey, Optional<Instant> keyExpires) implements MemberAction {

        /** A key that is valid until it is replaced. */
        public RotateKey(MemberId member, VerifyingKey newKey) {
            this(member, newKey, Optional.empty());
        }
    }

    /**
     * A party of an agreement says how another one kept it in a period that is settled; said again, it replaces what was said.
     *
     * @param organisation whom it is about
     * @param agreement the agreement both are parties of
     * @param period the name of the settled period's term
     * @param from its first local day
     * @param stars 1 to 5
     * @param comment what there is to say; may be empty
     */
    record RateMember(
            MemberId organisation, AgreementId agreement, String period, LocalDate from, int stars, String comment)
            implements MemberAction {}

    /**
     * An organisation says what invoices name of it; said again, it replaces what was said.
     *
     * @param organisation the organisation that the signer binds
     * @param particulars what invoices name
     */
    record StateParticulars(MemberId organisation, Particulars particulars) implements MemberAction {}

    private static Set<Role> inOrder(Set<Role> roles) {
        return Collections.unmodifiableSet(new TreeSet<>(roles));
    }
}

package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done about a member, each in some of its states only. */
enum MemberAct {
    APPROVE,
    REJECT,
    SUSPEND,
    READMIT,
    ROLES,
    ROTATE,
    RATE,
    PARTICULARS;

    static Optional<MemberAct> named(String key) {
        return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
    }

    /** Those that somebody who acts as a member can think of, as the member in question stands. */
    static List<MemberAct> of(Member about, Optional<Member> actor) {
        return Arrays.stream(values())
                .filter(act -> act.fits(about)
                        && actor.filter(known -> act.isFor(known, about)).isPresent())
                .toList();
    }

    /** How addresses and messages name it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is asked why; what the ledger does not keep of that the audit log does. */
    boolean asksForReason() {
        return this != RATE && this != PARTICULARS;
    }

    /** Whether the member is in a state for it. */
    boolean fits(Member about) {
        return switch (this) {
            case APPROVE, REJECT -> about.status() == Member.Status.APPLIED;
            case SUSPEND, ROLES, ROTATE -> about.status() == Member.Status.ACTIVE;
            case READMIT -> about.status() == Member.Status.SUSPENDED;
            case RATE, PARTICULARS -> about.status() == Member.Status.ACTIVE && about.isOrganisation();
        };
    }

    private boolean isFor(Member actor, Member about) {
        return switch (this) {
            case APPROVE, REJECT, SUSPEND, READMIT, ROLES -> actor.has(Role.REGISTRAR);
            case ROTATE -> actor.has(Role.REGISTRAR) || actor.id().equals(about.id());
            case RATE -> !actor.organisation().equals(about.id()) && !actor.has(Role.REGISTRAR);
            case PARTICULARS -> actor.organisation().equals(about.id());
        };
    }

    /** Whether the new key is made here: somebody replaces its own. */
    boolean makesKey(Optional<String> actor, MemberId about) {
        return this == ROTATE && actor.filter(about.value()::equals).isPresent();
    }
}

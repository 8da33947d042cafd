package io.smartblocks.portal.audit;

import static java.util.Objects.requireNonNull;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.portal.account.Account;
import java.util.Optional;

/**
 * One act, as those tell it who do it; never with a password, a key or anything else that is secret.
 *
 * @param who the login of the person, or the member with whose key it was done; empty where it is nobody known, or the machine itself
 * @param role the role of the person then; empty where there is none
 * @param subject what it is about, such as a login, an address or what is asked of the ledger
 * @param reason why, as it was typed; empty where nobody was asked
 * @param before what stood before; empty where nothing did
 * @param after what stands then; empty where nothing does
 * @param transaction the transaction on the ledger
 */
public record Told(
        String who,
        String role,
        Act act,
        String subject,
        Outcome outcome,
        String reason,
        String before,
        String after,
        Optional<String> transaction) {

    public Told {
        requireNonNull(act, "act");
        requireNonNull(outcome, "outcome");
    }

    /** Something that a person did. */
    public static Told of(Account reader, Act act, String subject) {
        return new Told(reader.login(), reader.role().name(), act, subject, Outcome.DONE, "", "", "", Optional.empty());
    }

    /** Something that nobody known, or the machine itself did. */
    public static Told ofNobody(Act act, String subject) {
        return new Told("", "", act, subject, Outcome.DONE, "", "", "", Optional.empty());
    }

    /** Something that somebody did with the key of a member, without an account. */
    public static Told ofMember(MemberId member, Act act) {
        return new Told(member.value(), "", act, "", Outcome.DONE, "", "", "", Optional.empty());
    }

    /** The same about something else. */
    public Told about(String other) {
        return new Told(who, role, act, other, outcome, reason, before, after, transaction);
    }

    /** The same with what came of it. */
    public Told with(Outcome other) {
        return new Told(who, role, act, subject, other, reason, before, after, transaction);
    }

    /** The same with why it was done. */
    public Told because(String why) {
        return new Told(who, role, act, subject, outcome, why, before, after, transaction);
    }

    /** The same with what stood before and what stands then. */
    public Told changed(String from, String to) {
        return new Told(who, role, act, subject, outcome, reason, from, to, transaction);
    }

    /** The same with the transaction in which it stands on the ledger. */
    public Told in(String id) {
        return new Told(who, role, act, subject, outcome, reason, before, after, Optional.of(id));
    }
}

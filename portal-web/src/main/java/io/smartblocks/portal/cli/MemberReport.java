package io.smartblocks.portal.cli;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A member as the command line shows it.
 *
 * @param member its id
 * @param name what people call it
 * @param organisation for which it acts; its own id for an organisation
 * @param roles what it may do, as the ledger writes it
 * @param standing whether it may act
 * @param key the first digits of its key's fingerprint
 * @param publicKey the key that its signatures are checked with
 * @param keyExpires from when on the key signs nothing
 * @param keyExpired whether that is so now
 */
record MemberReport(
        String member,
        String name,
        String organisation,
        List<String> roles,
        String standing,
        String key,
        String publicKey,
        Optional<Instant> keyExpires,
        boolean keyExpired) {

    static MemberReport of(Member member, Instant now) {
        return new MemberReport(
                member.id().value(),
                member.name(),
                member.organisation().value(),
                member.roles().stream().map(Role::code).toList(),
                member.status().name().toLowerCase(Locale.ROOT),
                member.publicKey().shortFingerprint(),
                member.publicKey().value(),
                member.keyExpires(),
                member.keyExpired(now));
    }

    /** For whom it acts, where that is somebody else. */
    String actsFor() {
        return organisation.equals(member) ? "itself" : organisation;
    }

    String rolesInWords() {
        return roles.isEmpty() ? "none" : String.join(", ", roles);
    }

    String keyInWords() {
        return key
                + keyExpires
                        .map(end -> (keyExpired ? ", expired " : ", until ") + end)
                        .orElse("");
    }
}

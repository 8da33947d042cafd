package io.smartblocks.portal.members;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.state.Reputation;
import io.smartblocks.portal.words.Words;
import java.time.Instant;
import java.util.Optional;

/**
 * A member as the list shows it.
 *
 * @param since the time of the block in which it was first stated
 * @param reputation of an organisation; those who act for one have none of their own
 */
record MemberRow(
        Member member,
        String organisation,
        String roles,
        String mood,
        String icon,
        Optional<Instant> since,
        Optional<Reputation> reputation) {

    static MemberRow of(
            Member member, String organisation, Optional<Instant> since, Optional<Reputation> reputation, Words say) {
        return new MemberRow(member, organisation, roles(member, say), mood(member), icon(member), since, reputation);
    }

    static String roles(Member member, Words say) {
        return member.roles().stream()
                .map(role -> say.message("member.role." + role.code()))
                .collect(joining(", "));
    }

    private static String mood(Member member) {
        return switch (member.status()) {
            case ACTIVE -> "good";
            case SUSPENDED -> "bad";
            case APPLIED -> "warn";
            case REJECTED -> "";
        };
    }

    private static String icon(Member member) {
        return switch (member.status()) {
            case ACTIVE -> "good";
            case SUSPENDED -> "pause";
            case APPLIED -> "clock";
            case REJECTED -> "bad";
        };
    }
}

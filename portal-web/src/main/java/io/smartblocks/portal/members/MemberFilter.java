package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.portal.shell.Link;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which members are looked for; what is empty asks for all.
 *
 * @param words a part of the name or of the id
 * @param organisation the id of the organisation that they act for
 */
record MemberFilter(String words, Optional<Member.Status> state, Optional<Role> role, String organisation) {

    static MemberFilter of(String words, String state, String role, String organisation) {
        return new MemberFilter(
                words.strip(),
                Arrays.stream(Member.Status.values())
                        .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(state))
                        .findFirst(),
                Arrays.stream(Role.values())
                        .filter(known -> known.code().equals(role))
                        .findFirst(),
                organisation.strip());
    }

    boolean isAll() {
        return words.isEmpty() && state.isEmpty() && role.isEmpty() && organisation.isEmpty();
    }

    boolean asksFor(Member member) {
        return state.map(member.status()::equals).orElse(true)
                && role.map(member::has).orElse(true)
                && (organisation.isEmpty() || member.organisation().value().equals(organisation))
                && (has(member.name()) || has(member.id().value()));
    }

    private boolean has(String text) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    String address(String path, String after) {
        return Link.to(path)
                .with("words", words)
                .with(
                        "state",
                        state.map(known -> known.name().toLowerCase(Locale.ROOT))
                                .orElse(""))
                .with("role", role.map(Role::code).orElse(""))
                .with("organisation", organisation)
                .with("after", after)
                .toString();
    }
}

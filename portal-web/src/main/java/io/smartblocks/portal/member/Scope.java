package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.portal.account.Account;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whose things a reader's lists show: everybody's, those of the reader's organisation, or nobody's. */
public final class Scope {

    private final boolean everybody;
    private final Optional<MemberId> organisation;

    private Scope(boolean everybody, Optional<MemberId> organisation) {
        this.everybody = everybody;
        this.organisation = organisation;
    }

    public static Scope of(Account reader) {
        return new Scope(reader.role().seesEverything(), reader.organisation().map(MemberId::new));
    }

    /** What a question about a party, or about everybody where none is named, brings for this reader. */
    public <T> List<T> list(Function<Optional<MemberId>, List<T>> question) {
        if (everybody) {
            return question.apply(Optional.empty());
        }
        return organisation.isPresent() ? question.apply(organisation) : List.of();
    }

    /** The same of one answer; the one that is given where there is nothing to ask about. */
    public <T> T ask(Function<Optional<MemberId>, T> question, T nothing) {
        return list(party -> List.of(question.apply(party))).stream()
                .findFirst()
                .orElse(nothing);
    }
}

package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.Consent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the parties of an agreement have asked for, with one more asking.
 *
 * @param same those who ask for the same, the newest last
 * @param others what is asked for otherwise
 * @param again whether the newest had asked for the same before
 */
record Consents(Standing state, List<Consent> same, List<Consent> others, boolean again) {

    static Consents with(Standing state, Consent.To to, Optional<LocalDate> lastDay, String reason, Request request) {
        Consent newest = new Consent(
                to,
                lastDay,
                request.organisation(),
                request.signer().id(),
                request.now(),
                reason,
                request.transaction().id());
        List<Consent> same = new ArrayList<>();
        List<Consent> others = new ArrayList<>();
        boolean again = false;
        for (Consent earlier : state.asked()) {
            boolean own = earlier.organisation().equals(newest.organisation());
            if (earlier.to() != to) {
                others.add(earlier);
            } else if (own) {
                again |= earlier.lastDay().equals(lastDay);
            } else {
                (earlier.lastDay().equals(lastDay) ? same : others).add(earlier);
            }
        }
        same.add(newest);
        return new Consents(state, same, others, again);
    }

    /** The state with what is asked for now. */
    static Standing asking(Standing state, List<Consent> asked) {
        return AgreementLife.ending(state, state.termination(), asked);
    }

    /** What follows: it happens when all ask for it; until then it stands that these do. */
    Decision decide(
            String what,
            Function<List<Consent>, AgreementState> whenAsked,
            Function<List<Consent>, AgreementState> whenAgreed) {
        Set<MemberId> missing = missing();
        if (missing.isEmpty()) {
            return AgreementWords.write(whenAgreed.apply(same));
        }
        if (again) {
            return Decision.refuse(
                    RefusalCode.ALREADY_ASKED,
                    "'" + same.get(same.size() - 1).organisation() + "' has asked for " + what + " of "
                            + AgreementWords.name(state) + " already; it still takes " + AgreementWords.list(missing));
        }
        List<Consent> asked = new ArrayList<>(others);
        asked.addAll(same);
        return AgreementWords.write(whenAsked.apply(asked));
    }

    private Set<MemberId> missing() {
        Set<MemberId> missing = new TreeSet<>(state.proposal().parties().values());
        same.forEach(consent -> missing.remove(consent.organisation()));
        return missing;
    }

    /** What remains of the others once all agree: a call for the same with another day is settled with it. */
    List<Consent> remaining(Consent.To done) {
        return others.stream().filter(other -> other.to() != done).toList();
    }
}

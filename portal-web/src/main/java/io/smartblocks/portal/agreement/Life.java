package io.smartblocks.portal.agreement;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.util.List;

/** The four steps of an agreement's life, each with who and when. */
public final class Life {

    /** One step: reached, being taken, or still to come. */
    public record Step(String key, String icon, String words, boolean done, boolean current) {}

    private final Words say;
    private final Names names;

    public Life(Words say, Names names) {
        this.say = say;
        this.names = names;
    }

    /** The steps of a text that nobody but its author has seen. */
    public List<Step> ofDraft() {
        return List.of(
                new Step("draft", "sign", say.message("step.draft.now"), false, true),
                ahead("proposed", say.message("step.proposed.next")),
                ahead("signed", say.message("step.signed.next")),
                ahead("active", say.message("step.active.next")));
    }

    List<Step> of(AgreementRecord agreement) {
        AgreementState state = agreement.state();
        String proposer = names.of(state.proposal().proposedBy());
        boolean active = state instanceof AgreementState.Governing;
        boolean withdrawn = state instanceof AgreementState.Withdrawn;
        Step signed = active
                ? done("signed", signatures(state))
                : new Step("signed", withdrawn ? "clock" : "sign", signatures(state), false, !withdrawn);
        return List.of(
                done("draft", say.message("step.draft", proposer)),
                done("proposed", say.message("step.proposed", day(agreement))),
                signed,
                last(state));
    }

    private Step last(AgreementState state) {
        if (state instanceof AgreementState.Active active) {
            return new Step(
                    "active", "tick", say.message("step.active", say.day(say.dayOf(active.activatedAt()))), true, true);
        }
        if (state instanceof AgreementState.Suspended suspended) {
            String day = say.day(say.dayOf(suspended.suspendedAt()));
            return new Step("suspended", "clock", say.message("step.suspended", day), false, true);
        }
        if (state instanceof AgreementState.Ended ended) {
            return new Step("ended", "history", say.message("step.ended", say.day(ended.lastDay())), true, true);
        }
        if (state instanceof AgreementState.Withdrawn withdrawn) {
            String by = names.of(withdrawn.withdrawnBy());
            return new Step("withdrawn", "history", say.message("step.withdrawn", by), false, true);
        }
        return ahead("active", say.message("step.active.next"));
    }

    private String signatures(AgreementState state) {
        int parties = state.unsigned().size() + state.signatures().size();
        if (state.signatures().isEmpty()) {
            return say.message("step.signed.none", parties);
        }
        String who = state.signatures().stream()
                .map(PartySignature::organisation)
                .map(names::of)
                .collect(joining(", "));
        return say.message("step.signed", state.signatures().size(), parties, who);
    }

    private String day(AgreementRecord agreement) {
        return say.day(say.dayOf(agreement.proposedAt()));
    }

    private static Step done(String key, String words) {
        return new Step(key, "tick", words, true, false);
    }

    private static Step ahead(String key, String words) {
        return new Step(key, "clock", words, false, false);
    }
}

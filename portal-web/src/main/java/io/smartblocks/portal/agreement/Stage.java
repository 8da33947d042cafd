package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.portal.words.Words;

/** Where an agreement stands, in words and with the chip that says so. */
record Stage(String mood, String icon, String words) {

    static Stage of(AgreementState state, Words say) {
        if (state instanceof AgreementState.Active active
                && active.termination().isPresent()) {
            return new Stage("warn", "clock", say.message("stage.ending", say.shortDay(active.lastDay())));
        }
        if (state instanceof AgreementState.Active) {
            return new Stage("good", "good", say.message("stage.active"));
        }
        if (state instanceof AgreementState.Suspended) {
            return new Stage("warn", "clock", say.message("stage.suspended"));
        }
        if (state instanceof AgreementState.Ended ended) {
            return new Stage("", "history", say.message("stage.ended." + Ends.key(ended)));
        }
        if (state instanceof AgreementState.Withdrawn) {
            return new Stage("", "history", say.message("stage.withdrawn"));
        }
        if (state instanceof AgreementState.Signed signed) {
            int parties = state.unsigned().size() + signed.signatures().size();
            return new Stage(
                    "accent",
                    "sign",
                    say.message("stage.signed.some", signed.signatures().size(), parties));
        }
        return new Stage("accent", "sign", say.message("stage.proposed"));
    }
}

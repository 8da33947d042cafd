package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Ended;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.AgreementState.Withdrawn;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** The refusals that all actions on an agreement share, and the words for its parties. */
final class AgreementWords {

    private AgreementWords() {}

    /** What stands of the agreement in the version; nothing under a text that no version can have. */
    static Optional<AgreementState> standing(AgreementId agreement, String version, Request request) {
        return ProposalCheck.isVersion(version)
                ? request.view().state(StateKey.agreement(agreement, version), AgreementState.class)
                : Optional.empty();
    }

    static String name(AgreementId agreement, String version) {
        return "agreement '" + agreement + "' version " + version;
    }

    static String name(AgreementAction action) {
        return name(action.agreement(), action.version());
    }

    static String name(AgreementState state) {
        return name(state.proposal().agreement(), state.proposal().version());
    }

    static String list(Collection<MemberId> members) {
        return members.stream().map(member -> "'" + member + "'").collect(Collectors.joining(", "));
    }

    static String parties(Proposal proposal) {
        return proposal.parties().entrySet().stream()
                .map(party -> party.getKey() + " ('" + party.getValue() + "')")
                .collect(Collectors.joining(", "));
    }

    static Optional<Decision> notOfAParty(Proposal proposal, Request request) {
        if (proposal.isParty(request.organisation())) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.NOT_A_PARTY,
                "'" + request.signer().id() + "' acts for '" + request.organisation() + "', which is not a party of "
                        + name(proposal.agreement(), proposal.version()) + "; its parties are "
                        + parties(proposal)));
    }

    static StateKey key(AgreementState state) {
        return StateKey.agreement(state.proposal().agreement(), state.proposal().version());
    }

    static Decision write(AgreementState state) {
        return Decision.write(key(state), state);
    }

    /** The local day on which the agreement's parties are now. */
    static LocalDate today(AgreementState state, Request request) {
        return LocalDate.ofInstant(request.now(), state.proposal().terms().zone());
    }

    static Decision ended(Ended ended) {
        return Decision.refuse(
                RefusalCode.AGREEMENT_ENDED,
                name(ended)
                        + ended.replacedBy()
                                .map(next -> " was replaced by version " + next + " and ends on ")
                                .orElse(" ended on ")
                        + ended.lastDay());
    }

    static Optional<Decision> notOpen(AgreementState state) {
        if (state instanceof Standing) {
            return Optional.of(Decision.refuse(
                    RefusalCode.AGREEMENT_ACTIVE,
                    name(state) + " is in force and can no longer be changed; propose another version"));
        }
        if (state instanceof Ended ended) {
            return Optional.of(ended(ended));
        }
        if (state instanceof Withdrawn withdrawn) {
            return Optional.of(Decision.refuse(
                    RefusalCode.AGREEMENT_WITHDRAWN,
                    name(state) + " was withdrawn by '" + withdrawn.withdrawnBy() + "'; propose another version"));
        }
        return Optional.empty();
    }
}

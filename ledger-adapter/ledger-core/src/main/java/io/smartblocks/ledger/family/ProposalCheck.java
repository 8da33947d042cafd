package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether a text may be proposed: by a party, to organisations of this ledger, with the hash it says. */
final class ProposalCheck {

    private static final int MOST_PARTIES = 100;
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,39}");

    private final ProposeAgreement proposal;
    private final Request request;

    private ProposalCheck(ProposeAgreement proposal, Request request) {
        this.proposal = proposal;
        this.request = request;
    }

    static Optional<Decision> of(ProposeAgreement proposal, Optional<AgreementState> standing, Request request) {
        ProposalCheck check = new ProposalCheck(proposal, request);
        return check.content()
                .or(() -> TermsCheck.of(proposal))
                .or(check::proposer)
                .or(check::parties)
                .or(() -> standing.flatMap(check::against))
                .or(check::place);
    }

    /** What the parties are then asked to sign. */
    static Proposal proposed(ProposeAgreement proposal, Request request) {
        return new Proposal(
                proposal.agreement(),
                proposal.version(),
                proposal.title(),
                proposal.textHash(),
                proposal.compiledHash(),
                proposal.terms(),
                proposal.parties(),
                request.signer().id());
    }

    static boolean isVersion(String version) {
        return VERSION.matcher(version).matches();
    }

    private Optional<Decision> content() {
        if (!isVersion(proposal.version())) {
            return invalid("the version '" + proposal.version() + "' is not one such as 1.0");
        }
        if (proposal.text().isBlank()) {
            return invalid("the text is empty");
        }
        if (!Hash.of(proposal.text()).equals(proposal.textHash())) {
            return Optional.of(Decision.refuse(
                    RefusalCode.HASH_DIFFERS,
                    "the text has the hash " + Hash.of(proposal.text()) + ", but " + proposal.textHash()
                            + " is stated"));
        }
        return Texts.problemWith("the title", proposal.title())
                .or(() -> Texts.problemWithDocument("the text", proposal.text()))
                .or(() -> compiledForm(proposal.compiledForm()))
                .or(this::partyNames);
    }

    private Optional<Decision> compiledForm(String form) {
        Hash hash = Hash.of(form);
        return hash.equals(proposal.compiledHash())
                ? Texts.problemWithDocument("the compiled form", form)
                : Optional.of(Decision.refuse(
                        RefusalCode.HASH_DIFFERS,
                        "the compiled form has the hash " + hash + ", but " + proposal.compiledHash() + " is stated"));
    }

    // what somebody agrees with itself would need nobody's consent, and speak for its reputation
    private Optional<Decision> partyNames() {
        int organisations = new TreeSet<>(proposal.parties().values()).size();
        if (organisations < 2 || proposal.parties().size() > MOST_PARTIES) {
            return invalid("it has " + proposal.parties().size() + " parties of " + organisations
                    + " organisations; expected at least two organisations and at most " + MOST_PARTIES + " parties");
        }
        return proposal.parties().keySet().stream()
                .flatMap(name -> Texts.problemWith("the party's name", name).stream())
                .findFirst();
    }

    private Optional<Decision> proposer() {
        boolean mayPropose = request.maySign() || request.has(Role.ESCO);
        if (!mayPropose) {
            return Optional.of(request.notAllowed("the role signatory or esco"));
        }
        return AgreementWords.notOfAParty(proposed(proposal, request), request);
    }

    private Optional<Decision> parties() {
        for (Map.Entry<String, MemberId> party : proposal.parties().entrySet()) {
            if (!request.isActiveOrganisation(party.getValue())) {
                return Optional.of(Decision.refuse(
                        RefusalCode.MEMBER_UNKNOWN,
                        "party " + party.getKey() + ": '" + party.getValue()
                                + "' is not an active organisation of this ledger"));
            }
        }
        return Optional.empty();
    }

    private Optional<Decision> against(AgreementState standing) {
        Proposal old = standing.proposal();
        boolean same = old.textHash().equals(proposal.textHash())
                && old.compiledHash().equals(proposal.compiledHash())
                && old.terms().equals(proposal.terms());
        return AgreementWords.notOpen(standing)
                .or(() -> AgreementWords.notOfAParty(old, request))
                .or(() -> otherParties(standing))
                .or(() -> same ? unchanged(standing) : Optional.empty());
    }

    /** An amendment that could not come into force is refused at once, so that nobody signs it in vain. */
    private Optional<Decision> place() {
        return proposal.terms().inPlaceOf().isEmpty()
                ? Optional.empty()
                : Replacing.problem(proposed(proposal, request), Versions.of(proposal.agreement(), request.view()));
    }

    // a signature names text, compiled form and terms only, so a version must mean the same parties for all its life
    private Optional<Decision> otherParties(AgreementState standing) {
        if (standing.proposal().parties().equals(proposal.parties())) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.PARTIES_CHANGED,
                AgreementWords.name(standing) + " was proposed with the parties "
                        + AgreementWords.parties(standing.proposal()) + "; for others propose another version"));
    }

    private Optional<Decision> unchanged(AgreementState standing) {
        return Optional.of(Decision.refuse(
                RefusalCode.PROPOSAL_UNCHANGED,
                AgreementWords.name(standing) + " stands with exactly this text and these parties; sign it"));
    }

    private Optional<Decision> invalid(String problem) {
        return Optional.of(
                Decision.refuse(RefusalCode.INVALID_CONTENT, "proposal of '" + proposal.agreement() + "': " + problem));
    }
}

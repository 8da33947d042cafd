package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Waits;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.Consent;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says in words what waits under an agreement, and leads to where it is done. */
@Component
class WaitingWords {

    private final ReadModel read;
    private final StatedFacts facts;
    private final Names names;
    private final Words say;

    WaitingWords(ReadModel read, StatedFacts facts, Names names, Words say) {
        this.read = read;
        this.facts = facts;
        this.names = names;
        this.say = say;
    }

    /** What of it waits for an organisation. */
    List<WaitingThing> of(Waits waits, MemberId own) {
        if (waits.state() instanceof Standing standing) {
            return standing.asked().stream()
                    .filter(asked -> !asked.organisation().equals(own))
                    .map(asked -> consent(standing.proposal(), asked))
                    .toList();
        }
        if (waits.state() instanceof AgreementState open) {
            return List.of(signature(open.proposal()));
        }
        if (waits.state() instanceof StatementState statement) {
            return statement.pending().stream()
                    .map(stated -> confirmation(stated, own))
                    .toList();
        }
        return Stream.of(waits.state())
                .filter(DisputeState.class::isInstance)
                .map(DisputeState.class::cast)
                .map(dispute -> dispute(dispute, own))
                .toList();
    }

    private WaitingThing signature(Proposal proposal) {
        return new WaitingThing(
                "sign",
                say.message("waiting.sign", proposal.title(), proposal.version()),
                say.message(
                        "waiting.sign.words",
                        names.of(proposal.proposedBy()),
                        read.agreements()
                                .agreement(proposal.agreement(), proposal.version())
                                .map(agreement -> say.day(say.dayOf(agreement.proposedAt())))
                                .orElse("")),
                "/agreements/" + proposal.agreement() + "/sign?version=" + proposal.version(),
                say.message("waiting.read"));
    }

    /** What another party has asked for and this one not yet. */
    private WaitingThing consent(Proposal proposal, Consent asked) {
        String to = asked.to().name().toLowerCase(Locale.ROOT);
        String action = asked.to() == Consent.To.REVOKE_TERMINATION ? "revoke" : to;
        return new WaitingThing(
                "agreement",
                proposal.title(),
                say.message(
                        "agreement.asked." + to,
                        names.of(asked.organisation()),
                        asked.reason(),
                        asked.lastDay().map(say::day).orElse("")),
                "/agreements/" + proposal.agreement() + "/act/" + action + "?version=" + proposal.version(),
                say.message("life." + action + ".button"));
    }

    private WaitingThing confirmation(Stated stated, MemberId own) {
        var statement = stated.statement();
        List<AgreementRecord> versions = versions(statement.agreement(), own);
        return new WaitingThing(
                "facts",
                say.message(
                        "waiting.confirm",
                        statement.place().name(),
                        facts.value(statement, versions),
                        versions.get(0).proposal().title()),
                say.message("waiting.confirm.words", names.of(stated.organisation()), facts.days(statement)),
                StatedFacts.address(
                        statement.agreement(),
                        "confirm",
                        "statement",
                        stated.transaction().toString()),
                say.message("waiting.confirm.read"));
    }

    /** A dispute of another party, which this one can uphold; giving it up is for who disputes. */
    private WaitingThing dispute(DisputeState dispute, MemberId own) {
        List<AgreementRecord> versions = versions(dispute.settlement().agreement(), own);
        return new WaitingThing(
                "warn",
                say.message(
                        "waiting.dispute",
                        names.of(dispute.organisation()),
                        versions.get(0).proposal().title(),
                        say.day(dispute.settlement().from())),
                dispute.reason(),
                SettlementRows.link(dispute.settlement()),
                say.message("waiting.dispute.read"));
    }

    private List<AgreementRecord> versions(AgreementId agreement, MemberId own) {
        return read.agreements().versions(agreement).stream()
                .filter(version -> version.proposal().isParty(own))
                .toList();
    }

    /** A change that another party asks for in a text of one's own. */
    WaitingThing change(ChangeRequests.Asked asked) {
        Proposal proposal = read.agreements()
                .agreement(asked.agreement(), asked.version())
                .orElseThrow()
                .proposal();
        return new WaitingThing(
                "sign",
                say.message(
                        "waiting.change",
                        names.of(asked.request().organisation()),
                        proposal.title(),
                        proposal.version()),
                asked.request().words(),
                "/editor?changes=" + proposal.agreement() + "&version=" + proposal.version(),
                say.message("change.make"));
    }
}

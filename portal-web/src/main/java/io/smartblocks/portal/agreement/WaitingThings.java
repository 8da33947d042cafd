package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.AgreementState.Standing;
import io.smartblocks.ledger.state.Consent;
import io.smartblocks.ledger.state.DisputeState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.shell.Waiting;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that waits for a reader: signatures, changes asked for, consents, confirmations and disputes. */
@Component
public class WaitingThings implements Waiting {

    private static final int MOST_DISPUTES = 500;
    private static final int SHOWN = 20;

    private final ReadModel read;
    private final Access access;
    private final Signing signing;
    private final ChangeRequests requests;
    private final StatedFacts facts;
    private final Names names;
    private final List<WaitingElse> others;
    private final Words say;

    WaitingThings(
            ReadModel read,
            Access access,
            Signing signing,
            ChangeRequests requests,
            StatedFacts facts,
            Names names,
            List<WaitingElse> others,
            Words say) {
        this.read = read;
        this.access = access;
        this.signing = signing;
        this.requests = requests;
        this.facts = facts;
        this.names = names;
        this.others = others;
        this.say = say;
    }

    @Override
    public int count(Account reader) {
        return of(reader).size();
    }

    /** What waits, kind after kind, the newest of each first. */
    public List<WaitingThing> of(Account reader) {
        return Stream.concat(others.stream().flatMap(other -> other.of(reader).stream()), ofAgreements(reader).stream())
                .toList();
    }

    private List<WaitingThing> ofAgreements(Account reader) {
        Optional<MemberId> own = access.organisation(reader);
        if (own.isEmpty() || !(reader.role().signs() || reader.role().proposes())) {
            return List.of();
        }
        List<AgreementRecord> agreements = access.agreements(reader);
        Stream<WaitingThing> changes =
                reader.role().proposes() ? agreements.stream().flatMap(each -> changes(each, own.get())) : Stream.of();
        Stream<WaitingThing> acts = Acting.mayAct(reader) ? acts(reader, agreements, own.get()) : Stream.of();
        return Stream.concat(acts, changes).toList();
    }

    /** Settlements that the runtime of the reader's organisation has yet to compute again; no person can do that for it. */
    public List<WaitingThing> coSigning(Account reader) {
        return access.organisation(reader).stream()
                .flatMap(own -> read.verifications().waitingFor(own, SettlementEngine.version(), 0, "", SHOWN).stream())
                .map(SettlementRecord::settlement)
                .map(settled -> new WaitingThing(
                        "clock",
                        read.agreements()
                                .agreement(settled.agreement(), settled.version())
                                .map(agreement -> agreement.proposal().title())
                                .orElse(settled.agreement().value()),
                        say.period(settled.from(), settled.to()),
                        SettlementRows.link(settled),
                        say.message("waiting.cosign.read")))
                .toList();
    }

    private Stream<WaitingThing> acts(Account reader, List<AgreementRecord> agreements, MemberId own) {
        Map<AgreementId, Proposal> known = new LinkedHashMap<>();
        agreements.forEach(each -> known.putIfAbsent(each.proposal().agreement(), each.proposal()));
        return Stream.of(
                        agreements.stream()
                                .filter(each -> signing.waitsFor(reader, each))
                                .map(this::signature),
                        agreements.stream().flatMap(each -> consents(each, own)),
                        confirmations(agreements, known, own),
                        disputes(known, own))
                .flatMap(things -> things);
    }

    private WaitingThing signature(AgreementRecord agreement) {
        Proposal proposal = agreement.proposal();
        return new WaitingThing(
                "sign",
                say.message("waiting.sign", proposal.title(), proposal.version()),
                say.message(
                        "waiting.sign.words",
                        names.of(proposal.proposedBy()),
                        say.day(say.dayOf(agreement.proposedAt()))),
                "/agreements/" + proposal.agreement() + "/sign?version=" + proposal.version(),
                say.message("waiting.read"));
    }

    /** What another party has asked for and this one not yet. */
    private Stream<WaitingThing> consents(AgreementRecord agreement, MemberId own) {
        Proposal proposal = agreement.proposal();
        if (!(agreement.state() instanceof Standing standing)
                || standing.asked().stream()
                        .anyMatch(asked -> asked.organisation().equals(own))) {
            return Stream.of();
        }
        return standing.asked().stream().map(asked -> consent(proposal, asked));
    }

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

    private Stream<WaitingThing> confirmations(
            List<AgreementRecord> versions, Map<AgreementId, Proposal> agreements, MemberId own) {
        return read.statements().waitingFor(own).stream()
                .flatMap(state -> state.pending().stream())
                .filter(stated -> stated.unconfirmed().contains(own))
                .filter(stated ->
                        stated.statement() instanceof StateFact || stated.statement() instanceof StateAdjustment)
                .filter(stated -> agreements.containsKey(stated.statement().agreement()))
                .map(stated -> confirmation(agreements.get(stated.statement().agreement()), stated, versions));
    }

    private WaitingThing confirmation(Proposal proposal, Stated stated, List<AgreementRecord> versions) {
        var statement = stated.statement();
        return new WaitingThing(
                "facts",
                say.message(
                        "waiting.confirm",
                        statement.place().name(),
                        facts.value(
                                statement,
                                versions.stream()
                                        .filter(each ->
                                                each.proposal().agreement().equals(proposal.agreement()))
                                        .toList()),
                        proposal.title()),
                say.message("waiting.confirm.words", names.of(stated.organisation()), facts.days(statement)),
                StatedFacts.address(
                        statement.agreement(),
                        "confirm",
                        "statement",
                        stated.transaction().toString()),
                say.message("waiting.confirm.read"));
    }

    /** Disputes of other parties, which this one can uphold; giving one up is for who disputes. */
    private Stream<WaitingThing> disputes(Map<AgreementId, Proposal> agreements, MemberId own) {
        return read.disputes().open(MOST_DISPUTES).stream()
                .filter(dispute -> !dispute.organisation().equals(own)
                        && !dispute.conceded().contains(own))
                .filter(dispute -> agreements.containsKey(dispute.settlement().agreement()))
                .map(dispute -> dispute(agreements.get(dispute.settlement().agreement()), dispute));
    }

    private WaitingThing dispute(Proposal proposal, DisputeState dispute) {
        return new WaitingThing(
                "warn",
                say.message(
                        "waiting.dispute",
                        names.of(dispute.organisation()),
                        proposal.title(),
                        say.day(dispute.settlement().from())),
                dispute.reason(),
                SettlementRows.link(dispute.settlement()),
                say.message("waiting.dispute.read"));
    }

    private Stream<WaitingThing> changes(AgreementRecord agreement, MemberId own) {
        Proposal proposal = agreement.proposal();
        boolean ours = Newest.isOpen(agreement.state())
                && names.organisation(proposal.proposedBy()).equals(own);
        return ours
                ? requests.open(agreement).stream()
                        .filter(request -> !request.organisation().equals(own))
                        .map(request -> change(proposal, request))
                : Stream.of();
    }

    private WaitingThing change(Proposal proposal, ChangeRequest request) {
        return new WaitingThing(
                "sign",
                say.message("waiting.change", names.of(request.organisation()), proposal.title(), proposal.version()),
                request.words(),
                "/editor?changes=" + proposal.agreement() + "&version=" + proposal.version(),
                say.message("change.make"));
    }
}

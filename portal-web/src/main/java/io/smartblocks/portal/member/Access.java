package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.AskedMeters;
import io.smartblocks.ledger.readmodel.AskedSettlements;
import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.account.Account;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a reader may see: the agreements of its organisation, and the meters that those in force once named or that it
 * operates; an owner also sees the other meters of those sites.
 */
@Component
public class Access {

    private final ReadModel model;

    Access(ReadModel model) {
        this.model = model;
    }

    /** The organisation that a reader acts for. */
    public Optional<MemberId> organisation(Account reader) {
        return reader.organisation().map(MemberId::new);
    }

    /** What a reader finds behind links. */
    public Reach reach(Account reader) {
        return Reach.of(reader, this);
    }

    /** All versions of an agreement, newest first; none where the reader may not see them. */
    public List<AgreementRecord> versions(Account reader, AgreementId id) {
        return model.agreements().versions(id).stream()
                .filter(version -> maySee(reader, version))
                .toList();
    }

    /** The text of an agreement. */
    public String text(Proposal proposal) {
        return model.agreements().text(proposal);
    }

    /** Whether the reader may see anything about an agreement. */
    public boolean maySee(Account reader, AgreementId id) {
        return reader.role().seesEverything()
                || organisation(reader)
                        .filter(own -> model.agreements().isParty(own, id))
                        .isPresent();
    }

    /**
     * Whether the reader may see where an event came from: the agreement, the period, who said it and why. That there was
     * one, of which kind, when, and how it weighs, is for everybody.
     */
    public boolean maySeeSource(Account reader, ReputationEvent event) {
        return organisation(reader).filter(event.organisation()::equals).isPresent()
                || maySee(reader, event.agreement());
    }

    /** The meter with an id, if the reader may see it. */
    public Optional<MeterState> meter(Account reader, String id) {
        return MeterId.parse(id)
                .filter(known -> known.value().equals(id))
                .flatMap(model.meters()::meter)
                .filter(meter -> reader.role().seesEverything()
                        || organisation(reader)
                                .filter(own -> sees(reader, own, meter.meter()))
                                .isPresent());
    }

    private boolean sees(Account reader, MemberId own, MeterId meter) {
        return reader.role().seesWholeSites()
                ? model.seen().seesBeside(own, meter)
                : model.seen().sees(own, meter);
    }

    /** The meters that a reader may see and whose ids follow one, by id; from the first on after an empty one. */
    public List<MeterState> meters(Account reader, String after, int limit) {
        return meters(reader, AskedMeters.ALL, after, limit);
    }

    /** The same of those that are asked for. */
    public List<MeterState> meters(Account reader, AskedMeters asked, String after, int limit) {
        if (reader.role().seesEverything()) {
            return model.meters().after(after, asked, limit);
        }
        return organisation(reader)
                .map(own -> reader.role().seesWholeSites()
                        ? model.seen().besideAfter(own, after, asked, limit)
                        : model.seen().after(own, after, asked, limit))
                .orElse(List.of());
    }

    /** The meters that the reader's organisation operates and whose ids follow one, by id. */
    public List<MeterState> operated(Account reader, String after, int limit) {
        return organisation(reader)
                .map(own -> model.seen().operatedAfter(own, after, limit))
                .orElse(List.of());
    }

    /** The sites of the meters that a reader may see, as the meters write them. */
    public List<String> sites(Account reader) {
        return Scope.of(reader).list(model.seen()::sites);
    }

    /** The meters that a reader may see at some sites, by id. */
    public List<MeterState> metersAt(Account reader, Collection<SiteId> sites) {
        return Scope.of(reader)
                .list(party -> party.map(own -> reader.role().seesWholeSites()
                                ? model.seen().besideAt(sites, own)
                                : model.seen().at(sites, own))
                        .orElseGet(() -> model.seen().at(sites)));
    }

    /**
     * The settlements that a reader may see, newest first.
     *
     * @param last the transaction of the one that they follow; from the newest on where there is none
     */
    public List<ListedSettlement> settlements(Account reader, Optional<TransactionId> last, int limit) {
        return Scope.of(reader).list(party -> model.settlements().listed(last, party, AskedSettlements.ALL, limit));
    }

    /** Of each agreement that the reader may see and that ever named one of the meters the newest that came into force. */
    public List<AgreementRecord> governing(Account reader, Collection<MeterId> meters) {
        List<AgreementId> naming = Scope.of(reader).list(party -> model.seen().agreementsNaming(meters, party));
        Map<AgreementId, AgreementRecord> newest = new LinkedHashMap<>();
        model.agreements().versions(naming).stream()
                .filter(version -> version.state() instanceof Governing && maySee(reader, version))
                .forEach(version -> newest.putIfAbsent(version.proposal().agreement(), version));
        return List.copyOf(newest.values());
    }

    private boolean maySee(Account reader, AgreementRecord agreement) {
        return reader.role().seesEverything()
                || organisation(reader).map(agreement.proposal()::isParty).orElse(false);
    }
}

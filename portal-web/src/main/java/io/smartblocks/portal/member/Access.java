package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Role;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        return reader.role().seesEverything() || !versions(reader, id).isEmpty();
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
        return reader.role() == Role.OWNER
                ? model.seen().seesBeside(own, meter)
                : model.seen().sees(own, meter);
    }

    /** The meters that a reader may see and whose ids follow one, by id; from the first on after an empty one. */
    public List<MeterState> meters(Account reader, String after, int limit) {
        if (reader.role().seesEverything()) {
            return model.meters().after(after, limit);
        }
        return organisation(reader)
                .map(own -> reader.role() == Role.OWNER
                        ? model.seen().besideAfter(own, after, limit)
                        : model.seen().after(own, after, limit))
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
        return ofReader(reader, model.seen()::sites, List.of());
    }

    /** The meters that a reader may see at some sites, by id. */
    public List<MeterState> metersAt(Account reader, Collection<SiteId> sites) {
        return ofReader(
                reader,
                party -> party.map(own -> reader.role() == Role.OWNER
                                ? model.seen().besideAt(sites, own)
                                : model.seen().at(sites, own))
                        .orElseGet(() -> model.seen().at(sites)),
                List.of());
    }

    /**
     * The settlements that a reader may see, newest first.
     *
     * @param last the transaction of the one that they follow; from the newest on where there is none
     */
    public List<SettlementRecord> settlements(Account reader, Optional<TransactionId> last, int limit) {
        return ofReader(reader, party -> model.settlements().newest(last, party, Optional.empty(), limit), List.of());
    }

    /** Of each agreement that the reader may see and that ever named one of the meters the newest that came into force. */
    public List<AgreementRecord> governing(Account reader, Collection<MeterId> meters) {
        List<AgreementId> naming = ofReader(reader, party -> model.seen().agreementsNaming(meters, party), List.of());
        Map<AgreementId, AgreementRecord> newest = new LinkedHashMap<>();
        model.agreements().versions(naming).stream()
                .filter(version -> version.state() instanceof Governing && maySee(reader, version))
                .forEach(version -> newest.putIfAbsent(version.proposal().agreement(), version));
        return List.copyOf(newest.values());
    }

    /** The answer for whom the reader acts, for everybody where nobody is named, or none where it acts for nobody. */
    private <T> T ofReader(Account reader, Function<Optional<MemberId>, T> answer, T none) {
        if (reader.role().seesEverything()) {
            return answer.apply(Optional.empty());
        }
        return organisation(reader).map(own -> answer.apply(Optional.of(own))).orElse(none);
    }

    private boolean maySee(Account reader, AgreementRecord agreement) {
        return reader.role().seesEverything()
                || organisation(reader).map(agreement.proposal()::isParty).orElse(false);
    }
}

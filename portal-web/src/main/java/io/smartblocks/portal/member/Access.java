package io.smartblocks.portal.member;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a reader may see: the agreements of its organisation, and the meters that those in force once named or that it
 * operates; an owner also sees the other meters of those sites.
 */
@Component
public class Access {

    private static final int LIMIT = 500;

    private final ReadModel model;

    Access(ReadModel model) {
        this.model = model;
    }

    /** The organisation that a reader acts for. */
    public Optional<MemberId> organisation(Account reader) {
        return reader.organisation().map(MemberId::new);
    }

    /** The agreement versions that a reader may see, newest first. */
    public List<AgreementRecord> agreements(Account reader) {
        if (reader.role().seesEverything()) {
            return model.agreements().newest(LIMIT);
        }
        return organisation(reader).map(model.agreements()::ofParty).orElse(List.of());
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

    /** The meters that a reader may see. */
    public List<MeterState> meters(Account reader) {
        List<MeterState> all = model.meters().meters();
        if (reader.role().seesEverything()) {
            return all;
        }
        // whoever proposes a text that names a meter has not yet been let in by anyone
        List<String> texts = agreements(reader).stream()
                .filter(version -> version.state() instanceof Governing)
                .map(AgreementRecord::proposal)
                .map(this::text)
                .toList();
        List<MeterState> own = all.stream()
                .filter(meter -> operates(reader, meter) || names(texts, meter))
                .toList();
        return reader.role() == Role.OWNER ? ofSameSites(all, own) : own;
    }

    /** The meter with an id, if the reader may see it. */
    public Optional<MeterState> meter(Account reader, String id) {
        if (reader.role().seesEverything()) {
            return registered(id);
        }
        return meters(reader).stream()
                .filter(known -> known.meter().value().equals(id))
                .findFirst();
    }

    private Optional<MeterState> registered(String id) {
        try {
            return model.meters()
                    .meter(new MeterId(id))
                    .filter(known -> known.meter().value().equals(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static List<MeterState> ofSameSites(List<MeterState> all, List<MeterState> own) {
        Set<String> sites = own.stream().map(MeterState::site).collect(Collectors.toSet());
        return all.stream().filter(meter -> sites.contains(meter.site())).toList();
    }

    private boolean maySee(Account reader, AgreementRecord agreement) {
        return reader.role().seesEverything()
                || organisation(reader).map(agreement.proposal()::isParty).orElse(false);
    }

    private boolean operates(Account reader, MeterState meter) {
        return organisation(reader).map(meter.operator()::equals).orElse(false);
    }

    private static boolean names(List<String> texts, MeterState meter) {
        return texts.stream()
                .anyMatch(text -> text.contains('"' + meter.meter().value() + '"')
                        || text.contains("\"meter/" + meter.meter().value() + '"'));
    }
}

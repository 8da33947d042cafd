package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.AgreementView.Partner;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.member.Access;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides by their keys which states a reader may see, as {@link PayloadAccess} does of the transactions behind them. */
@Component
public class VisibleStates {

    private static final Pattern MEMBER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    private final Access access;
    private final ReadModel read;

    VisibleStates(Access access, ReadModel read) {
        this.access = access;
        this.read = read;
    }

    /** Whether the reader may see what stands under a key, or stood there. */
    public boolean maySee(Account reader, StateKey key) {
        return new VisibleKeys(reader, access, read).sees(key);
    }

    /** Tells of each of these keys whether the reader may see its state. */
    public Predicate<StateKey> ofThose(Account reader, Collection<StateKey> keys) {
        VisibleKeys visible = new VisibleKeys(reader, access, read);
        return keys.stream().filter(visible::sees).collect(Collectors.toSet())::contains;
    }

    /** The keys that a filter asks for, as far as the reader may see them. */
    KeyRanges asked(Account reader, StateFilter filter) {
        Collection<String> kinds = filter.type().isEmpty() ? StateKinds.all() : List.of(filter.type());
        KeyRanges asked = visible(reader, kinds, filter);
        if (!filter.meter().isEmpty()) {
            asked = asked.and(ofMeter(filter.meter()));
        }
        if (!filter.agreement().isEmpty()) {
            asked = asked.and(KeyRanges.any(ofAgreement(filter.agreement()).toList()));
        }
        return filter.party().isEmpty() ? asked : asked.and(ofParty(filter.party(), kinds));
    }

    private KeyRanges visible(Account reader, Collection<String> kinds, StateFilter filter) {
        KeyRanges ofKinds =
                KeyRanges.any(kinds.stream().flatMap(VisibleStates::wholeKind).toList());
        Optional<MemberId> own = access.organisation(reader);
        if (reader.role().seesEverything()) {
            return ofKinds;
        }
        List<KeyRanges> seen = new ArrayList<>();
        kinds.stream()
                .filter(StateKinds.OPEN::contains)
                .flatMap(VisibleStates::wholeKind)
                .forEach(seen::add);
        if (own.isPresent()) {
            if (isAnyOf(StateKinds.OF_METER, kinds)) {
                meters(reader, own.get(), filter).map(VisibleStates::ofMeter).forEach(seen::add);
            }
            if (isAnyOf(StateKinds.OF_AGREEMENT, kinds)) {
                agreements(own.get(), filter)
                        .flatMap(VisibleStates::ofAgreement)
                        .forEach(seen::add);
            }
            if (kinds.contains(StateKinds.DOCUMENT) && filter.agreement().isEmpty()) {
                read.agreements().documentsOfParty(own.get()).stream()
                        .map(VisibleStates::ofDocument)
                        .forEach(seen::add);
            }
            if (kinds.contains(StateKinds.REPUTATION) && filter.agreement().isEmpty()) {
                read.agreements().partnersOf(own.get()).stream()
                        .flatMap(VisibleStates::reputations)
                        .forEach(seen::add);
            }
            seen.add(KeyRanges.under(StateKinds.REPUTATION + '/' + own.get()));
        }
        return KeyRanges.any(seen).and(ofKinds);
    }

    private static boolean isAnyOf(Set<String> group, Collection<String> kinds) {
        return kinds.stream().anyMatch(group::contains);
    }

    /** Only the one that is asked for where one is. */
    private Stream<String> meters(Account reader, MemberId own, StateFilter filter) {
        if (!filter.meter().isEmpty()) {
            return access.meter(reader, filter.meter()).stream()
                    .map(meter -> meter.meter().value());
        }
        List<MeterId> ids = reader.role() == Role.OWNER
                ? read.seen().idsBeside(own)
                : read.seen().ids(own);
        return ids.stream().map(MeterId::value);
    }

    private Stream<String> agreements(MemberId own, StateFilter filter) {
        if (!filter.agreement().isEmpty()) {
            return VisibleKeys.agreement(filter.agreement()).stream()
                    .filter(id -> read.agreements().isParty(own, id))
                    .map(AgreementId::value);
        }
        return read.agreements().idsOfParty(own).stream().map(AgreementId::value);
    }

    /** What an agreement brought its parties; {@link Access#maySeeSource} says the same of one event. */
    private static Stream<KeyRanges> reputations(Partner partner) {
        return VisibleKeys.REPUTATION_SOURCES.stream()
                .map(source -> KeyRanges.under(StateKinds.REPUTATION
                        + '/'
                        + partner.organisation()
                        + '/'
                        + source
                        + '/'
                        + partner.agreement()));
    }

    private static Stream<KeyRanges> wholeKind(String kind) {
        return Stream.of(KeyRanges.key(kind), KeyRanges.under(kind));
    }

    private static KeyRanges ofMeter(String meter) {
        return KeyRanges.any(Stream.concat(
                        Stream.of(KeyRanges.key("meter/" + meter)),
                        StateKinds.OF_METER.stream().map(kind -> KeyRanges.under(kind + '/' + meter)))
                .toList());
    }

    private static KeyRanges ofDocument(Hash hash) {
        return KeyRanges.key(StateKey.document(hash).value());
    }

    private static Stream<KeyRanges> ofAgreement(String agreement) {
        return StateKinds.OF_AGREEMENT.stream().map(kind -> KeyRanges.under(kind + '/' + agreement));
    }

    /** What stands of a member, the agreements that it is a party of, and the meters that it operates. */
    private KeyRanges ofParty(String party, Collection<String> kinds) {
        List<KeyRanges> of = new ArrayList<>(List.of(
                KeyRanges.key("member/" + party),
                KeyRanges.key("particulars/" + party),
                KeyRanges.under(StateKinds.REPUTATION + '/' + party)));
        if (!MEMBER.matcher(party).matches()) {
            return KeyRanges.any(of);
        }
        MemberId member = new MemberId(party);
        read.agreements().idsOfParty(member).stream()
                .map(AgreementId::value)
                .flatMap(VisibleStates::ofAgreement)
                .forEach(of::add);
        if (kinds.contains(StateKinds.DOCUMENT)) {
            read.agreements().documentsOfParty(member).stream()
                    .map(VisibleStates::ofDocument)
                    .forEach(of::add);
        }
        read.seen().operatedIds(member).stream()
                .map(meter -> ofMeter(meter.value()))
                .forEach(of::add);
        return KeyRanges.any(of);
    }
}

package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Decides by their keys which states a reader may see, as {@link PayloadAccess} does of the transactions behind them. */
@Component
public class VisibleStates {

    private static final Pattern MEMBER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    /** With these the key of an event goes on behind the organisation, and then with the agreement. */
    private static final List<String> REPUTATION_SOURCES = List.of("payment", "dispute", "rating", "statement");

    private final Access access;
    private final ReadModel read;

    VisibleStates(Access access, ReadModel read) {
        this.access = access;
        this.read = read;
    }

    /** Whether the reader may see what stands under a key, or stood there. */
    public boolean maySee(Account reader, StateKey key) {
        return ofThose(reader, List.of(key)).test(key);
    }

    /** Tells of each of these keys whether the reader may see its state. */
    public Predicate<StateKey> ofThose(Account reader, Collection<StateKey> keys) {
        KeyRanges visible = visible(reader, keys.stream().map(StateKey::kind).collect(Collectors.toSet()));
        return key -> visible.holds(key.value());
    }

    /** The keys that a filter asks for, as far as the reader may see them. */
    KeyRanges asked(Account reader, StateFilter filter) {
        Collection<String> kinds = filter.type().isEmpty() ? StateKinds.all() : List.of(filter.type());
        KeyRanges asked = visible(reader, kinds);
        if (!filter.meter().isEmpty()) {
            asked = asked.and(ofMeter(filter.meter()));
        }
        if (!filter.agreement().isEmpty()) {
            asked = asked.and(KeyRanges.any(ofAgreement(filter.agreement()).toList()));
        }
        return filter.party().isEmpty() ? asked : asked.and(ofParty(filter.party()));
    }

    private KeyRanges visible(Account reader, Collection<String> kinds) {
        if (reader.role().seesEverything()) {
            return KeyRanges.any(
                    kinds.stream().flatMap(VisibleStates::wholeKind).toList());
        }
        List<KeyRanges> seen = new ArrayList<>();
        kinds.stream()
                .filter(StateKinds.OPEN::contains)
                .flatMap(VisibleStates::wholeKind)
                .forEach(seen::add);
        if (kinds.stream().anyMatch(StateKinds.OF_METER::contains)) {
            access.meters(reader).stream()
                    .map(meter -> ofMeter(meter.meter().value()))
                    .forEach(seen::add);
        }
        if (kinds.stream()
                .anyMatch(kind -> StateKinds.OF_AGREEMENT.contains(kind) || StateKinds.DOCUMENT.equals(kind))) {
            access.agreements(reader).stream().flatMap(VisibleStates::withTexts).forEach(seen::add);
        }
        if (kinds.contains(StateKinds.REPUTATION)) {
            access.agreements(reader).stream()
                    .flatMap(VisibleStates::reputations)
                    .forEach(seen::add);
        }
        access.organisation(reader)
                .map(own -> KeyRanges.under(StateKinds.REPUTATION + '/' + own))
                .ifPresent(seen::add);
        KeyRanges ofKinds =
                KeyRanges.any(kinds.stream().flatMap(VisibleStates::wholeKind).toList());
        return KeyRanges.any(seen).and(ofKinds);
    }

    /** What an agreement brought its parties; {@link Access#maySeeSource} says the same of one event. */
    private static Stream<KeyRanges> reputations(AgreementRecord agreement) {
        return agreement.proposal().parties().values().stream()
                .distinct()
                .flatMap(party -> REPUTATION_SOURCES.stream()
                        .map(source -> KeyRanges.under(StateKinds.REPUTATION
                                + '/'
                                + party
                                + '/'
                                + source
                                + '/'
                                + agreement.proposal().agreement())));
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

    private static Stream<KeyRanges> withTexts(AgreementRecord agreement) {
        return Stream.concat(
                ofAgreement(agreement.proposal().agreement().value()),
                Stream.of(agreement.proposal().textHash(), agreement.proposal().compiledHash())
                        .map(hash -> KeyRanges.key(StateKey.document(hash).value())));
    }

    private static Stream<KeyRanges> ofAgreement(String agreement) {
        return StateKinds.OF_AGREEMENT.stream().map(kind -> KeyRanges.under(kind + '/' + agreement));
    }

    /** What stands of a member, the agreements that it is a party of, and the meters that it operates. */
    private KeyRanges ofParty(String party) {
        List<KeyRanges> of = new ArrayList<>(List.of(
                KeyRanges.key("member/" + party),
                KeyRanges.key("particulars/" + party),
                KeyRanges.under(StateKinds.REPUTATION + '/' + party)));
        if (!MEMBER.matcher(party).matches()) {
            return KeyRanges.any(of);
        }
        MemberId member = new MemberId(party);
        read.agreements().ofParty(member).stream()
                .flatMap(VisibleStates::withTexts)
                .forEach(of::add);
        read.meters().meters().stream()
                .filter(meter -> meter.operator().equals(member))
                .map(MeterState::meter)
                .map(meter -> ofMeter(meter.value()))
                .forEach(of::add);
        return KeyRanges.any(of);
    }
}

package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StandingState;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.AgreementView.Partner;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys that a filter asks for, as far as a reader may see them: worked out kind by kind while a page is filled. */
final class AskedKeys {

    private static final Pattern MEMBER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    private final Account reader;
    private final StateFilter filter;
    private final Access access;
    private final ReadModel read;
    private final Optional<MemberId> own;
    private @Nullable List<String> meters;
    private @Nullable List<String> agreements;

    AskedKeys(Account reader, StateFilter filter, Access access, ReadModel read) {
        this.reader = reader;
        this.filter = filter;
        this.access = access;
        this.read = read;
        this.own = access.organisation(reader);
    }

    /** What stands on the ledger under these keys, from behind the given one on. */
    List<StandingState> standing(Ledger ledger, String after, int atMost) {
        List<StandingState> found = new ArrayList<>();
        for (String kind : filter.type().isEmpty() ? StateKinds.all() : List.of(filter.type())) {
            // no kind begins as another one does, so that their keys stand one kind behind the other
            if (found.size() < atMost && (kind.compareTo(after) >= 0 || after.startsWith(kind))) {
                found.addAll(of(kind).standing(ledger, after, atMost - found.size()));
            }
        }
        return found;
    }

    private KeyRanges of(String kind) {
        KeyRanges asked = visible(kind);
        if (!filter.meter().isEmpty()) {
            asked = asked.and(ofMeter(filter.meter()));
        }
        if (!filter.agreement().isEmpty()) {
            asked = asked.and(ofAgreement(kind, filter.agreement()));
        }
        return filter.party().isEmpty() ? asked : asked.and(ofParty(kind, filter.party()));
    }

    private KeyRanges visible(String kind) {
        KeyRanges whole = KeyRanges.any(List.of(KeyRanges.key(kind), KeyRanges.under(kind)));
        if (reader.role().seesEverything() || StateKinds.OPEN.contains(kind)) {
            return whole;
        }
        if (own.isEmpty()) {
            return KeyRanges.any(List.of());
        }
        List<KeyRanges> seen = new ArrayList<>();
        if (StateKinds.OF_METER.contains(kind)) {
            meters(own.get()).forEach(meter -> seen.add(KeyRanges.under(kind + '/' + meter)));
        }
        if (StateKinds.OF_AGREEMENT.contains(kind)) {
            agreements(own.get()).forEach(agreement -> seen.add(KeyRanges.under(kind + '/' + agreement)));
        }
        if (kind.equals(StateKinds.DOCUMENT) && filter.agreement().isEmpty()) {
            read.agreements().documentsOfParty(own.get()).forEach(document -> seen.add(ofDocument(document)));
        }
        if (kind.equals(StateKinds.REPUTATION)) {
            seen.add(KeyRanges.under(kind + '/' + own.get()));
            if (filter.agreement().isEmpty()) {
                read.agreements().partnersOf(own.get()).stream()
                        .flatMap(AskedKeys::reputations)
                        .forEach(seen::add);
            }
        }
        return KeyRanges.any(seen);
    }

    /** Only the one that is asked for where one is. */
    private List<String> meters(MemberId own) {
        if (meters == null) {
            meters = filter.meter().isEmpty()
                    ? (reader.role().seesWholeSites()
                                    ? read.seen().idsBeside(own)
                                    : read.seen().ids(own))
                            .stream().map(MeterId::value).toList()
                    : access.meter(reader, filter.meter()).stream()
                            .map(meter -> meter.meter().value())
                            .toList();
        }
        return meters;
    }

    private List<String> agreements(MemberId own) {
        if (agreements == null) {
            agreements = (filter.agreement().isEmpty()
                            ? read.agreements().idsOfParty(own).stream()
                            : VisibleKeys.agreement(filter.agreement()).stream()
                                    .filter(id -> read.agreements().isParty(own, id)))
                    .map(AgreementId::value)
                    .toList();
        }
        return agreements;
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

    private static KeyRanges ofMeter(String meter) {
        return KeyRanges.any(Stream.concat(
                        Stream.of(KeyRanges.key("meter/" + meter)),
                        StateKinds.OF_METER.stream().map(kind -> KeyRanges.under(kind + '/' + meter)))
                .toList());
    }

    private static KeyRanges ofDocument(Hash hash) {
        return KeyRanges.key(StateKey.document(hash).value());
    }

    private static KeyRanges ofAgreement(String kind, String agreement) {
        return StateKinds.OF_AGREEMENT.contains(kind)
                ? KeyRanges.under(kind + '/' + agreement)
                : KeyRanges.any(List.of());
    }

    /** What stands of a member, the agreements that it is a party of, and the meters that it operates. */
    private KeyRanges ofParty(String kind, String party) {
        List<KeyRanges> of = new ArrayList<>(List.of(
                KeyRanges.key("member/" + party),
                KeyRanges.key("particulars/" + party),
                KeyRanges.under(StateKinds.REPUTATION + '/' + party)));
        if (!MEMBER.matcher(party).matches()) {
            return KeyRanges.any(of);
        }
        MemberId member = new MemberId(party);
        if (StateKinds.OF_AGREEMENT.contains(kind)) {
            read.agreements().idsOfParty(member).forEach(id -> of.add(KeyRanges.under(kind + '/' + id)));
        }
        if (kind.equals(StateKinds.DOCUMENT)) {
            read.agreements().documentsOfParty(member).forEach(document -> of.add(ofDocument(document)));
        }
        if (kind.equals("meter") || StateKinds.OF_METER.contains(kind)) {
            read.seen().operatedIds(member).forEach(meter -> of.add(ofMeter(meter.value())));
        }
        return KeyRanges.any(of);
    }
}

package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.readmodel.WaitingView;
import io.smartblocks.ledger.readmodel.Waits;
import io.smartblocks.ledger.readmodel.Waits.Kind;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.shell.Waiting;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.SettlementEngine;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All that waits for a reader: signatures, changes asked for, consents, confirmations and disputes. */
@Component
public class WaitingThings implements Waiting {

    private static final int SHOWN = 20;
    private static final Set<Kind> FOR_WHO_SIGNS = EnumSet.of(Kind.SIGN, Kind.CONSENT, Kind.CONFIRM, Kind.DISPUTE);

    private final ReadModel read;
    private final Access access;
    private final ChangeRequests requests;
    private final WaitingWords words;
    private final List<WaitingElse> others;
    private final Words say;

    WaitingThings(
            ReadModel read,
            Access access,
            ChangeRequests requests,
            WaitingWords words,
            List<WaitingElse> others,
            Words say) {
        this.read = read;
        this.access = access;
        this.requests = requests;
        this.words = words;
        this.others = others;
        this.say = say;
    }

    /**
     * Something that waits, with its place among all of it.
     *
     * @param place names it in the address of the part behind it
     */
    public record Placed(String place, List<WaitingThing> things) {

        public Placed {
            things = List.copyOf(things);
        }
    }

    @Override
    public int count(Account reader) {
        return acting(reader)
                        .map(own -> read.waiting().count(own, kinds(reader)))
                        .orElse(0)
                + proposing(reader).map(requests::countFor).orElse(0);
    }

    /** What waits, kind after kind, the newest of each first; from behind a place on, or from the first. */
    public Part<Placed> part(Account reader, String after, int shown) {
        List<Placed> found = new ArrayList<>();
        Optional<Long> change = WaitingPlace.change(after);
        if (change.isEmpty()) {
            Optional<WaitingView.Place> last = place(after);
            acting(reader)
                    .map(own -> read.waiting().of(own, kinds(reader), last, shown + 1))
                    .orElse(List.of())
                    .forEach(waits -> found.add(new Placed(WaitingPlace.of(waits), things(reader, waits))));
        }
        int left = shown + 1 - found.size();
        if (left > 0) {
            proposing(reader)
                    .map(own -> requests.askedOf(own, change.orElse(Long.MAX_VALUE), left))
                    .orElse(List.of())
                    .forEach(asked ->
                            found.add(new Placed(WaitingPlace.ofChange(asked.id()), List.of(words.change(asked)))));
        }
        return Part.of(found, shown);
    }

    private static Optional<WaitingView.Place> place(String after) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                WaitingPlace.state(after).orElseThrow(() -> new NotFound("what waits behind '" + after + "'")));
    }

    private List<WaitingThing> things(Account reader, Waits waits) {
        return waits.kind() == Kind.APPLICATION
                ? others.stream()
                        .flatMap(other -> other.thing(waits.state()).stream())
                        .toList()
                : words.of(waits, access.organisation(reader).orElseThrow());
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

    /** For whom the reader acts; without an organisation for itself. */
    private Optional<MemberId> acting(Account reader) {
        return Acting.mayAct(reader)
                ? access.organisation(reader).or(() -> reader.member().map(MemberId::new))
                : Optional.empty();
    }

    /** For whom the reader changes texts. */
    private Optional<MemberId> proposing(Account reader) {
        return access.organisation(reader).filter(own -> reader.role().proposes());
    }

    private Set<Kind> kinds(Account reader) {
        boolean signs = reader.role().signs() && access.organisation(reader).isPresent();
        Stream<Kind> own = signs ? FOR_WHO_SIGNS.stream() : Stream.of();
        Stream<Kind> open =
                others.stream().anyMatch(other -> other.decides(reader)) ? Stream.of(Kind.APPLICATION) : Stream.of();
        return EnumSet.copyOf(
                Stream.concat(own, open).collect(() -> EnumSet.noneOf(Kind.class), Set::add, Set::addAll));
    }
}

package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.AskedSettlements;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementView.HoldPlace;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.document.LongTable;
import io.smartblocks.portal.document.SettlementList;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Counted;
import io.smartblocks.portal.member.Scope;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The settlements that a reader may see, committed last first, and the periods that wait, changed last first. */
@Component
class SettlementsList {

    private static final String SEPARATOR = "\n";

    private final ReadModel read;
    private final SettlementRows rows;
    private final Counted counted;

    private final Access access;
    private final Words say;

    SettlementsList(ReadModel read, SettlementRows rows, Counted counted, Access access, Words say) {
        this.access = access;
        this.say = say;
        this.counted = counted;
        this.read = read;
        this.rows = rows;
    }

    /** From behind the settlement of a transaction on, as its address names it. */
    Part<ListedSettlement> settled(Account reader, SettlementFilter filter, String after, int shown) {
        return Part.of(settled(reader, filter, settledBehind(after), shown + 1), shown);
    }

    private List<ListedSettlement> settled(
            Account reader, SettlementFilter filter, Optional<TransactionId> last, int atMost) {
        return filter.asked()
                .map(asked -> Scope.of(reader).list(party -> read.settlements().listed(last, party, asked, atMost)))
                .orElse(List.of());
    }

    private static Optional<TransactionId> settledBehind(String address) {
        try {
            return address.isEmpty() ? Optional.empty() : Optional.of(TransactionId.of(address));
        } catch (IllegalArgumentException e) {
            throw new NotFound("settlements behind '" + address + "'");
        }
    }

    /** From behind a period on, as its address names it. */
    Part<HoldRecord> held(Account reader, SettlementFilter filter, String after, int shown) {
        Optional<HoldPlace> last = heldBehind(after);
        return Part.of(
                filter.asked()
                        .map(asked -> Scope.of(reader)
                                .list(party -> read.settlements().holds(last, party, asked, shown + 1)))
                        .orElse(List.of()),
                shown);
    }

    /** What of a filter the reader can find nothing by: the field, with what is wrong with it. */
    Map<String, String> problems(Account reader, SettlementFilter filter) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!filter.agreement().isEmpty()
                && filter.agreementId()
                        .filter(id -> !access.versions(reader, id).isEmpty())
                        .isEmpty()) {
            problems.put("agreement", say.message("settlements.agreement.unknown", filter.agreement()));
        }
        if (!filter.party().isEmpty()
                && filter.partyId().flatMap(id -> read.members().member(id)).isEmpty()) {
            problems.put("party", say.message("settlements.party.unknown", filter.party()));
        }
        filter.wrong()
                .forEach((field, typed) ->
                        problems.put(field, say.message("typed.day", say.message("audit." + field), typed)));
        return problems;
    }

    /** How many periods wait. */
    long countHeld(Account reader, SettlementFilter filter) {
        return filter.asked()
                .map(asked -> Scope.of(reader)
                        .ask(
                                party -> counted.of(
                                        new Held(party, asked),
                                        () -> read.settlements().countHolds(party, asked)),
                                0L))
                .orElse(0L);
    }

    private record Settled(Optional<MemberId> party, AskedSettlements asked) {}

    private record Held(Optional<MemberId> party, AskedSettlements asked) {}

    /** How many settlements there are. */
    long countSettled(Account reader, SettlementFilter filter) {
        return filter.asked()
                .map(asked -> Scope.of(reader)
                        .ask(
                                party -> counted.of(
                                        new Settled(party, asked),
                                        () -> read.settlements().count(party, asked)),
                                0L))
                .orElse(0L);
    }

    /** The address behind which the next part of waiting periods begins. */
    static String place(HoldRecord hold) {
        return String.join(
                SEPARATOR,
                Long.toString(hold.changedIn()),
                hold.state().agreement().value(),
                hold.state().period(),
                hold.state().from().toString());
    }

    private static Optional<HoldPlace> heldBehind(String address) {
        List<String> parts = List.of(address.split(SEPARATOR, -1));
        try {
            return address.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new HoldPlace(
                            Long.parseLong(parts.get(0)),
                            new AgreementId(parts.get(1)),
                            parts.get(2),
                            LocalDate.parse(parts.get(3))));
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
            throw new NotFound("held periods behind '" + address + "'");
        }
    }

    /** Settlements as a table shows them. */
    List<SettlementRow> shownSettled(List<ListedSettlement> settled) {
        Titles titles = new Titles();
        return settled.stream()
                .map(each -> rows.settled(each, titles.of(each.id().agreement(), each.version())))
                .toList();
    }

    /** Waiting periods as a table shows them. */
    List<SettlementRow> shownHeld(List<HoldRecord> held) {
        Titles titles = new Titles();
        return held.stream()
                .map(hold -> rows.held(
                        hold, titles.of(hold.state().agreement(), hold.state().version())))
                .toList();
    }

    /** All settlements of a reader that are asked for, as a table for a file. */
    LongTable table(Account reader, SettlementFilter filter) {
        return SettlementList.of(Part.<ListedSettlement>all(
                (last, atMost) -> settled(reader, filter, last.map(ListedSettlement::transaction), atMost)));
    }

    /** The agreements of one page, each read once. */
    private final class Titles {

        private final Map<List<String>, Proposal> known = new HashMap<>();

        Proposal of(AgreementId agreement, String version) {
            return known.computeIfAbsent(
                    List.of(agreement.value(), version),
                    key -> read.agreements()
                            .agreement(agreement, version)
                            .map(AgreementRecord::proposal)
                            .orElseThrow());
        }
    }
}

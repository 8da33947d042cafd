package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.state.HoldState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.Payable;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts settlements and holds into the rows of a table. */
@Component
public class SettlementRows {

    private final Words say;
    private final Names names;

    SettlementRows(Words say, Names names) {
        this.say = say;
        this.names = names;
    }

    /** The row of a settlement under the agreement of this proposal, with the names of the parties. */
    public SettlementRow settled(ListedSettlement settled, Proposal proposal) {
        return settled(settled, settled.summary().payables(), proposal, names.parties(proposal)::of);
    }

    /** The same, and what an organisation pays or gets first. */
    public SettlementRow settledFor(Optional<MemberId> organisation, ListedSettlement settled, Proposal proposal) {
        Set<String> own = proposal.parties().entrySet().stream()
                .filter(party -> organisation.filter(party.getValue()::equals).isPresent())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Payable> payables = settled.summary().payables().stream()
                .sorted(Comparator.comparing(
                        (Payable each) -> !own.contains(each.payer()) && !own.contains(each.payee())))
                .toList();
        return settled(settled, payables, proposal, names.parties(proposal)::of);
    }

    /** The same with the words that the agreement has for its parties. */
    public SettlementRow settledInItsWords(ListedSettlement settled, Proposal proposal) {
        return settled(settled, settled.summary().payables(), proposal, UnaryOperator.identity());
    }

    private SettlementRow settled(
            ListedSettlement settled, List<Payable> payables, Proposal proposal, UnaryOperator<String> called) {
        SettlementId id = settled.id();
        boolean corrected = id.revision() > 0;
        return new SettlementRow(
                link(id),
                say.period(id.from(), settled.to()),
                id.agreement().value(),
                proposal.title(),
                who(payables, called),
                payables.stream().map(this::amount).toList(),
                "good",
                "good",
                corrected
                        ? say.message("settlements.state.corrected", id.revision())
                        : say.message("settlements.state.settled"),
                payables.stream()
                        .map(Payable::due)
                        .findFirst()
                        .map(say::shortDay)
                        .orElse(""),
                "/transactions/" + settled.transaction(),
                say.number(settled.block()));
    }

    /** The row of a period that waits. */
    public SettlementRow held(HoldRecord record, Proposal proposal) {
        HoldState hold = record.state();
        return new SettlementRow(
                link(record),
                say.period(hold.from(), hold.to()),
                hold.agreement().value(),
                proposal.title(),
                hold.reasons().stream()
                        .map(reason -> say.meaning("hold", reason.code(), reason.message()))
                        .toList(),
                List.of(),
                "warn",
                "pause",
                say.message("settlements.state.held"),
                "",
                "/blocks/" + record.changedIn(),
                say.number(record.changedIn()));
    }

    /** Where the page of a settlement is. */
    public static String link(CommitSettlement settled) {
        return link(settled.id());
    }

    /** Where the page of a settlement is, of which only its id is known. */
    public static String link(SettlementId id) {
        return link("settlements", id.agreement().value(), id.period(), id.from(), Integer.toString(id.revision()));
    }

    /** Where the page of a period that waits is. */
    public static String link(HoldRecord record) {
        HoldState hold = record.state();
        return link("held", hold.agreement().value(), hold.period(), hold.from(), "");
    }

    private static String link(String area, String agreement, String period, LocalDate from, String revision) {
        UriComponentsBuilder path =
                UriComponentsBuilder.fromPath("/").pathSegment(area, agreement, Slug.of(period), from.toString());
        return (revision.isEmpty() ? path : path.pathSegment(revision))
                .build()
                .encode()
                .toUriString();
    }

    private List<String> who(List<Payable> payables, UnaryOperator<String> called) {
        if (payables.isEmpty()) {
            return List.of(say.message("settlements.nobody"));
        }
        return payables.stream()
                .map(each -> say.message("statement.pays", called.apply(each.payer()), called.apply(each.payee())))
                .toList();
    }

    private SettlementRow.Sum amount(Payable payable) {
        return new SettlementRow.Sum(say.number(payable.amount()), payable.currency());
    }
}

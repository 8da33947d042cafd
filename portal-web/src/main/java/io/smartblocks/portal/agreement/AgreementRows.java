package io.smartblocks.portal.agreement;

import static io.smartblocks.portal.document.Table.text;
import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.readmodel.AgreementList;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.document.LongTable;
import io.smartblocks.portal.document.Table;
import io.smartblocks.portal.member.Counted;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.member.Scope;
import io.smartblocks.portal.settlement.SettlementRow;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.words.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists the agreements of a reader, each by the version that counts now, with its next run and last result. */
@Component
class AgreementRows {

    private static final int SHOWN = 50;

    private final ReadModel model;
    private final Names names;
    private final NextSettlements next;
    private final SettlementRows settlements;
    private final Counted counted;
    private final Words say;

    AgreementRows(
            ReadModel model,
            Names names,
            NextSettlements next,
            SettlementRows settlements,
            Counted counted,
            Words say) {
        this.counted = counted;
        this.model = model;
        this.names = names;
        this.next = next;
        this.settlements = settlements;
        this.say = say;
    }

    /** A part of those that a filter asks for; from behind an agreement on, as its address names it. */
    Part<AgreementList.Row> part(Account reader, AgreementFilter filter, String after) {
        return Part.of(list(reader, filter, place(after), SHOWN + 1), SHOWN);
    }

    /** How many a filter asks for. */
    long count(Account reader, AgreementFilter filter) {
        return Scope.of(reader)
                .ask(
                        party -> counted.of(
                                filter.of(party), () -> model.agreements().count(filter.of(party))),
                        0L);
    }

    /** All that a filter asks for, as a table for a file. */
    LongTable table(Account reader, AgreementFilter filter) {
        return new LongTable(
                "agreements",
                List.of(
                        say.message("agreement"),
                        say.message("agreements.file.version"),
                        say.message("agreements.file.title"),
                        say.message("part.state"),
                        say.message("agreement.parties"),
                        say.message("agreements.file.listed"),
                        say.message("agreement.next"),
                        say.message("agreement.last")),
                Part.<AgreementList.Row>all(
                                (last, atMost) -> list(reader, filter, last.map(AgreementList.Row::place), atMost))
                        .map(this::cells));
    }

    private List<AgreementList.Row> list(
            Account reader, AgreementFilter filter, Optional<AgreementList.Place> last, int atMost) {
        return Scope.of(reader).list(party -> model.agreements().listed(filter.of(party), last, atMost));
    }

    /** The address behind which the next part begins. */
    static String place(AgreementList.Row row) {
        return row.place().listedAt() + "," + row.place().agreement();
    }

    private static Optional<AgreementList.Place> place(String address) {
        int comma = address.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AgreementList.Place(
                    Instant.parse(address.substring(0, comma)), new AgreementId(address.substring(comma + 1))));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new NotFound("agreements behind '" + address + "'");
        }
    }

    private List<Table.Cell> cells(AgreementList.Row row) {
        AgreementRow shown = row(row.agreement());
        return List.of(
                text(shown.id()),
                text(shown.version()),
                text(shown.title()),
                text(shown.stage().words()),
                text(shown.parties().stream()
                        .map(party -> party.term() + ": " + party.name())
                        .collect(joining("; "))),
                text(row.place().listedAt().toString()),
                text(shown.next()),
                text(shown.last()));
    }

    /** An agreement as a page shows it. */
    AgreementRow row(AgreementList.Row row) {
        return row(row.agreement());
    }

    private AgreementRow row(AgreementRecord agreement) {
        Optional<SettlementRow> last = last(agreement);
        return new AgreementRow(
                agreement.proposal().agreement().value(),
                agreement.proposal().version(),
                agreement.proposal().title(),
                Stage.of(agreement.state(), say),
                agreement.proposal().parties().entrySet().stream()
                        .map(party -> new AgreementRow.Party(party.getKey(), names.of(party.getValue())))
                        .toList(),
                next.soonest(agreement.state(), agreement.proposal().agreement()),
                last.map(this::result).orElse(say.message("agreement.last.none")),
                last.map(SettlementRow::link).orElse(""));
    }

    /** The held period where one waits, else the latest settlement. */
    private Optional<SettlementRow> last(AgreementRecord agreement) {
        AgreementId id = agreement.proposal().agreement();
        Optional<HoldRecord> held = model.settlements().holdsOf(id).stream()
                .filter(hold -> !hold.state().released())
                .findFirst();
        if (held.isPresent()) {
            return held.map(hold -> settlements.held(hold, agreement.proposal()));
        }
        return model.settlements().last(id).map(last -> settlements.settled(last, agreement.proposal()));
    }

    private String result(SettlementRow row) {
        if (row.mood().equals("warn")) {
            return say.message("agreement.last.held", row.period());
        }
        return row.amounts().isEmpty()
                ? say.message("agreement.last.nothing", row.period())
                : say.message(
                        "agreement.last.pays",
                        row.who().get(0),
                        row.amounts().get(0).figure()
                                + ' '
                                + row.amounts().get(0).currency(),
                        row.period());
    }
}

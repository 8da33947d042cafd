package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.settlement.SettlementRow;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists the agreements of a reader, each by the version that counts now, with its next run and last result. */
@Component
class AgreementRows {

    private final ReadModel model;
    private final Access access;
    private final Names names;
    private final NextSettlements next;
    private final SettlementRows settlements;
    private final Words say;

    AgreementRows(
            ReadModel model, Access access, Names names, NextSettlements next, SettlementRows settlements, Words say) {
        this.model = model;
        this.access = access;
        this.names = names;
        this.next = next;
        this.settlements = settlements;
        this.say = say;
    }

    List<AgreementRow> of(Account reader) {
        Map<AgreementId, List<AgreementRecord>> versions = new LinkedHashMap<>();
        access.agreements(reader)
                .forEach(agreement -> versions.computeIfAbsent(
                                agreement.proposal().agreement(), id -> new ArrayList<>())
                        .add(agreement));
        return versions.values().stream().map(Newest::of).map(this::row).toList();
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
        Optional<SettlementRecord> settled = model.settlements().of(id).stream().findFirst();
        return settled.map(record -> settlements.settled(record, agreement.proposal()));
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

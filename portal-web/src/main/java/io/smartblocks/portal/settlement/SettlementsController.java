package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The settlements of all agreements that a reader may see, those that wait first. */
@Controller
class SettlementsController {

    private static final int SHOWN = 100;

    private final ReadModel read;
    private final Access access;
    private final SettlementRows rows;

    SettlementsController(ReadModel read, Access access, SettlementRows rows) {
        this.read = read;
        this.access = access;
        this.rows = rows;
    }

    @GetMapping("/settlements")
    String list(@AuthenticationPrincipal SignedIn user, Model model) {
        Map<AgreementId, Proposal> agreements = new LinkedHashMap<>();
        access.agreements(user.account()).stream()
                .map(AgreementRecord::proposal)
                .forEach(proposal -> agreements.putIfAbsent(proposal.agreement(), proposal));
        model.addAttribute(
                "rows",
                Stream.concat(held(agreements), settled(agreements))
                        .limit(SHOWN)
                        .toList());
        return "settlement/list";
    }

    private Stream<SettlementRow> held(Map<AgreementId, Proposal> agreements) {
        return agreements.keySet().stream()
                .flatMap(id -> read.settlements().holdsOf(id).stream())
                .filter(hold -> !hold.state().released())
                .sorted(Comparator.comparing(HoldRecord::changedAt).reversed())
                .map(hold -> rows.held(hold, agreements.get(hold.state().agreement())));
    }

    private Stream<SettlementRow> settled(Map<AgreementId, Proposal> agreements) {
        List<SettlementRecord> all = agreements.keySet().stream()
                .flatMap(id -> read.settlements().of(id).stream())
                .toList();
        return all.stream()
                .sorted(Comparator.comparing(
                                (SettlementRecord record) -> record.settlement().from())
                        .thenComparing(SettlementRecord::committedAt)
                        .reversed())
                .map(record ->
                        rows.settled(record, agreements.get(record.settlement().agreement())));
    }
}

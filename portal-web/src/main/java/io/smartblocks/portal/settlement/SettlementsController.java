package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.SettlementList;
import io.smartblocks.portal.member.Access;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    @GetMapping("/settlements.csv")
    ResponseEntity<byte[]> csv(@AuthenticationPrincipal SignedIn user) {
        return sent(DocumentFormat.CSV, SettlementList.csv(visible(user)));
    }

    @GetMapping("/settlements.xlsx")
    ResponseEntity<byte[]> xlsx(@AuthenticationPrincipal SignedIn user) {
        return sent(DocumentFormat.XLSX, SettlementList.xlsx(visible(user)));
    }

    private List<CommitSettlement> visible(SignedIn user) {
        return newestFirst(access.agreements(user.account()).stream()
                        .map(known -> known.proposal().agreement())
                        .distinct())
                .map(SettlementRecord::settlement)
                .toList();
    }

    private static ResponseEntity<byte[]> sent(DocumentFormat format, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("settlements." + format.ending())
                                .build()
                                .toString())
                .body(content);
    }

    private Stream<SettlementRecord> newestFirst(Stream<AgreementId> agreements) {
        return agreements
                .flatMap(id -> read.settlements().of(id).stream())
                .sorted(Comparator.comparing(
                                (SettlementRecord record) -> record.settlement().from())
                        .thenComparing(SettlementRecord::committedAt)
                        .reversed());
    }

    private Stream<SettlementRow> settled(Map<AgreementId, Proposal> agreements) {
        return newestFirst(agreements.keySet().stream())
                .map(record ->
                        rows.settled(record, agreements.get(record.settlement().agreement())));
    }
}

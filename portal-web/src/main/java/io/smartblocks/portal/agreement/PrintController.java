package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** An agreement on paper, for those who may read it. */
@Controller
class PrintController {

    private final Access access;

    PrintController(Access access) {
        this.access = access;
    }

    @GetMapping("/agreements/{id}/pdf")
    ResponseEntity<byte[]> pdf(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @RequestParam(defaultValue = "") String version) {
        Proposal shown = access.versions(user.account(), id).stream()
                .map(AgreementRecord::proposal)
                .filter(known -> version.isEmpty() || known.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement " + id + ' ' + version));
        return OnPaper.of(shown, access.text(shown))
                .map(paper -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(HttpHeaders.CONTENT_DISPOSITION, OnPaper.fileName(shown))
                        .body(paper))
                .orElseThrow(() -> new NotFound("agreement " + id + ' ' + version + " on paper"));
    }
}

package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.Made;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The documents of a settlement as files, for those who may read its page. */
@Controller
class DocumentController {

    private final ReadModel read;
    private final Access access;
    private final SettlementFiles files;

    DocumentController(ReadModel read, Access access, SettlementFiles files) {
        this.read = read;
        this.access = access;
        this.files = files;
    }

    /** The file, or the page that says why there is none. */
    @GetMapping("/settlements/{agreement}/{period}/{from}/{revision}/documents/{file}")
    Object document(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId agreement,
            @PathVariable String period,
            @PathVariable LocalDate from,
            @PathVariable int revision,
            @PathVariable String file) {
        SettlementRecord record = read.settlements().listedOf(agreement).stream()
                .filter(known -> known.id().revision() == revision
                        && known.id().from().equals(from)
                        && Slug.of(known.id().period()).equals(period))
                .filter(known -> access.versions(user.account(), agreement).stream()
                        .anyMatch(version -> version.proposal().version().equals(known.version())))
                .findFirst()
                .flatMap(known -> read.settlements().settlement(known.id()))
                .orElseThrow(() -> new NotFound("settlement of " + agreement + " from " + from));
        Made made = files.of(record, file)
                .orElseThrow(() -> new NotFound("document " + file + " of " + agreement + " from " + from));
        return made instanceof Made.NotMade not
                ? new ModelAndView(
                        "settlement/no-document",
                        Map.of("reasons", not.reasons(), "back", SettlementRows.link(record.settlement())),
                        HttpStatus.CONFLICT)
                : sent((Made.File) made);
    }

    private static ResponseEntity<byte[]> sent(Made.File file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.format().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }
}

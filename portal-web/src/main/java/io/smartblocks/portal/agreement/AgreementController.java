package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementList;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Handing;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Part;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of agreements and the page of one. */
@Controller
class AgreementController {

    private final AgreementRows rows;
    private final AgreementPage page;
    private final Access access;

    AgreementController(AgreementRows rows, AgreementPage page, Access access) {
        this.rows = rows;
        this.page = page;
        this.access = access;
    }

    @ModelAttribute("agreementFilter")
    AgreementFilter filter(
            @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String stage) {
        return new AgreementFilter(words, stage);
    }

    @GetMapping("/agreements")
    String list(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("agreementFilter") AgreementFilter filter,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Part<AgreementList.Row> part = rows.part(user.account(), filter, after);
        model.addAttribute("rows", part.shown(rows::row));
        model.addAttribute("count", rows.count(user.account(), filter));
        model.addAttribute("filtered", filter.isSet());
        model.addAttribute("stages", AgreementFilter.stages());
        model.addAttribute("first", after.isEmpty() ? "" : filter.address("/agreements", ""));
        model.addAttribute("next", part.next(last -> filter.address("/agreements", AgreementRows.place(last))));
        model.addAttribute("csv", filter.address("/agreements.csv", ""));
        model.addAttribute("xlsx", filter.address("/agreements.xlsx", ""));
        model.addAttribute("proposes", user.account().role().proposes());
        return "agreement/list";
    }

    @GetMapping("/agreements.csv")
    ResponseEntity<Resource> csv(
            @AuthenticationPrincipal SignedIn user, @ModelAttribute("agreementFilter") AgreementFilter filter) {
        return Handing.out(rows.table(user.account(), filter), DocumentFormat.CSV);
    }

    @GetMapping("/agreements.xlsx")
    ResponseEntity<Resource> xlsx(
            @AuthenticationPrincipal SignedIn user, @ModelAttribute("agreementFilter") AgreementFilter filter) {
        return Handing.out(rows.table(user.account(), filter), DocumentFormat.XLSX);
    }

    @GetMapping("/agreements/{id}")
    String one(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @RequestParam(defaultValue = "") String version,
            Model model) {
        List<AgreementRecord> versions = access.versions(user.account(), id);
        Optional<AgreementRecord> named = versions.stream()
                .filter(known -> known.proposal().version().equals(version))
                .findFirst();
        AgreementRecord shown = named.or(() -> Optional.of(versions)
                        .filter(any -> version.isEmpty() && !any.isEmpty())
                        .map(Newest::of))
                .orElseThrow(() -> new NotFound("agreement " + id + ' ' + version));
        page.fill(model, user.account(), shown, versions);
        return "agreement/one";
    }
}

package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.NotFound;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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

    @GetMapping("/agreements")
    String list(@AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("rows", rows.of(user.account()));
        model.addAttribute("proposes", user.account().role().proposes());
        return "agreement/list";
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

package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a version of an agreement would have come to, on readings of the past or on typed ones. */
@Controller
class DryRunController {

    private final Access access;
    private final DryRunPage page;
    private final Names names;
    private final Words say;

    DryRunController(Access access, DryRunPage page, Names names, Words say) {
        this.access = access;
        this.page = page;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/agreements/{id}/dry-run")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @RequestParam String version,
            @RequestParam Map<String, String> asked) {
        return page(user.account(), id, version, asked);
    }

    /** Typed readings are longer than an address may be. */
    @PostMapping("/agreements/{id}/dry-run")
    ModelAndView run(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @RequestParam String version,
            @RequestParam Map<String, String> asked) {
        return page(user.account(), id, version, asked);
    }

    private ModelAndView page(Account reader, AgreementId id, String version, Map<String, String> asked) {
        Proposal proposal = access.versions(reader, id).stream()
                .map(AgreementRecord::proposal)
                .filter(known -> known.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement " + id + ' ' + version));
        String agreement = "/agreements/" + proposal.agreement();
        return page.page(
                reader,
                new DryRunPage.Subject(
                        id,
                        proposal.title(),
                        proposal.version(),
                        access.text(proposal),
                        new DryRunPage.Called(names.parties(proposal)::of)),
                new DryRunPage.Place(
                        "agreements",
                        List.of(
                                new Step(say.message("menu.agreements"), "/agreements"),
                                new Step(proposal.title(), agreement + "?version=" + proposal.version())),
                        agreement + "/dry-run",
                        "",
                        "",
                        "",
                        Map.of("version", proposal.version())),
                asked);
    }
}

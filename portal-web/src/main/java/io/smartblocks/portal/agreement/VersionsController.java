package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All versions of an agreement, and what differs between two of them. */
@Controller
class VersionsController {

    private final Access access;
    private final Words say;

    VersionsController(Access access, Words say) {
        this.access = access;
        this.say = say;
    }

    @GetMapping("/agreements/{id}/versions")
    String versions(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Model model) {
        List<AgreementRecord> versions = access.versions(user.account(), id);
        if (versions.isEmpty()) {
            throw new NotFound("agreement " + id);
        }
        AgreementRecord newest = versions.get(0);
        AgreementRecord after = to.isEmpty() ? newest : named(versions, to);
        AgreementRecord before = from.isEmpty() ? before(versions, after) : named(versions, from);
        Shown shown = Shown.of(Newest.of(versions), say);
        model.addAllAttributes(Map.of(
                "trail",
                List.of(
                        new Step(say.message("menu.agreements"), "/agreements"),
                        new Step(shown.title(), "/agreements/" + id)),
                "agreement",
                shown,
                "versions",
                versions.stream().map(version -> Shown.of(version, say)).toList(),
                "from",
                before.proposal().version(),
                "to",
                after.proposal().version()));
        model.addAttribute(
                "differences",
                Differences.between(access.text(before.proposal()), access.text(after.proposal()))
                        .orElse(null));
        return "agreement/versions";
    }

    /** What the version stands in place of, else the one proposed before it, else itself. */
    private static AgreementRecord before(List<AgreementRecord> versions, AgreementRecord after) {
        return after.proposal().terms().inPlaceOf().stream()
                .flatMap(place -> versions.stream()
                        .filter(version -> version.proposal().version().equals(place.version())))
                .findFirst()
                .orElseGet(() -> versions.get(Math.min(versions.indexOf(after) + 1, versions.size() - 1)));
    }

    private static AgreementRecord named(List<AgreementRecord> versions, String version) {
        return versions.stream()
                .filter(known -> known.proposal().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound("version " + version));
    }
}

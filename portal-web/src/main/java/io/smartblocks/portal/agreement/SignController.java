package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Deed;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a reader signs: the exact text, its hash, and the password once more. */
@Controller
class SignController {

    private final Access access;
    private final Signing signing;
    private final AskedChanges asked;
    private final Names names;
    private final Words say;

    SignController(Access access, Signing signing, AskedChanges asked, Names names, Words say) {
        this.access = access;
        this.asked = asked;
        this.signing = signing;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/agreements/{id}/sign")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @RequestParam(defaultValue = "") String version) {
        AgreementRecord agreement = access.versions(user.account(), id).stream()
                .filter(known -> version.isEmpty() || known.proposal().version().equals(version))
                .filter(known -> signing.waitsFor(user.account(), known))
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement " + id + " to sign"));
        Optional<String> hindrance = signing.hindrance(user.account());
        ModelAndView page = page(user.account(), agreement, hindrance.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT);
        hindrance.ifPresent(why -> page.addObject("impossible", why));
        return page;
    }

    @PostMapping("/agreements/{id}/sign")
    ModelAndView sign(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId id,
            @RequestParam String version,
            @RequestParam String textHash,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String once,
            RedirectAttributes next) {
        AgreementRecord agreement = access.versions(user.account(), id).stream()
                .filter(known -> known.proposal().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement " + id + ' ' + version));
        Signing.Result result = signing.sign(user.account(), agreement, textHash, password, once(once));
        if (result instanceof Signing.Result.Signed signed) {
            next.addFlashAttribute("done", signed.active() ? "active" : "signed");
            next.addFlashAttribute("doneTransaction", signed.transaction());
            return new ModelAndView("redirect:/agreements/{id}", Map.of("id", id.value()));
        }
        return refused(user.account(), agreement, result);
    }

    private static String once(String sent) {
        return sent.isEmpty() ? UUID.randomUUID().toString() : sent;
    }

    private ModelAndView refused(Account reader, AgreementRecord agreement, Signing.Result result) {
        ModelAndView page = page(reader, agreement, HttpStatus.UNPROCESSABLE_ENTITY);
        if (result instanceof Signing.Result.Unconfirmed unconfirmed) {
            page.addObject("problem", say.message("sign.nothing"));
            page.addObject("passwordProblem", unconfirmed.message());
        } else if (result instanceof Signing.Result.Refused refused) {
            page.addObject("problem", refused.message());
        }
        return page;
    }

    private ModelAndView page(Account reader, AgreementRecord agreement, HttpStatus status) {
        Shown shown = Shown.of(agreement, say);
        ModelAndView page = new ModelAndView("agreement/sign", status);
        page.addObject(
                "trail",
                List.of(
                        new Step(say.message("menu.agreements"), "/agreements"),
                        new Step(shown.title(), "/agreements/" + shown.id())));
        page.addObject("agreement", shown);
        page.addObject(Ask.ONCE, once(""));
        page.addObject("deed", Deed.of(access.text(agreement.proposal())));
        page.addObject("notes", Map.of());
        page.addObject("changes", asked.open(agreement));
        page.addObject("last", Signing.isLast(agreement.state()));
        page.addObject(
                "organisation", access.organisation(reader).map(names::of).orElse(reader.name()));
        return page;
    }
}

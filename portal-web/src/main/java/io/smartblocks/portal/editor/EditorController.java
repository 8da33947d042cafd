package io.smartblocks.portal.editor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.agreement.Drafting;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which an agreement is written; each of its buttons works as a plain form too. */
@Controller
class EditorController {

    private final EditorLimits limits;
    private final Words say;

    private final Access access;

    EditorController(EditorLimits limits, Access access, Words say) {
        this.access = access;
        this.limits = limits;
        this.say = say;
    }

    @GetMapping(
            path = "/editor",
            params = {"!amends", "!changes"})
    String begin(@AuthenticationPrincipal SignedIn user, Model model) {
        return page(user, beginning(), "", model);
    }

    /** The next version of an agreement that the reader may see. */
    @GetMapping(path = "/editor", params = "amends")
    String amend(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam AgreementId amends,
            @RequestParam String version,
            Model model) {
        AgreementRecord base = version(user, amends, version);
        List<AgreementRecord> versions = access.versions(user.account(), amends);
        return page(user, NextVersion.of(access.text(base.proposal()), versions, say.today()), "", model);
    }

    /** A text that waits for signatures, to propose another one in its place. */
    @GetMapping(path = "/editor", params = "changes")
    String change(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam AgreementId changes,
            @RequestParam String version,
            Model model) {
        AgreementRecord base = version(user, changes, version);
        return page(
                user, access.text(base.proposal()), base.proposal().textHash().value(), model);
    }

    private AgreementRecord version(SignedIn user, AgreementId id, String version) {
        return access.versions(user.account(), id).stream()
                .filter(known -> known.proposal().version().equals(version))
                .findFirst()
                .orElseThrow(() -> new NotFound("agreement " + id + ' ' + version));
    }

    @PostMapping(path = "/editor", params = "do=check")
    String check(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String base,
            Model model) {
        return page(user, plain(text), base, model);
    }

    @PostMapping(path = "/editor", params = "do=format")
    String format(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String base,
            Model model) {
        String plain = plain(text);
        String laidOut = limits.answer(user.account().login(), plain, () -> new EditorAnswers(plain).laidOut());
        return page(user, laidOut, base, model);
    }

    @PostMapping(path = "/editor", params = "do=save")
    ResponseEntity<byte[]> save(@RequestParam String text) {
        ContentDisposition file =
                ContentDisposition.attachment().filename("agreement.esco").build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, UTF_8))
                .body(plain(text).getBytes(UTF_8));
    }

    /** The page again, with why the text cannot be proposed. */
    ModelAndView refused(SignedIn user, String text, String base, List<Drafting.Fault> why) {
        ExtendedModelMap model = new ExtendedModelMap();
        String view = page(user, plain(text), base, model);
        model.addAttribute("refused", why);
        return new ModelAndView(view, model, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** {@code base} is the hash of the text on the ledger that this one began as, where there is one. */
    private String page(SignedIn user, String text, String base, Model model) {
        EditorAnswers.Faults faults =
                limits.answer(user.account().login(), text, () -> new EditorAnswers(text).faults());
        model.addAttribute("trail", List.of(new Step(say.message("menu.agreements"), "/agreements")));
        model.addAttribute("heading", say.message(heading(text, base)));
        model.addAttribute("text", text);
        model.addAttribute("base", base);
        model.addAttribute("faults", faults.faults());
        model.addAttribute("more", faults.more());
        model.addAttribute("most", EditorLimits.MOST_CHARACTERS);
        model.addAttribute("editor", true);
        return "editor/write";
    }

    /** What is done on the page, by the key of its words. */
    static String heading(String text, String base) {
        if (!base.isEmpty()) {
            return "editor.title.change";
        }
        return NextVersion.isOne(text) ? "editor.title.next" : "editor.title";
    }

    /** Browsers send line ends of two characters; agreements have one. */
    static String plain(String text) {
        return text.replace("\r\n", "\n");
    }

    private static String beginning() {
        try (InputStream in = EditorController.class.getResourceAsStream("/editor/beginning.esco")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("'beginning.esco' could not be read", e);
        }
    }
}

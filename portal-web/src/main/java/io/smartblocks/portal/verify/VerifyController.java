package io.smartblocks.portal.verify;

import io.smartblocks.portal.words.Words;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Tells anybody who has a file or a transaction id whether it stands on the ledger. */
@Controller
class VerifyController {

    private static final String PAGE = "/verify";

    private final Verification verification;
    private final Words say;

    VerifyController(Verification verification, Words say) {
        this.verification = verification;
        this.say = say;
    }

    @GetMapping(PAGE)
    ModelAndView ask() {
        return page("", HttpStatus.OK);
    }

    @PostMapping(PAGE)
    ModelAndView check(
            @RequestParam(defaultValue = "") String transaction, @RequestParam(required = false) MultipartFile file)
            throws IOException {
        boolean hasFile = file != null && !file.isEmpty();
        if (!hasFile && transaction.isBlank()) {
            return refused(transaction, say.message("verify.missing"), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Verification.Answer answer =
                hasFile ? verification.file(file.getBytes()) : verification.transaction(transaction);
        if (answer instanceof Verification.Answer.Wait wait) {
            return refused(
                    transaction, say.message("verify.slow", wait.time().toSeconds() + 1), HttpStatus.TOO_MANY_REQUESTS);
        }
        if (answer instanceof Verification.Answer.Nothing nothing) {
            return refused(
                    transaction,
                    nothing.hash()
                            .map(hash -> say.message("verify.file.none", hash.value()))
                            .orElseGet(() -> say.message("verify.transaction.none")),
                    HttpStatus.NOT_FOUND);
        }
        ModelAndView page = page(transaction, HttpStatus.OK);
        page.addObject("stands", ((Verification.Answer.Stands) answer).what());
        return page;
    }

    private ModelAndView refused(String transaction, String why, HttpStatus status) {
        ModelAndView page = page(transaction, status);
        page.addObject("why", why);
        return page;
    }

    private static ModelAndView page(String transaction, HttpStatus status) {
        ModelAndView page = new ModelAndView("verify/verify", status);
        page.addObject("typed", transaction);
        return page;
    }
}

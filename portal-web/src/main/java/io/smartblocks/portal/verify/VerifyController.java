package io.smartblocks.portal.verify;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.portal.account.Misses;
import io.smartblocks.portal.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
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

    private final Checking checking;
    private final Misses misses;
    private final Words say;

    VerifyController(Checking checking, Misses misses, Words say) {
        this.checking = checking;
        this.misses = misses;
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
        Duration wait = misses.waiting(PAGE);
        if (!wait.isZero()) {
            return refused(transaction, say.message("verify.slow", wait.toSeconds() + 1), HttpStatus.TOO_MANY_REQUESTS);
        }
        boolean hasFile = file != null && !file.isEmpty();
        if (!hasFile && transaction.isBlank()) {
            return refused(transaction, say.message("verify.missing"), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        byte[] content = hasFile ? file.getBytes() : new byte[0];
        Optional<Checking.Stands> found = hasFile ? checking.file(content) : checking.transaction(transaction);
        if (found.isEmpty()) {
            misses.missed(PAGE);
            return refused(
                    transaction,
                    hasFile
                            ? say.message(
                                    "verify.file.none",
                                    Hash.of(new String(content, StandardCharsets.UTF_8))
                                            .value())
                            : say.message("verify.transaction.none"),
                    HttpStatus.NOT_FOUND);
        }
        ModelAndView page = page(transaction, HttpStatus.OK);
        page.addObject("stands", found.get());
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

package io.smartblocks.portal.editor;

import io.smartblocks.portal.account.SignedIn;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Answers the page's questions about the text that is being written. Nothing of it is kept. */
@RestController
class EditorAnswerController {

    private static final String SOON = "1";

    private final EditorLimits limits;

    EditorAnswerController(EditorLimits limits) {
        this.limits = limits;
    }

    @PostMapping("/editor/diagnostics")
    EditorAnswers.Faults diagnostics(@AuthenticationPrincipal SignedIn user, @RequestParam String text) {
        return answer(user, text, EditorAnswers::faults);
    }

    @PostMapping("/editor/completion")
    List<EditorAnswers.Offer> completion(
            @AuthenticationPrincipal SignedIn user, @RequestParam String text, @RequestParam int caret) {
        return answer(user, text, it -> it.offers(caret));
    }

    @PostMapping("/editor/hover")
    List<EditorAnswers.About> hover(
            @AuthenticationPrincipal SignedIn user, @RequestParam String text, @RequestParam int caret) {
        return answer(user, text, it -> it.about(caret).stream().toList());
    }

    @PostMapping("/editor/format")
    EditorAnswers.Layout format(@AuthenticationPrincipal SignedIn user, @RequestParam String text) {
        return answer(user, text, EditorAnswers::layout);
    }

    @PostMapping("/editor/outline")
    List<EditorAnswers.Entry> outline(@AuthenticationPrincipal SignedIn user, @RequestParam String text) {
        return answer(user, text, EditorAnswers::outline);
    }

    @PostMapping("/editor/colours")
    Colours colours(@AuthenticationPrincipal SignedIn user, @RequestParam String text) {
        return answer(user, text, EditorAnswers::colours);
    }

    @PostMapping("/editor/scenarios")
    Told scenarios(@AuthenticationPrincipal SignedIn user, @RequestParam String text) {
        return limits.answer(user.account().login(), text, () -> Told.of(text));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ResponseStatusException refused) {
        return ResponseEntity.status(refused.getStatusCode())
                .header(HttpHeaders.RETRY_AFTER, SOON)
                .body(ProblemDetail.forStatus(refused.getStatusCode()));
    }

    private <T> T answer(SignedIn user, String text, Function<EditorAnswers, T> question) {
        return limits.answer(user.account().login(), text, () -> question.apply(new EditorAnswers(text)));
    }
}

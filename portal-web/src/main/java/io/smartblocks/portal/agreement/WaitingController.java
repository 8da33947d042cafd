package io.smartblocks.portal.agreement;

import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits for the reader. */
@Controller
class WaitingController {

    /** One agreement to sign. */
    record Row(String id, String title, String version, String proposer, String day) {}

    private final WaitingSignatures waiting;
    private final Names names;
    private final Words say;

    WaitingController(WaitingSignatures waiting, Names names, Words say) {
        this.waiting = waiting;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/waiting")
    String waiting(@AuthenticationPrincipal SignedIn user, Model model) {
        List<Row> rows = waiting.of(user.account()).stream()
                .map(agreement -> new Row(
                        agreement.proposal().agreement().value(),
                        agreement.proposal().title(),
                        agreement.proposal().version(),
                        names.of(agreement.proposal().proposedBy()),
                        say.day(say.dayOf(agreement.proposedAt()))))
                .toList();
        model.addAttribute("rows", rows);
        return "agreement/waiting";
    }
}

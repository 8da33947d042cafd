package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.words.Words;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Shows what was found; a single hit opens at once. */
@Controller
class SearchController {

    /** One thing that was found, in words. */
    record Row(String icon, String kind, String words, String link) {}

    private final Finding finding;
    private final ReadModel read;
    private final Words say;

    SearchController(Finding finding, ReadModel read, Words say) {
        this.finding = finding;
        this.read = read;
        this.say = say;
    }

    @GetMapping("/search")
    Object search(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String q, Model model) {
        List<Finding.Hit> hits = finding.hits(user.account(), q);
        if (hits.size() == 1) {
            return new RedirectView(hits.get(0).link(), true, true, false);
        }
        model.addAttribute("asked", q.strip());
        model.addAttribute("hits", hits.stream().map(this::row).toList());
        model.addAttribute("newest", read.height() - 1);
        return "explorer/search";
    }

    private Row row(Finding.Hit hit) {
        return new Row(hit.icon(), say.message("found." + hit.kind()), hit.words(), hit.link());
    }
}

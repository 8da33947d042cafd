package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.StateVersion;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Handing;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what stands on the ledger, and the page of one state with all its versions. */
@Controller
class StateController {

    private static final int PAGE = 25;
    private static final int VERSIONS = 10;

    private final Ledger ledger;
    private final StateList list;
    private final StateFiles files;
    private final StateHistory history;
    private final VisibleStates access;
    private final Words say;

    StateController(
            Ledger ledger, StateList list, StateFiles files, StateHistory history, VisibleStates access, Words say) {
        this.ledger = ledger;
        this.list = list;
        this.files = files;
        this.history = history;
        this.access = access;
        this.say = say;
    }

    @ModelAttribute("filter")
    StateFilter filter(
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String meter,
            @RequestParam(defaultValue = "") String agreement) {
        return new StateFilter(StateKinds.isKind(type) ? type : "", party, meter, agreement);
    }

    @GetMapping(path = "/states", params = "!key")
    String list(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("filter") StateFilter filter,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Part<StateList.Row> part = Part.of(list.asked(user.account(), filter).rows(after, PAGE + 1), PAGE);
        model.addAttribute("trail", List.of(new Step(say.message("explorer.blocks"), "/blocks")));
        model.addAttribute("rows", part.rows());
        model.addAttribute("kinds", StateKinds.all());
        model.addAttribute("first", after.isEmpty() ? "" : filter.address("/states", ""));
        model.addAttribute("next", part.next(last -> filter.address("/states", last.key())));
        model.addAttribute("csv", filter.address("/states.csv", ""));
        model.addAttribute("xlsx", filter.address("/states.xlsx", ""));
        return "explorer/states";
    }

    @GetMapping("/states.csv")
    ResponseEntity<Resource> csv(@AuthenticationPrincipal SignedIn user, @ModelAttribute("filter") StateFilter filter) {
        return Handing.out(files.table(user.account(), filter), DocumentFormat.CSV);
    }

    @GetMapping("/states.xlsx")
    ResponseEntity<Resource> xlsx(
            @AuthenticationPrincipal SignedIn user, @ModelAttribute("filter") StateFilter filter) {
        return Handing.out(files.table(user.account(), filter), DocumentFormat.XLSX);
    }

    @GetMapping("/states/{*key}")
    String state(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String key,
            @RequestParam(defaultValue = "2147483647") int before,
            Model model) {
        return page(user, key.substring(1), before, model);
    }

    @GetMapping(path = "/states", params = "key")
    String named(
            @AuthenticationPrincipal SignedIn user,
            @RequestParam String key,
            @RequestParam(defaultValue = "2147483647") int before,
            Model model) {
        return page(user, key, before, model);
    }

    private String page(SignedIn user, String name, int before, Model model) {
        if (name.isEmpty() || name.codePoints().anyMatch(Character::isISOControl)) {
            throw new NotFound("state '" + name + "'");
        }
        StateKey key = new StateKey(name);
        List<StateVersion> all = access.maySee(user.account(), key) ? ledger.history(key) : List.of();
        List<StateHistory.Version> shown = history.versions(user.account(), key, all, before, VERSIONS);
        if (shown.isEmpty()) {
            throw new NotFound("state '" + key + "'");
        }
        int oldest = shown.get(shown.size() - 1).number();
        model.addAttribute(
                "trail",
                List.of(
                        new Step(say.message("explorer.blocks"), "/blocks"),
                        new Step(say.message("states"), "/states"),
                        new Step(say.message("kind." + key.kind()), "/states?type=" + key.kind())));
        model.addAttribute("key", key.value());
        model.addAttribute("kind", say.message("kind." + key.kind()));
        model.addAttribute("icon", StateKinds.icon(key.kind()));
        model.addAttribute("count", all.size());
        model.addAttribute("versions", shown);
        model.addAttribute("older", oldest > 0 ? StateAddress.before(key, oldest) : "");
        model.addAttribute("newestLink", StateAddress.of(key));
        model.addAttribute("isNewest", before >= all.size());
        return "explorer/state";
    }
}

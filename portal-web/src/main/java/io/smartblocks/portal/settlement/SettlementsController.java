package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Handing;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The settlements of all agreements that a reader may see, those that wait first. */
@Controller
class SettlementsController {

    private static final int SHOWN = 50;
    private static final int HELD_BESIDE_SETTLED = 10;

    private final SettlementsList list;
    private final Words say;

    SettlementsController(SettlementsList list, Words say) {
        this.list = list;
        this.say = say;
    }

    @ModelAttribute("settlementFilter")
    SettlementFilter filter(
            @RequestParam(defaultValue = "") String agreement,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String state) {
        return new SettlementFilter(agreement, party, from, to, state);
    }

    @GetMapping("/settlements")
    ModelAndView list(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("settlementFilter") SettlementFilter filter,
            @RequestParam(defaultValue = "") String after) {
        Account reader = user.account();
        Part<ListedSettlement> part = list.settled(reader, filter, after, SHOWN);
        Map<String, String> problems = list.problems(reader, filter);
        ModelAndView page = new ModelAndView(
                "settlement/list", problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("problems", problems);
        page.addObject("rows", list.shownSettled(part.rows()));
        page.addObject("count", list.countSettled(reader, filter));
        page.addObject(
                "next",
                part.next(last ->
                        filter.address("/settlements", last.transaction().toString())));
        page.addObject("first", after.isEmpty() ? "" : filter.address("/settlements", ""));
        page.addObject("csv", filter.address("/settlements.csv", ""));
        page.addObject("xlsx", filter.address("/settlements.xlsx", ""));
        boolean begins = after.isEmpty();
        Part<HoldRecord> held = begins ? list.held(reader, filter, "", HELD_BESIDE_SETTLED) : Part.of(List.of(), 1);
        page.addObject("held", list.shownHeld(held.rows()));
        page.addObject("heldMore", held.last().isPresent());
        page.addObject("heldCount", begins ? list.countHeld(reader, filter) : 0L);
        page.addObject("heldAll", filter.heldAddress(""));
        return page;
    }

    @GetMapping(path = "/settlements", params = "held")
    String held(
            @AuthenticationPrincipal SignedIn user,
            @ModelAttribute("settlementFilter") SettlementFilter filter,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Part<HoldRecord> part = list.held(user.account(), sound(user, filter), after, SHOWN);
        model.addAttribute("rows", list.shownHeld(part.rows()));
        model.addAttribute(
                "trail", List.of(new Step(say.message("menu.settlements"), filter.address("/settlements", ""))));
        model.addAttribute("count", list.countHeld(user.account(), filter));
        model.addAttribute("first", after.isEmpty() ? "" : filter.heldAddress(""));
        model.addAttribute("next", part.next(last -> filter.heldAddress(SettlementsList.place(last))));
        return "settlement/held-list";
    }

    @GetMapping("/settlements.csv")
    ResponseEntity<Resource> csv(
            @AuthenticationPrincipal SignedIn user, @ModelAttribute("settlementFilter") SettlementFilter filter) {
        return Handing.out(list.table(user.account(), sound(user, filter)), DocumentFormat.CSV);
    }

    @GetMapping("/settlements.xlsx")
    ResponseEntity<Resource> xlsx(
            @AuthenticationPrincipal SignedIn user, @ModelAttribute("settlementFilter") SettlementFilter filter) {
        return Handing.out(list.table(user.account(), sound(user, filter)), DocumentFormat.XLSX);
    }

    /** A file has no field beside which to say what is wrong. */
    private SettlementFilter sound(SignedIn user, SettlementFilter filter) {
        Map<String, String> problems = list.problems(user.account(), filter);
        if (!problems.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, String.join(" ", problems.values()));
        }
        return filter;
    }
}

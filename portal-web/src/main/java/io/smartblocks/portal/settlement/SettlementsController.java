package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.document.DocumentFormat;
import io.smartblocks.portal.document.Handing;
import io.smartblocks.portal.shell.Link;
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
import org.springframework.web.bind.annotation.RequestParam;

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

    @GetMapping("/settlements")
    String list(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String after, Model model) {
        Account reader = user.account();
        Part<SettlementRecord> part = list.settled(reader, after, SHOWN);
        model.addAttribute("rows", list.shownSettled(part.rows()));
        model.addAttribute("count", list.countSettled(reader));
        model.addAttribute(
                "next",
                part.next(last -> Link.to("/settlements")
                        .with("after", last.transaction().toString())
                        .toString()));
        model.addAttribute("first", after.isEmpty() ? "" : "/settlements");
        Part<HoldRecord> held = after.isEmpty() ? list.held(reader, "", HELD_BESIDE_SETTLED) : Part.of(List.of(), 1);
        model.addAttribute("held", list.shownHeld(held.rows()));
        model.addAttribute("heldMore", held.last().isPresent());
        model.addAttribute("heldCount", list.countHeld(reader));
        return "settlement/list";
    }

    @GetMapping(path = "/settlements", params = "held")
    String held(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String after, Model model) {
        Part<HoldRecord> part = list.held(user.account(), after, SHOWN);
        model.addAttribute("rows", list.shownHeld(part.rows()));
        model.addAttribute("trail", List.of(new Step(say.message("menu.settlements"), "/settlements")));
        model.addAttribute("count", list.countHeld(user.account()));
        model.addAttribute(
                "first",
                after.isEmpty()
                        ? ""
                        : Link.to("/settlements").with("held", "all").toString());
        model.addAttribute(
                "next",
                part.next(last -> Link.to("/settlements")
                        .with("held", "all")
                        .with("after", SettlementsList.place(last))
                        .toString()));
        return "settlement/held-list";
    }

    @GetMapping("/settlements.csv")
    ResponseEntity<Resource> csv(@AuthenticationPrincipal SignedIn user) {
        return Handing.out(list.table(user.account()), DocumentFormat.CSV);
    }

    @GetMapping("/settlements.xlsx")
    ResponseEntity<Resource> xlsx(@AuthenticationPrincipal SignedIn user) {
        return Handing.out(list.table(user.account()), DocumentFormat.XLSX);
    }
}

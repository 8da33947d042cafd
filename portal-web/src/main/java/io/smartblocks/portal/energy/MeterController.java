package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of meters, and a month of one meter day by day. */
@Controller
class MeterController {

    private final ReadModel read;
    private final Access access;
    private final MeterRows rows;
    private final MonthPage page;
    private final Names names;
    private final Words say;

    MeterController(ReadModel read, Access access, MeterRows rows, MonthPage page, Names names, Words say) {
        this.read = read;
        this.access = access;
        this.rows = rows;
        this.page = page;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/meters")
    String list(@AuthenticationPrincipal SignedIn user, Model model) {
        model.addAttribute("rows", rows.of(user.account()));
        return "energy/meters";
    }

    @GetMapping("/meters/{*id}")
    String meter(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String id,
            @RequestParam Optional<YearMonth> month,
            Model model) {
        MeterState meter = access.meters(user.account()).stream()
                .filter(known -> id.equals('/' + known.meter().value()))
                .findFirst()
                .orElseThrow(() -> new NotFound("meter " + id));
        LocalDate latest = read.meters()
                .latest(meter.meter())
                .map(recorded -> recorded.page().day())
                .orElse(say.today());
        page.fill(model, meter, month.orElse(YearMonth.from(latest)), latest);
        model.addAttribute("trail", List.of(new Step(say.message("menu.meters"), "/meters")));
        model.addAttribute("meter", meter);
        model.addAttribute("operator", names.of(meter.operator()));
        return "energy/meter";
    }
}

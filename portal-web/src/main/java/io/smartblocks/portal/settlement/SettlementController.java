package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.readmodel.HoldRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one settlement, and of one period that waits. */
@Controller
class SettlementController {

    private final ReadModel read;
    private final Settled settled;
    private final Access access;
    private final Names names;
    private final StatementPage page;
    private final Words say;

    SettlementController(ReadModel read, Settled settled, Access access, Names names, StatementPage page, Words say) {
        this.read = read;
        this.settled = settled;
        this.access = access;
        this.names = names;
        this.page = page;
        this.say = say;
    }

    @GetMapping("/settlements/{agreement}/{period}/{from}/{revision}")
    String settlement(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId agreement,
            @PathVariable String period,
            @PathVariable LocalDate from,
            @PathVariable int revision,
            Model model) {
        SettlementRecord record = settled.record(agreement, period, from, revision);
        Proposal proposal =
                settled.proposal(user.account(), agreement, record.settlement().version());
        page.fill(model, user.account(), record, proposal);
        return "settlement/statement";
    }

    @GetMapping("/held/{agreement}/{period}/{from}")
    String held(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId agreement,
            @PathVariable String period,
            @PathVariable LocalDate from,
            Model model) {
        HoldRecord hold = read.settlements().holdsOf(agreement).stream()
                .filter(known -> known.state().from().equals(from)
                        && Slug.of(known.state().period()).equals(period))
                .findFirst()
                .orElseThrow(() -> new NotFound("hold of " + agreement + " from " + from));
        Proposal proposal =
                settled.proposal(user.account(), agreement, hold.state().version());
        model.addAllAttributes(Map.of(
                "trail", List.of(new Step(say.message("menu.settlements"), "/settlements")),
                "title", proposal.title(),
                "period", say.period(hold.state().from(), hold.state().to()),
                "hold", hold.state(),
                "meters", MeterLinks.in(access.text(proposal)),
                "statedBy", names.of(hold.state().statedBy()),
                "changedAt", hold.changedAt()));
        return "settlement/held";
    }
}

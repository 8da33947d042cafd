package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.explain.AmountExplanation;
import io.smartblocks.runtime.explain.SettlementExplanation;
import io.smartblocks.runtime.run.ExplainingSettlement;
import io.smartblocks.runtime.settlement.Settlement;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages that say how the amounts of a settlement came about. */
@Controller
class AmountController {

    private final Settled settled;
    private final Access access;
    private final ExplainingSettlement explaining;
    private final Words say;

    AmountController(Settled settled, Access access, ExplainingSettlement explaining, Words say) {
        this.settled = settled;
        this.access = access;
        this.explaining = explaining;
        this.say = say;
    }

    @GetMapping("/settlements/{agreement}/{period}/{from}/{revision}/lines")
    String all(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId agreement,
            @PathVariable String period,
            @PathVariable LocalDate from,
            @PathVariable int revision,
            Model model) {
        SettlementRecord record = settled.record(agreement, period, from, revision);
        explained(user, record, model);
        return "settlement/amounts";
    }

    @GetMapping("/settlements/{agreement}/{period}/{from}/{revision}/lines/{line}")
    String line(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId agreement,
            @PathVariable String period,
            @PathVariable LocalDate from,
            @PathVariable int revision,
            @PathVariable int line,
            Model model) {
        SettlementRecord record = settled.record(agreement, period, from, revision);
        SettlementExplanation explanation = explained(user, record, model);
        AmountExplanation amount = explanation.lines().stream()
                .filter(each -> each.number() == line)
                .findFirst()
                .orElseThrow(
                        () -> new NotFound("line " + line + " of the settlement of " + agreement + " from " + from));
        model.addAttribute("amount", amount);
        model.addAttribute("sources", sources(explanation));
        return "settlement/amount";
    }

    private SettlementExplanation explained(SignedIn user, SettlementRecord record, Model model) {
        CommitSettlement committed = record.settlement();
        Proposal proposal = settled.proposal(user.account(), committed.agreement(), committed.version());
        String text = access.text(proposal);
        SettlementExplanation explanation = explaining.of(record);
        String period = say.period(committed.from(), committed.to());
        model.addAttribute(
                "trail",
                List.of(
                        new Step(say.message("menu.settlements"), "/settlements"),
                        new Step(period, Address.of(committed))));
        model.addAttribute("title", proposal.title());
        model.addAttribute("period", period);
        model.addAttribute("settled", committed);
        model.addAttribute("amounts", Address.of(committed) + "/lines");
        model.addAttribute("meters", MeterLinks.in(text));
        model.addAttribute(
                "statement", Settlement.fromJson(committed.statement().getBytes(StandardCharsets.UTF_8)));
        model.addAttribute("figures", new Figures(say));
        model.addAttribute("phrases", new Phrases(say));
        model.addAttribute("explanation", explanation);
        return explanation;
    }

    /** What brought the readings of a meter and day: a transaction, or a block where a batch brought many. */
    private static Map<String, SettlementExplanation.Source> sources(SettlementExplanation explanation) {
        return explanation.sources().stream()
                .filter(source -> source.kind().equals("readings"))
                .collect(Collectors.toMap(
                        source -> source.name() + ' ' + source.where(), Function.identity(), (first, last) -> last));
    }
}

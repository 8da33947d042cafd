package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Asking;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.settlement.StatementAsks.Question;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a party does about a settlement: disputing, ending a dispute, saying what it was paid. */
@Controller
class StatementActController {

    private final Settled settled;
    private final StatementAsks asks;
    private final StatementActions actions;
    private final Acting acting;
    private final Asking asking;
    private final Words say;

    StatementActController(
            Settled settled, StatementAsks asks, StatementActions actions, Acting acting, Asking asking, Words say) {
        this.acting = acting;
        this.settled = settled;
        this.asks = asks;
        this.actions = actions;
        this.asking = asking;
        this.say = say;
    }

    @GetMapping("/settlements/{agreement}/{period}/{from}/{revision}/act/{key}")
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId agreement,
            @PathVariable String period,
            @PathVariable LocalDate from,
            @PathVariable int revision,
            @PathVariable String key,
            @RequestParam Map<String, String> asked) {
        SettlementRecord record = settled.record(agreement, period, from, revision);
        Question question = question(user.account(), key, record, new Typed(asked, say));
        return question.ask().page(impossible(user.account(), key, record));
    }

    @PostMapping("/settlements/{agreement}/{period}/{from}/{revision}/act/{key}")
    ModelAndView act(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable AgreementId agreement,
            @PathVariable String period,
            @PathVariable LocalDate from,
            @PathVariable int revision,
            @PathVariable String key,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        SettlementRecord record = settled.record(agreement, period, from, revision);
        Typed typed = new Typed(sent, say);
        Question question = question(user.account(), key, record, typed);
        return asking.answer(
                user.account(), question.ask(), typed, question.answer().map(List::of), transaction -> {
                    next.addFlashAttribute("done", key);
                    next.addFlashAttribute("doneTransaction", transaction);
                });
    }

    private Question question(Account reader, String key, SettlementRecord record, Typed typed) {
        Proposal proposal = settled.proposal(
                reader, record.settlement().agreement(), record.settlement().version());
        return asks.question(reader, key, record, proposal.title(), typed);
    }

    private Optional<String> impossible(Account reader, String key, SettlementRecord record) {
        if (key.equals("dispute")) {
            return Optional.of(actions.dispute(reader, record.settlement().id()).reason())
                    .filter(reason -> !reason.isEmpty());
        }
        return acting.hindrance(reader);
    }
}

package io.smartblocks.portal.admin;

import io.smartblocks.ledger.outbox.PutAside;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.admin.OutboxDecisions.Came;
import io.smartblocks.portal.admin.OutboxDecisions.Decision;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.shell.NotFound;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Asks about readings that the ledger refused: send them again, or drop them. */
@Controller
class OutboxController {

    private final OutboxDecisions decisions;
    private final Acting acting;
    private final Words say;

    OutboxController(OutboxDecisions decisions, Acting acting, Words say) {
        this.decisions = decisions;
        this.acting = acting;
        this.say = say;
    }

    @GetMapping("/admin/outbox/{receipt}/act/{key}")
    ModelAndView ask(@PathVariable String receipt, @PathVariable String key) {
        return ask(refused(receipt), decision(key), new Typed(Map.of(), say)).page(Optional.empty());
    }

    @PostMapping("/admin/outbox/{receipt}/act/{key}")
    ModelAndView decide(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable String receipt,
            @PathVariable String key,
            @RequestParam Map<String, String> sent,
            RedirectAttributes next) {
        PutAside refused = refused(receipt);
        Decision decision = decision(key);
        Typed typed = new Typed(sent, say);
        Ask ask = ask(refused, decision, typed);
        Optional<String> reason = typed.needed("reason", say.message("member.reason"));
        List<Problem> problems = new ArrayList<>(typed.problems());
        acting.unconfirmed(user.account(), typed.raw("password"))
                .ifPresent(message -> problems.add(new Problem("password", message)));
        if (!problems.isEmpty() || reason.isEmpty()) {
            return ask.again(problems, typed.raw(Ask.ONCE));
        }
        Came came = decisions.decide(user.account(), refused, decision, reason.get());
        if (came != Came.DONE) {
            String why = say.message("admin.outbox." + came.name().toLowerCase(Locale.ROOT));
            return ask.again(List.of(new Problem("ask", why)), typed.raw(Ask.ONCE));
        }
        next.addFlashAttribute("outboxDone", decision.key());
        return new ModelAndView("redirect:/admin");
    }

    private PutAside refused(String receipt) {
        return decisions.refused(receipt).orElseThrow(() -> new NotFound("refused batch " + receipt));
    }

    private static Decision decision(String key) {
        return Decision.named(key).orElseThrow(() -> new NotFound("action " + key));
    }

    private Ask ask(PutAside refused, Decision decision, Typed typed) {
        String key = "admin.outbox." + decision.key();
        return new Ask(
                "admin",
                List.of(new Step(say.message("menu.admin"), "/admin")),
                say.message(key + ".heading"),
                say.message(key + ".lead"),
                List.of(
                        new Ask.Fact(
                                say.message("admin.outbox.receipt"),
                                refused.receipt().toString()),
                        new Ask.Fact(
                                say.message("admin.outbox.lane"), refused.lane().name()),
                        new Ask.Fact(say.message("admin.outbox.queued"), say.moment(refused.queuedAt())),
                        new Ask.Fact(
                                say.message("admin.outbox.why"),
                                say.told(
                                        "refusal",
                                        refused.refusal().code(),
                                        refused.refusal().message()))),
                List.of(Field.text(
                        "reason", say.message("member.reason"), say.message("admin.reason.help"), typed.raw("reason"))),
                say.message(key + ".button"),
                "/admin/outbox/" + refused.receipt() + "/act/" + decision.key(),
                "/admin",
                Map.of());
    }
}

package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.SignedIn;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Problem;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Acting.Outcome;
import io.smartblocks.portal.member.Applications;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a person that is no member applies, sees how that stands, and takes the membership up. */
@Controller
class ApplyController {

    private static final int SHORTEST = 12;

    private final Applying applying;
    private final Applications applications;
    private final ApplyAsks asks;
    private final Acting acting;
    private final Words say;

    ApplyController(Applying applying, Applications applications, ApplyAsks asks, Acting acting, Words say) {
        this.applying = applying;
        this.applications = applications;
        this.asks = asks;
        this.acting = acting;
        this.say = say;
    }

    @GetMapping("/account/membership")
    ModelAndView ask(@AuthenticationPrincipal SignedIn user) {
        Account reader = user.account();
        Optional<Member> standing = standing(reader);
        if (standing.filter(Member::active).isPresent()) {
            return asks.taking(standing.get()).page(Optional.empty());
        }
        return standing.filter(member -> member.status() != Member.Status.REJECTED)
                .map(this::waiting)
                .orElseGet(() -> asks.applying(reader, new Typed(Map.of(), say)).page(applying.impossible(reader)));
    }

    private ModelAndView waiting(Member member) {
        ModelAndView page = new ModelAndView("members/application");
        page.addObject("trail", List.of(asks.start()));
        page.addObject("facts", asks.standing(member));
        page.addObject("member", member);
        return page;
    }

    @PostMapping("/account/membership")
    ModelAndView apply(
            @AuthenticationPrincipal SignedIn user, @RequestParam Map<String, String> sent, RedirectAttributes next) {
        Account reader = user.account();
        Typed typed = new Typed(sent, say);
        Ask ask = asks.applying(reader, typed);
        Optional<String> impossible = applying.impossible(reader);
        if (impossible.isPresent()) {
            return ask.page(impossible);
        }
        Optional<Applying.Asked> asked = applying.read(reader, typed);
        List<Problem> problems = new ArrayList<>(typed.problems());
        String password = typed.raw("password");
        acting.unconfirmed(reader, password)
                .or(() -> Optional.of(say.message("apply.password", SHORTEST))
                        .filter(words -> password.length() < SHORTEST))
                .ifPresent(message -> problems.add(new Problem("password", message)));
        if (!problems.isEmpty() || asked.isEmpty()) {
            return ask.again(problems, typed.raw(Ask.ONCE));
        }
        if (applying.apply(reader, asked.get(), password, typed.raw(Ask.ONCE)) instanceof Outcome.Refused refused) {
            return ask.again(List.of(new Problem("ask", refused.message())), typed.raw(Ask.ONCE));
        }
        next.addFlashAttribute("done", true);
        return new ModelAndView("redirect:" + ApplyAsks.ADDRESS);
    }

    @PostMapping("/account/membership/join")
    ModelAndView join(@AuthenticationPrincipal SignedIn user, @RequestParam(defaultValue = "") String password) {
        Account reader = user.account();
        Optional<Member> admitted = standing(reader).filter(Member::active);
        if (admitted.isEmpty()) {
            return ask(user);
        }
        Optional<String> wrong = acting.unconfirmed(reader, password);
        if (wrong.isPresent()) {
            return asks.taking(admitted.get()).again(List.of(new Problem("password", wrong.get())), "");
        }
        applying.join(reader, admitted.get());
        return new ModelAndView("redirect:/account");
    }

    private Optional<Member> standing(Account reader) {
        return reader.member().isPresent() ? Optional.empty() : applications.standing(reader);
    }
}
